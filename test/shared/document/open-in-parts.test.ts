import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '#shared/cookie/byte-string.ts';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { CookieDocument } from '#shared/document/cookie-document.ts';
import { openDocument } from '#shared/document/open-document.ts';
import type { OpenRefusal } from '#shared/document/open-document.ts';
import { previewRows } from '#shared/document/preview-rows.ts';
import { View } from '#shared/document/view.ts';
import type { ViewRow } from '#shared/document/view-row.ts';
import { RULES } from '#shared/rules/registry.ts';
import { finish } from '#shared/table/progress.ts';
import { fixtures, HEADER, line, NOW, strings, written } from './open-for-test.ts';

/** Opens bytes that come in parts of these sizes, over and over; what has not come is not there yet. */
function openInParts(text: ByteString, parts: readonly number[]): CookieDocument | OpenRefusal {
  const source = bytesOf(text);
  const bytes = new Uint8Array(source.length + 64);
  let filled = 0;
  const work = openDocument({ bytes, size: source.length, filled: () => filled, strings, now: NOW });
  let steps = 0;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    if (step.value.waiting !== true) continue;
    const to = Math.min(source.length, filled + (parts[steps++ % parts.length] ?? 1));
    bytes.set(source.subarray(filled, to), filled);
    filled = to;
  }
}

function lookOf(opened: CookieDocument | OpenRefusal): unknown {
  if (!(opened instanceof CookieDocument)) return opened;
  const { findings } = opened.judge;
  return {
    text: written(opened),
    format: opened.format.id,
    counts: RULES.map((rule, place) => [rule.id, findings.count(place)]),
    words: findings.words.map((word) => [...word.subarray(0, opened.table.count)]),
    document: opened.documentFindings(),
  };
}

const partSizes = fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 6 });
const long = HEADER + line('.example.com TRUE / TRUE 1893456000 sid some-value-or-other').repeat(2500);

test.each(fixtures().map(({ name, text }) => [name, text] as const))(
  '%s opens the same in parts',
  (_, text) => {
    expect(lookOf(openInParts(text, [1, 7, 64]))).toEqual(lookOf(openInParts(text, [text.length + 1])));
  },
);

test('a file opens the same however its bytes come', () => {
  const files = fc.oneof(
    fc.constant(long),
    fc.constant(long.replaceAll('\n', '\r')),
    fc.constant(long.slice(0, 70_000)),
    fc.constant(`[${'{"name":"a","value":"b","domain":".example.com","path":"/"},'.repeat(1500)}{}]`),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => String.fromCharCode(...bytes)),
  );
  fc.assert(
    fc.property(files, partSizes, (text, parts) => {
      expect(lookOf(openInParts(text, parts))).toEqual(lookOf(openInParts(text, [text.length + 1])));
    }),
    { numRuns: 40 },
  );
});

test('a long file is read before its last byte is there', () => {
  const source = bytesOf(long);
  const work = openDocument({ bytes: source, filled: () => 80_000, strings, now: NOW });
  let rows = 0;
  let step = work.next();
  while (step.done !== true && step.value.waiting !== true) step = work.next();
  expect(step.done).toBe(false);
  const early = openDocument({ bytes: source, filled: () => 80_000, strings, now: NOW }, ({ table }) => {
    rows = table.count;
  });
  for (let at = early.next(); at.done !== true && at.value.waiting !== true;) at = early.next();
  expect(rows).toBeGreaterThan(100);
});

test.each([
  ['lines', long],
  ['JSON', `[${'{"name":"a","value":"b","domain":".example.com","path":"/"},'.repeat(1500)}{}]`],
])('the first rows of %s are told before the end, as a view shows them then', (_what, text) => {
  const early: ViewRow[] = [];
  const opened = finish(
    openDocument({ bytes: bytesOf(text), strings, now: NOW }, (first) =>
      early.push(...previewRows(first, 50)),
    ),
  );
  if (!(opened instanceof CookieDocument)) throw new Error('it is a cookie file');
  const view = new View(opened);
  finish(view.query('', []));
  const same = ({ line: _line, severity: _severity, findings: _findings, ...rest }: ViewRow) => rest;
  expect(early).toHaveLength(50);
  expect(early.map(same)).toEqual(view.rows(0, 50).map(same));
});

test('progress counts the lines that were read, of about as many as there are', () => {
  const lines = long.split('\n').length - 1;
  const told = [...openDocument({ bytes: bytesOf(long), strings, now: NOW })];
  expect(told.length).toBeGreaterThan(5);
  expect(told.at(-1)).toEqual({ done: lines, total: lines });
  for (const { done, total } of told) {
    expect(done).toBeLessThanOrEqual(total);
    expect(Math.abs(total - lines)).toBeLessThan(lines / 10);
  }
});
