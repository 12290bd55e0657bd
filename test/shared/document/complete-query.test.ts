import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeQuery } from '#shared/document/query/complete-query.ts';
import { parseQuery } from '#shared/document/query/parse-query.ts';
import { VOCABULARY } from '#shared/document/query/vocabulary.ts';

const KNOWN = [
  { term: 'site:example.com', label: 'example.com', count: 12 },
  { term: 'site:shop.example', label: 'shop.example', count: 3 },
  { term: 'rule:expired', label: 'Expired', count: 4 },
  { term: '-httponly', label: 'Not HttpOnly', count: 9 },
];

const offered = (query: string, cursor = query.length): readonly string[] =>
  completeQuery(query, cursor, KNOWN).options.map(({ insert }) => insert);

test.each<[string, readonly string[]]>([
  ['', []],
  ['ga ', []],
  ['do', ['domain:']],
  ['-HTTP', ['httponly']],
  ['httponly', []],
  ['exa', ['site:example.com', 'site:shop.example']],
  ['ga or (sit', ['site:', 'site:example.com', 'site:shop.example']],
  ['site:', ['site:example.com', 'site:shop.example']],
  ['site:sh', ['site:shop.example']],
  ['site:example.com', []],
  ['rule:', ['rule:expired']],
  ['expi', ['expired', 'expires<', 'expires>', 'expires:', 'rule:expired']],
  ['severity:', ['severity:error', 'severity:warning', 'severity:info', 'severity:hint']],
  ['"do', []],
  ['"do"', []],
  ['/do/', []],
])('%s may go on as %o', (query, expected) => {
  expect(offered(query)).toEqual(expected);
});

test('what is offered takes the place of the condition before the cursor, not of its minus sign', () => {
  const { from, to } = completeQuery('ga -sec x', 7, KNOWN);
  expect([from, to]).toEqual([4, 7]);
});

test('every word of the language is understood once it is finished', () => {
  const endings: Readonly<Record<string, string>> = {
    'expires<': '7d',
    'expires>': '7d',
    'expires:': '2027',
    'size>': '1',
    'size<': '1',
    'rule:': 'expired',
  };
  for (const { word } of VOCABULARY) {
    const ending = word.endsWith('-by:') ? 'curl' : (endings[word] ?? (word.endsWith(':') ? 'x' : ''));
    expect(parseQuery(word + ending).error).toBeUndefined();
  }
});

test('no text and cursor make it throw, and its place lies inside the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.nat(20), (query, at) => {
      const cursor = Math.min(at, query.length);
      const { from, to, options } = completeQuery(query, cursor, KNOWN);
      expect(from >= 0 && from <= to && to === cursor).toBe(true);
      expect(options.length).toBeLessThanOrEqual(8);
    }),
  );
});
