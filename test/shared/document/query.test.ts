import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import { explainQuery } from '#shared/document/query/explain-query.ts';
import { parseQuery } from '#shared/document/query/parse-query.ts';
import { quoteTerm, typedTerms } from '#shared/document/query/query-terms.ts';
import { topTerms } from '#shared/document/query/query-terms.ts';
import type { Leaf, Query } from '#shared/document/query/query.ts';
import { HEADER, line, open } from './open-for-test.ts';
import { evaluateQuery, firstMatches, lineTest } from '#shared/document/query/evaluate-query.ts';
import { finish } from '#shared/table/progress.ts';

/** The conditions of a query, negated ones with `not`. */
function leaves(text: string): (Leaf | { not: Leaf })[] {
  const { query, error } = parseQuery(text);
  expect(error).toBeUndefined();
  const terms: readonly Query[] = query.kind === 'and' ? query.terms : [query];
  return terms.flatMap((term): (Leaf | { not: Leaf })[] => {
    if (term.kind === 'leaf') return [term.leaf];
    return term.kind === 'not' && term.term.kind === 'leaf' ? [{ not: term.term.leaf }] : [];
  });
}

const text = (words: string, field?: 'name' | 'value' | 'domain' | 'site' | 'path', whole = false): Leaf => ({
  kind: 'text',
  text: words,
  whole,
  ...(field && { field }),
});

test.each<[string, (Leaf | { not: Leaf })[]]>([
  ['', []],
  ['   ', []],
  ['ga', [text('ga')]],
  ['ga _id', [text('ga'), text('_id')]],
  ['"two words"', [text('two words')]],
  ['"say \\"hi\\""', [text('say "hi"')]],
  ['-ga', [{ not: text('ga') }]],
  ['-', [text('-')]],
  ['name:sid', [text('sid', 'name')]],
  ['NAME:sid', [text('sid', 'name')]],
  ['name=sid', [text('sid', 'name', true)]],
  ['name=""', [text('', 'name', true)]],
  ['value:"a b"', [text('a b', 'value')]],
  ['-domain:"example.com"', [{ not: text('example.com', 'domain') }]],
  ['site:example.com', [text('example.com', 'site', true)]],
  ['httponly -secure', [{ kind: 'flag', word: 'httponly' }, { not: { kind: 'flag', word: 'secure' } }]],
  ['"secure"', [text('secure')]],
  [
    'is:HttpOnly is:comment',
    [
      { kind: 'flag', word: 'httponly' },
      { kind: 'line', word: 'comment' },
    ],
  ],
  ['expires:session', [{ kind: 'flag', word: 'session' }]],
  ['expires<7d', [{ kind: 'expires', comparison: '<', moment: { kind: 'relative', seconds: 604_800 } }]],
  [
    'expires>=2027',
    [{ kind: 'expires', comparison: '>=', moment: { kind: 'span', from: 1_798_761_600, to: 1_830_297_600 } }],
  ],
  [
    'expires:2027-03',
    [{ kind: 'expiresBetween', last: { kind: 'span', from: 1_803_859_200, to: 1_806_537_600 } }],
  ],
  [
    'expires:24h..7d',
    [
      {
        kind: 'expiresBetween',
        first: { kind: 'relative', seconds: 86_400 },
        last: { kind: 'relative', seconds: 604_800 },
      },
    ],
  ],
  ['size>1k', [{ kind: 'size', comparison: '>', bytes: 1024 }]],
  ['size:0', [{ kind: 'size', comparison: '=', bytes: 0 }]],
  ['severity:error', [{ kind: 'severity', severity: 'error' }]],
  ['purpose:Analytics', [{ kind: 'purpose', purpose: 'analytics' }]],
  ['first-party:www.Example.com', [{ kind: 'party', word: 'first-party', site: 'example.com' }]],
  ['third-party:"https://a.b.co.uk:8080/x?y"', [{ kind: 'party', word: 'third-party', site: 'b.co.uk' }]],
  ['long-lived-id', [{ kind: 'flag', word: 'long-lived-id' }]],
  ['rule:expired', [{ kind: 'rule', rule: 'expired' }]],
])('%s is read as conditions', (query, expected) => {
  expect(leaves(query)).toEqual(expected);
});

test.each([
  ['ga "open', 3, 8, 'quotation mark'],
  ['colour:red', 0, 10, 'no field “colour”'],
  ['a expires<soon b', 2, 14, 'Write a time'],
  ['expires:2027-13', 0, 15, 'Write a time'],
  ['size>big', 0, 8, 'number of bytes'],
  ['rule:none-such', 0, 14, 'no rule'],
  ['severity:bad', 0, 12, 'error, warning'],
  ['is:odd', 0, 6, 'entry, comment'],
  ['purpose:fun', 0, 11, 'advertising or unknown'],
  ['third-party:', 0, 12, 'third-party:example.com'],
  ['first-party:"a b"', 0, 17, 'Name the site'],
  ['name<3', 0, 6, 'name:text'],
  ['domain:', 0, 7, 'what the domain contains'],
  ['""', 0, 2, 'nothing between'],
  ['a or', 2, 4, 'both sides of “or”'],
  ['or a', 0, 2, 'both sides of “or”'],
  ['a or or b', 2, 4, 'both sides of “or”'],
  ['(a or ) b', 3, 5, 'both sides of “or”'],
  ['a (b or c', 2, 3, 'never closed'],
  ['a -(', 2, 4, 'never closed'],
  ['a) b', 1, 2, 'No parenthesis was opened'],
  [') b', 0, 1, 'No parenthesis was opened'],
  ['a ()', 2, 4, 'nothing between the parentheses'],
  ['name:(a or b)', 0, 5, 'what the name contains'],
  ['x /a(b/', 2, 7, 'no regular expression: missing closing )'],
  ['-name:/[/', 0, 9, 'no regular expression: missing closing ]'],
])('%s is wrong at [%i, %i): %s', (query, from, to, words) => {
  const { error } = parseQuery(query);
  expect(error).toEqual({ from, to, message: expect.stringContaining(words) as string });
});

