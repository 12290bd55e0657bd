import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteTerm } from '#shared/document/query/query-terms.ts';
import { termState, toggleTerm } from '../../../renderer/state/query-terms.ts';
import { tokenize } from '#shared/document/query/tokenize.ts';

test.each([
  ['', { term: 'session' }, 'session'],
  ['ga', { term: 'session' }, 'ga session'],
  ['ga  session', { term: 'session' }, 'ga'],
  ['-session ga', { term: 'session' }, 'ga session'],
  ['ga', { term: 'session', negated: true }, 'ga -session'],
  ['-session', { term: 'session', negated: true }, ''],
  ['httponly', { term: '-httponly' }, '-httponly'],
  ['-httponly', { term: '-httponly' }, ''],
  ['site:a.com x', { term: 'site:b.com', instead: ['site:a.com'] }, 'x site:b.com'],
  ['site:b.com', { term: 'site:b.com', instead: ['site:a.com'] }, ''],
  ['"a  b" session', { term: 'session' }, '"a  b"'],
  ['ga or session', { term: 'session' }, '(ga or session) session'],
  ['(ga or session) session', { term: 'session' }, '(ga or session)'],
  ['-(a or (b c)) x', { term: 'x', negated: true }, '-(a or (b c)) -x'],
  ['(a', { term: 'x' }, '(a x'],
])('the query “%s” with %o becomes “%s”', (query, toggle, next) => {
  expect(toggleTerm(query, toggle)).toBe(next);
});

test('a term switched on is found in the query, and switched off it is gone again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', 'ga', 'a b', '"x y" -secure', 'size>4k', 'a or b', '-(a b) or c'),
      (query) => {
        const on = toggleTerm(query, { term: 'rule:expired' });
        expect(termState(on, 'rule:expired')).toBe('with');
        expect(termState(toggleTerm(on, { term: 'rule:expired' }), 'rule:expired')).toBe('absent');
      },
    ),
  );
});

test('a term is found in any case, and negated as such', () => {
  expect([
    termState('HttpOnly', 'httponly'),
    termState('-httponly', 'httponly'),
    termState('x', 'httponly'),
  ]).toEqual(['with', 'without', 'absent']);
});

test('quoted text is read back as one value', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const [token, ...others] = tokenize(`domain=${quoteTerm(text)}`).tokens;
      expect([token?.kind === 'condition' && token.text, others.length]).toEqual([text, 0]);
    }),
  );
});
