import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteString, encodeUtf8 } from '#shared/cookie/byte-string.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { fixRule } from '#shared/document/edits/fix-rule.ts';
import { writableFormatById } from '#shared/formats/registry.ts';
import { exampleFile } from '#shared/rules/example.ts';
import { RULES } from '#shared/rules/registry.ts';
import { EXAMPLE_NOW } from '#shared/rules/rule.ts';
import { Kind, KIND_MASK } from '#shared/table/columns.ts';
import { finish } from '#shared/table/progress.ts';
import { open, written } from '../shared/document/open-for-test.ts';

/** What is about how a line is spelt, and means nothing inside JSON. Every other rule is asked there too. */
const ABOUT_LINES = [
  'header-missing',
  'header-not-first',
  'header-unknown',
  'byte-order-mark',
  'cr-line-ends',
  'mixed-line-ends',
  'crlf-line-ends',
  'final-newline-missing',
  'line-wrapped',
  'value-wrapped',
  'columns-not-tabs',
  'tabs-written-out',
  'cookie-header-text',
  'html-around',
  'too-few-fields',
  'doubled-tabs',
  'trailing-tab',
  'size-column',
  'http-only-column',
  'too-many-fields',
  'nul-byte',
  'nul-padding',
  'kept-line-too-long-for-curl',
  'set-cookie-line',
  'dollar-line',
  'http-only-mark-misspelt',
  'http-only-mark-doubled',
  'cookie-commented-out',
  'comment-too-long-for-curl',
  'comment-not-utf-8',
  'leading-blanks',
  'value-tab-missing',
  'line-too-long-for-curl',
  'carriage-return-inside',
  'flag-not-true-or-false',
  'secure-not-true-or-false',
  'expiry-empty',
  'expiry-not-a-number',
  'expiry-not-plain-digits',
  'expiry-negative',
  'expiry-fraction',
  'expiry-zero',
];

const json = (elements: readonly unknown[]): CookieDocument =>
  open(encodeUtf8(JSON.stringify(elements)), 'cookie-editor');

/** The ids of all rules that find something. */
function found(document: CookieDocument): readonly string[] {
  const { findings } = document.judge;
  const whole = document.documentFindings().map(({ rule }) => rule);
  return findings.rules.filter((_, at) => findings.count(at) > 0 || whole.includes(at)).map(({ id }) => id);
}

/** The cookies of a file of lines, as Cookie-Editor would export them. */
function asJson(lines: CookieDocument): CookieDocument {
  const format = writableFormatById('cookie-editor');
  if (format === undefined) throw new Error('the format is registered');
  const { table } = lines;
  const entries = [...lines.lines.rows()].filter(
    (row) => ((table.columns.flags[row] ?? 0) & KIND_MASK) === Kind.entry,
  );
  const chunks = [...format.write(entries.map((row) => table.cookie(row)))];
  return open(chunks.map((chunk) => byteString(chunk)).join(''), 'cookie-editor');
}

test('JSON is asked every rule but those about the spelling of lines', () => {
  const asked = new Set(json([]).judge.findings.rules.map(({ id }) => id));
  expect(RULES.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual(ABOUT_LINES);
});

test('rules about comments and about kept lines are never asked in JSON, but for elements that are no cookie', () => {
  const { rules } = json([]).judge.findings;
  const kept = rules.filter(({ scope }) => scope === 'comment' || scope === 'unparsed');
  expect(kept.map(({ id }) => id)).toEqual(['domain-empty', 'line-too-long', 'element-unreadable']);
});

/** Rules whose examples do not survive the way from lines into JSON. */
const LOST_ON_THE_WAY: Readonly<Record<string, string>> = {
  'not-utf-8': 'such a cookie is left out',
  'domain-flag-mismatch': 'the cookie has one scope, and is written with it',
  'domain-many-dots': 'all but one full stop are dropped',
  'same-site-none-not-secure': 'no line says SameSite: it has examples in other tests',
};

describe('a rule about cookies finds in JSON what it finds in lines', () => {
  const rules = RULES.filter(
    ({ scope, linesOnly }) => linesOnly !== true && ['host', 'row', 'time', 'group', 'site'].includes(scope),
  );

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const survived = rule.examples.fail.some((example) =>
      found(asJson(open(exampleFile(rule, example), 'netscape'))).includes(id),
    );
    expect(survived).toBe(LOST_ON_THE_WAY[id] === undefined);
  });
});

describe('a rule about the spelling of lines', () => {
  const only = RULES.filter(({ linesOnly }) => linesOnly === true);

  test('finds nothing in JSON, and its fix does nothing there', () => {
    const element = fc.oneof(
      fc.jsonValue(),
      fc.record({
        domain: fc.constantFrom('', '.example.com', '#HttpOnly_example.com', ' example.com', '#'),
        name: fc.string(),
        value: fc.oneof(fc.string(), fc.constantFrom('a\tb', 'a\r', '\0', 'Cookie: a=b')),
        expirationDate: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(0)),
      }),
    );
    fc.assert(
      fc.property(fc.array(element, { maxLength: 4 }), (elements) => {
        const document = json(elements);
        const before = written(document);
        const all = found(document);
        expect(all.filter((id) => ABOUT_LINES.includes(id))).toEqual([]);
        for (const { id } of only) finish(fixRule(document, { rule: id, now: EXAMPLE_NOW }));
        expect(document.version).toBe(0);
        expect(written(document)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});
