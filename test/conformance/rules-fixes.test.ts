import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, encodeUtf8 } from '#shared/cookie/byte-string.ts';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { CookieDocument } from '#shared/document/cookie-document.ts';
import { fixAll } from '#shared/document/edits/fix-all.ts';
import { openDocument } from '#shared/document/open-document.ts';
import { finish } from '#shared/table/progress.ts';
import { RULES, ruleById } from '#shared/rules/registry.ts';
import { EXAMPLE_NOW } from '#shared/rules/rule.ts';
import { byteStrings } from '../../main/files/byte-strings.ts';
import { PlainJudge, tableOf } from './plain-judge.ts';

/** Fields as people and programs get them wrong, each with right ones among them. */
const DOMAINS = [
  '.example.com',
  'www.example.com',
  '..example.com',
  '.Example.COM',
  'example.com.',
  '.',
  '',
  'com',
  '.com',
  '.co.uk',
  'github.io',
  '127.0.0.1',
  '.127.0.0.1',
  '0.0.1',
  '::1',
  '[::1]',
  '.[::1]',
  'localhost',
  '.localhost',
  'intranet',
  '.intranet',
  'example.com:8080',
  '127.0.0.1:80',
  'https://www.example.com/x',
  '*.example.com',
  'exa mple.com',
  ' example.com',
  'a..b.com',
  encodeUtf8('.bücher.com'),
  'caf\xe9.com',
  encodeUtf8('BÜCHER.de:80'),
  'example.con',
  '.example.com\r',
  '#x.com',
  '..localhost',
  '.Localhost:1.',
  'EXAMPLE.com.:80',
  '[x]',
  '.:',
  'xn--bcher-kva.com',
  '*.com',
  '..com',
  '.COM.',
  'https://com',
  encodeUtf8('.рф'),
  `${'a'.repeat(64)}.com`,
];
const FLAGS = ['TRUE', 'FALSE', 'true', 'False', '', 'T', 'yes', '0', ' TRUE', 'FALSE ', 'maybe', '1'];
const PATHS = [
  '/',
  '',
  '/dir',
  '/dir/',
  'dir',
  '\\dir',
  '/a\\b',
  '"/dir"',
  '"dir"',
  '""',
  'TRUE',
  '//x',
  '/x/./y/..',
  '/a b',
  '/a;b',
  '/index.html',
  encodeUtf8('/žemė'),
  '/caf\xe9',
  '/usr/x.htm/',
  '\\',
  'a b\\c;',
  '/x.y/',
  '"',
  '/é.txt ',
  '/.html',
];
const EXPIRIES = [
  '1820000000',
  '0',
  '1',
  '',
  '-1',
  '-5',
  '-0',
  '-1.0',
  '0.0',
  '1820000000.5',
  '1.',
  '1.82e9',
  '0x6C7AE100',
  '+1820000000',
  ' 1820000000 ',
  'Session',
  'never',
  'soon',
  '2027-09-03',
  '2027-09-03T23:33:20Z',
  'Fri, 03 Sep 2027 23:33:20 GMT',
  '1820000000abc',
  '1820000000000',
  '1820000000000000',
  '13464473600000000',
  '134644736000000000',
  '1820000000000000000',
  '9223372036854775807',
  '99999999999999999999',
  '253402300800',
  '900000000000',
  '"1820000000"',
  '1_820_000_000',
  '1e30',
  '.5',
  '-',
  '4102444800',
  '1e3',
  '999999999999999999999999e9',
];
const NAMES = [
  'a',
  '',
  '$a',
  'a b',
  'a=b',
  '"a"',
  'a[1]',
  '__Secure-a',
  '__Host-a',
  '__host-http-a',
  '__Http-',
  'sessionid',
  encodeUtf8('ž'),
  'a\xe9',
  'a\x01',
  '#HttpOnly_',
  'FOO',
  'foo',
];
const VALUES = [
  '1',
  '',
  'a b',
  ' a',
  '"a b"',
  'a;b',
  '{"a":1}',
  encodeUtf8('Žemė'),
  '\xe9',
  '\x01',
  '%u017D',
  '%E9',
  'null',
  '[object Object]',
  'me@example.com',
  'x\ry',
  ' ',
  '" "',
  'TRUE',
  '100%',
  '\x7f%',
];
const MARKS = [
  '',
  '',
  '',
  '#HttpOnly_',
  '#HttpOnly_#HttpOnly_',
  '# HttpOnly_',
  '#httponly_',
  ' ',
  '\t',
  ' #HttpOnly_',
  '#',
];
const GAPS = ['\t', '\t', '\t', '\t', ' ', '   ', '\t\t', '\xc2\xa0 '];
const TAILS = ['', '', '', '\t', '\t2', '\tHttpOnly', '\tx\ty'];

const line = fc
  .record({
    mark: fc.constantFrom(...MARKS),
    fields: fc.tuple(
      fc.constantFrom(...DOMAINS),
      fc.constantFrom(...FLAGS),
      fc.constantFrom(...PATHS),
      fc.constantFrom(...FLAGS),
      fc.constantFrom(...EXPIRIES),
      fc.constantFrom(...NAMES),
      fc.constantFrom(...VALUES),
    ),
    gap: fc.constantFrom(...GAPS),
    missing: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, 2, 6, 4),
    tail: fc.constantFrom(...TAILS),
  })
  .map(
    ({ mark, fields, gap, missing, tail }) =>
      mark + fields.filter((_, at) => at !== missing).join(gap) + tail,
  );

