import { describe, expect, test } from 'vitest';
import { byteString, bytesOf, encodeUtf8 } from '#shared/cookie/byte-string.ts';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { CookieDocument } from '#shared/document/cookie-document.ts';
import { fixAll } from '#shared/document/edits/edits.ts';
import { openDocument } from '#shared/document/open-document.ts';
import { RULES } from '#shared/rules/registry.ts';
import { EXAMPLE_NOW } from '#shared/rules/rule.ts';
import { finish } from '#shared/table/progress.ts';
import { byteStrings } from '../../main/files/byte-strings.ts';

const HEADER = '# Netscape HTTP Cookie File\n';
const ENTRIES =
  '.example.com\tTRUE\t/\tFALSE\t1820000000\tsid\tabc123def\nwww.example.com\tFALSE\t/in\tTRUE\t0\tother\tit"s\n';
const WHOLE = HEADER + ENTRIES;

function wide(text: string, bigEndian: boolean): ByteString {
  const bytes = Buffer.from(text, 'utf16le');
  return (bigEndian ? bytes.swap16() : bytes).toString('latin1');
}

interface Damaged {
  readonly what: string;
  readonly text: ByteString;
  /** The rules that explain it. */
  readonly rules: readonly string[];
  /** The rules that a person must choose to have it mended. */
  readonly chosen?: readonly string[];
}

const DAMAGED: readonly Damaged[] = [
  {
    what: 'UTF-16 as PowerShell writes it',
    text: `\xff\xfe${wide(WHOLE, false)}`,
    rules: ['encoding-utf-16'],
  },
  { what: 'UTF-16 that lost its mark', text: wide(WHOLE, false), rules: ['encoding-utf-16'] },
  { what: 'UTF-16 in the other order', text: wide(WHOLE, true), rules: ['encoding-utf-16'] },
  { what: 'a byte order mark', text: `\xef\xbb\xbf${WHOLE}`, rules: ['byte-order-mark'] },
  { what: 'NUL bytes behind the last line', text: WHOLE + '\0'.repeat(4096), rules: ['nul-padding'] },
  {
    what: 'NUL bytes instead of the last line end',
    text: `${WHOLE.slice(0, -1)}\0\0\0`,
    rules: ['nul-padding'],
  },
  { what: 'NUL bytes before everything', text: '\0'.repeat(300) + WHOLE, rules: ['nul-padding'] },
  { what: 'two million NUL bytes', text: WHOLE + '\0'.repeat(2_000_000), rules: ['nul-padding'] },
  { what: 'blanks for TABs', text: WHOLE.replaceAll('\t', '   '), rules: ['columns-not-tabs'] },
  { what: 'TABs written out', text: WHOLE.replaceAll('\t', '\\t'), rules: ['tabs-written-out'] },
  {
    what: 'lines broken at a TAB',
    text: WHOLE.replace('\tsid\t', '\tsid\n').replace('\t/in\t', '\t/in\n'),
    rules: ['line-wrapped'],
  },
  {
    what: 'lines broken within a column',
    text: WHOLE.replace('1820000000', '182000\n0000').replace('other', 'oth\ner'),
    rules: ['line-wrapped'],
  },
  {
    what: 'a value broken in three',
    text: WHOLE.replace('abc123def', 'abc\n123\ndef'),
    rules: ['value-wrapped'],
    chosen: ['value-wrapped'],
  },
  {
    what: 'HTML escapes',
    text: WHOLE.replace('it"s', 'it&quot;s'),
    rules: ['html-escaped'],
    chosen: ['html-escaped'],
  },
  {
    what: 'HTML escapes escaped again',
    text: WHOLE.replace('it"s', 'it&amp;quot;s'),
    rules: ['html-escaped'],
    chosen: ['html-escaped'],
  },
  {
    what: 'curly quotation marks',
    text: encodeUtf8(WHOLE.replace('it"s', 'it”s')),
    rules: ['curly-quotes'],
    chosen: ['curly-quotes'],
  },
  {
    what: 'a page around it',
    text: `<!DOCTYPE html><html><body><pre>${WHOLE}</pre></body></html>\n`,
    rules: ['html-around'],
  },
  { what: 'no header', text: ENTRIES, rules: ['header-missing'] },
  { what: 'CR for line ends', text: WHOLE.replaceAll('\n', '\r'), rules: ['cr-line-ends'] },
];

function opened(text: ByteString): CookieDocument {
  const document = finish(openDocument({ bytes: bytesOf(text), strings: byteStrings, now: EXAMPLE_NOW }));
  if (!(document instanceof CookieDocument)) throw new Error('it is not opened');
  return document;
}

const written = (document: CookieDocument): ByteString =>
  [...document.write()].map((bytes) => byteString(bytes)).join('');

describe.each(DAMAGED)('$what', ({ text, rules, chosen = [] }) => {
  test('is recognised and explained', () => {
    const document = opened(text);
    const { findings } = document.judge;
    const found = [
      ...RULES.filter((_, place) => findings.count(place) > 0),
      ...document.documentFindings().flatMap(({ rule }) => RULES[rule] ?? []),
    ].map(({ id }) => id);
    expect(found).toEqual(expect.arrayContaining([...rules]));
  });

  test('is repaired in one step, once and for all, and comes back with an undo', () => {
    const document = opened(text);
    const all = RULES.filter(
      (rule, place) =>
        document.judge.findings.shown(place) && (rule.fixNeedsChoice !== true || chosen.includes(rule.id)),
    ).map(({ id }) => id);
    const fixing = { rules: all, now: EXAMPLE_NOW };
    finish(fixAll(document, fixing));
    expect(written(document)).toBe(WHOLE);
    finish(fixAll(document, fixing));
    expect({ again: written(document), steps: document.steps().length }).toEqual({ again: WHOLE, steps: 1 });
    finish(document.undo());
    expect(written(document)).toBe(text);
  });
});

test('of text without columns it is said what it is, since the site is not known', () => {
  for (const [text, rule] of [
    ['sid=abc; theme=dark\n', 'cookie-header-text'],
    ['Cookie: sid=abc; theme=dark\n', 'set-cookie-line'],
  ] as const) {
    const { judge } = opened(text);
    expect(judge.findings.count(judge.findings.indexOf(rule))).toBe(1);
  }
});