test('no text makes the reader throw, and an error lies inside the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (query) => {
      const { error } = parseQuery(query);
      if (error !== undefined)
        expect(error.from >= 0 && error.from <= error.to && error.to <= query.length).toBe(true);
    }),
  );
});

test('any text can be quoted into a term that searches for it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (words) => {
      expect(leaves(`name:${quoteTerm(words)}`)).toEqual([text(words, 'name')]);
    }),
  );
});

test('the terms that are switched on are those that were typed', () => {
  expect([...typedTerms('Site:Example.com -httponly  ga')]).toEqual(['site:example.com', '-httponly', 'ga']);
});

test.each([
  ['', 'All entries and unread lines'],
  ['ga -httponly', 'Lines that contain “ga” and are not HttpOnly'],
  ['expires<7d', 'Lines that expire within 7 days'],
  ['expires:24h', 'Lines that expire in the next 1 day'],
  ['expires:2027-03', 'Lines that expire in March 2027'],
  ['expires>2027-03-01', 'Lines that expire after 1 March 2027'],
  ['expires:2027..2028', 'Lines that expire between 2027 and 2028'],
  ['-problem', 'Lines that have no problem'],
  ['-expired', 'Lines that are not expired'],
  ['site:example.com', 'Lines that belong to the site example.com'],
  ['-name=sid', 'Lines that do not have the name “sid”'],
  ['size>1k', 'Lines that take more than 1024 bytes'],
  ['purpose:analytics', 'Lines that are probably for analytics'],
  ['-purpose:unknown', 'Lines that are not of unknown purpose'],
  ['third-party:www.example.com', 'Lines that are third-party on example.com'],
  ['-long-lived-id', 'Lines that have no value that may single out one person for more than 13 months'],
  ['a or b c', 'Lines that contain “a” or (contain “b” and contain “c”)'],
  ['(a or b) secure', 'Lines that (contain “a” or contain “b”) and are sent over HTTPS only'],
  ['-(a or secure)', 'Lines that do not contain “a” and are not sent over HTTPS only'],
  ['-(a -(b or secure))', 'Lines that do not contain “a” or contain “b” or are sent over HTTPS only'],
  ['((a))', 'Lines that contain “a”'],
  ['/^_g(a|id)$/', 'Lines that match /^_g(a|id)$/'],
  ['-name:/^_/', 'Lines that do not match /^_/ in the name'],
  ['path:/a/b/', 'Lines that have “/a/b/” in the path'],
])('%s means: %s', (query, words) => {
  expect(explainQuery(parseQuery(query).query)).toBe(words);
});

test.each([
  ['a or b c', ['(a or b c)']],
  ['a (b or c) -(d)', ['a', '(b or c)', '-(d)']],
  ['a (b or', ['a', '(b or']],
  ['a) b', ['a', ')', 'b']],
])('the terms of %s are %o', (query, terms) => {
  expect(topTerms(query)).toEqual(terms);
});

const JAR = [
  'www.example.com FALSE / FALSE 0 sid alpha',
  '.example.com TRUE /app TRUE 1893456000 _ga G.1',
  '.other.test TRUE / FALSE 1893456000 _gid G.2',
  'other.test FALSE / FALSE 0 zürich naïve',
];
const ASKED: readonly (readonly [string, readonly number[]])[] = [
  ['', [2, 3, 4, 5, 6]],
  ['sid or _gid', [2, 4]],
  ['sid or _gid -site:other.test', [2]],
  ['(sid or _gid) -site:other.test', [2]],
  ['-(sid or _gid)', [3, 5, 6]],
  ['session or secure', [2, 3, 5]],
  ['(session or secure) site:example.com', [2, 3]],
  ['/^_g(a|id)$/', [3, 4]],
  ['name:/^_G/', [3, 4]],
  ['name:/(?-i)^_G/', []],
  ['value:/^g[.]\\d$/ or name:/ü/', [3, 4, 5]],
  ['domain:/^other/', [4, 5]],
  ['site:/^example/ -path:/^.app/', [2]],
  ['/odd line/', []],
  ['/odd.line/', [6]],
  ['purpose:analytics', [3, 4]],
  ['purpose:unknown', [2, 5]],
  ['first-party:www.example.com', [2, 3]],
  ['third-party:https://example.com/', [4, 5]],
  ['-/ï/', [2, 3, 4, 6]],
];

test.each(ASKED)('the lines of %s are %o', (asked, expected) => {
  const document = open(encodeUtf8(`${HEADER}${JAR.map((entry) => line(entry)).join('')}an odd line\n`));
  const { query, error } = parseQuery(asked);
  expect(error).toBeUndefined();
  const ids = [...finish(evaluateQuery(document, query))];
  expect(ids.map((id) => id + 1)).toEqual(expected);
  expect(finish(firstMatches(document, query, 100))).toEqual(ids);
  const test = lineTest(document, query);
  for (const id of document.lines.ids()) {
    const kind = document.kind(id);
    if (kind === 'entry' || kind === 'unparsed') expect(test(id)).toBe(ids.includes(id));
  }
});