const fixable = RULES.filter(
  (rule) =>
    rule.scope !== 'document' &&
    (('fix' in rule && rule.fix !== undefined) || ('fixLine' in rule && rule.fixLine !== undefined)),
);
const judged = (file: ByteString): PlainJudge => new PlainJudge(tableOf(file), RULES, EXAMPLE_NOW);

/** What a fix may bring to light: the true expiry of a line that could not be read, and what a line makes with others. */
function mayReveal(id: string): boolean {
  const scope = ruleById(id)?.scope;
  return scope === 'group' || scope === 'time';
}

describe('any line that somebody got wrong', () => {
  test.each(fixable.map((rule) => [rule.id, rule] as const))(
    'is mended by the fix of %s without new warnings or errors, once for all',
    (id, rule) => {
      fc.assert(
        fc.property(fc.array(line, { minLength: 8, maxLength: 8 }), (lines) => {
          // Each line is judged alone: what lines make together is another matter.
          for (const text of lines) {
            const before = judged(`${text}\n`);
            const fixes = before.fixes(rule);
            if ([...fixes.values()].every((fix) => fix === undefined)) continue;
            const file = before.fixed(rule);
            const after = judged(file);
            const parsed = rule.scope !== 'unparsed' && rule.scope !== 'comment';
            const brought = [...after.serious()]
              .filter(
                ([other, count]) => parsed && count > (before.serious().get(other) ?? 0) && !mayReveal(other),
              )
              .map(([other]) => other);
            expect({ text, left: after.rows(id).size, brought, again: after.fixed(rule) }).toEqual({
              text,
              left: 0,
              brought: [],
              again: file,
            });
          }
        }),
        { numRuns: 100 },
      );
    },
  );
});

/** What is wrong with a document, by rule. */
function wrongs(document: CookieDocument): ReadonlyMap<string, number> {
  const { findings } = document.judge;
  const whole = document.documentFindings().map(({ rule }) => rule);
  return new Map(
    RULES.map((rule, at) => [rule, findings.count(at) + (whole.includes(at) ? 1 : 0)] as const)
      .filter(([{ severity }, count]) => count > 0 && (severity === 'error' || severity === 'warning'))
      .map(([{ id }, count]) => [id, count]),
  );
}

function opened(file: ByteString): CookieDocument {
  const document = finish(
    openDocument({ bytes: bytesOf(file), strings: byteStrings, now: EXAMPLE_NOW, as: 'netscape' }),
  );
  if (!(document instanceof CookieDocument)) throw new Error('any bytes are a Netscape file');
  return document;
}

const written = (document: CookieDocument): ByteString =>
  [...document.write()].map((bytes) => byteStrings.decode(bytes, 0, bytes.length)).join('');

describe('fixing all that needs no choice', () => {
  test.each(readdirSync(new URL('../fixtures/clients/files/', import.meta.url)))(
    'leaves %s with fewer wrongs or as many, and a second time changes nothing',
    (name) => {
      const document = opened(
        readFileSync(new URL(`../fixtures/clients/files/${name}`, import.meta.url), 'latin1'),
      );
      if (document.readOnly !== undefined) return;
      const before = wrongs(document);
      finish(fixAll(document, { now: EXAMPLE_NOW }));
      const file = written(document);
      const again = opened(file);
      const sum = (counts: ReadonlyMap<string, number>): number =>
        [...counts.values()].reduce((all, count) => all + count, 0);
      expect(sum(wrongs(again))).toBeLessThanOrEqual(sum(before));
      finish(fixAll(again, { now: EXAMPLE_NOW }));
      expect(written(again)).toBe(file);
    },
  );
});

test('a file with a missing header, doubled TABs, blanks for TABs, an empty path and lower-case flags is whole again', () => {
  const document = opened(
    [
      'www.example.com\tFALSE\t\tFALSE\t1820000000\ta\t1',
      'www.example.com FALSE / FALSE 1820000000 b 2',
      '.example.com\t\ttrue\t/\tfalse\t1820000000\tc\t3',
      '.example.com\ttrue\t/\tfalse\t\td\t',
      '.example.com\tTRUE\t/\tFALSE\t1820000000\te',
    ].join('\r\n'),
  );
  finish(fixAll(document, { now: EXAMPLE_NOW }));
  expect(written(document)).toBe(
    [
      '# Netscape HTTP Cookie File',
      'www.example.com\tFALSE\t/\tFALSE\t1820000000\ta\t1',
      'www.example.com\tFALSE\t/\tFALSE\t1820000000\tb\t2',
      '.example.com\tTRUE\t/\tFALSE\t1820000000\tc\t3',
      '.example.com\tTRUE\t/\tFALSE\t0\td\t',
      '.example.com\tTRUE\t/\tFALSE\t1820000000\te\t',
      '',
    ].join('\r\n'),
  );
  expect([...wrongs(document)]).toEqual([]);
});
