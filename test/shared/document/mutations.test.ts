import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { byteString, bytesOf } from '#shared/cookie/byte-string.ts';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { CookieDocument } from '#shared/document/cookie-document.ts';
import { entryDetail } from '#shared/document/entry-detail.ts';
import { expireEntries, fixAll } from '#shared/document/edits/edits.ts';
import { openDocument } from '#shared/document/open-document.ts';
import { View } from '#shared/document/view.ts';
import { finish } from '#shared/table/progress.ts';
import { fixtures, NOW, open, strings, written } from './open-for-test.ts';

// Many runs each: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 60_000 });

const files = fixtures().filter(({ text }) => text.length < 20_000);
const sources = readdirSync(new URL('../../fixtures/formats/', import.meta.url), {
  recursive: true,
  withFileTypes: true,
})
  .filter((entry) => entry.isFile())
  .map((entry) => byteString(readFileSync(`${entry.parentPath}/${entry.name}`)))
  .filter((text) => text.length < 20_000);

/** One small thing that may happen to a file: bytes put in, taken out, or put twice. */
const change = fc.record({
  at: fc.nat(20_000),
  length: fc.nat(40),
  put: fc.constantFrom(
    '',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\0',
    ' ',
    '#',
    '#HttpOnly_',
    '\xef\xbb\xbf',
    '\xff',
    '"',
    '{',
    '}',
    ',',
    '\\',
    '9'.repeat(30),
    '.',
  ),
  how: fc.constantFrom('put', 'cut', 'twice' as const),
});
type Mutation = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function mutated(text: ByteString, changes: readonly Mutation[]): ByteString {
  let bytes = text;
  for (const { at, length, put, how } of changes) {
    const from = at % (bytes.length + 1);
    const piece = bytes.slice(from, from + length);
    if (how === 'put') bytes = bytes.slice(0, from) + put + bytes.slice(from);
    else if (how === 'cut') bytes = bytes.slice(0, from) + bytes.slice(from + length);
    else bytes = bytes.slice(0, from) + piece + bytes.slice(from);
  }
  return bytes;
}

/** Looks at everything that a window shows of a document. */
function lookAtAll(document: CookieDocument): void {
  const view = new View(document);
  finish(view.query('is:entry', [{ column: 'severity', descending: false }]));
  view.rows(0, view.matches);
  for (const id of document.lines.ids()) entryDetail(document, { id, reveal: id % 2 === 0 });
}

test('a damaged cookie file opens, can be looked at, comes out as it went in, and is mended without harm', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      ({ text }, changes) => {
        const file = mutated(text, changes);
        const document = open(file, 'netscape');
        if (document.readOnly !== undefined) return;
        expect(written(document)).toBe(file);
        lookAtAll(document);
        finish(expireEntries(document, { ids: document.lines.ids(), now: NOW }));
        finish(fixAll(document, { now: NOW }));
        lookAtAll(document);
        expect(open(written(document), 'netscape').lines.liveCount).toBe(document.lines.liveCount);
        while (finish(document.undo()));
        expect(written(document)).toBe(file);
      },
    ),
    { numRuns: 80 },
  );
});

test('a damaged export is refused or comes out as it went in', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sources), fc.array(change, { maxLength: 4 }), (text, changes) => {
      const file = mutated(text, changes);
      const document = finish(openDocument({ bytes: bytesOf(file), strings, now: NOW }));
      if (!(document instanceof CookieDocument)) return;
      if (document.readOnly !== undefined) return;
      const asOpened = written(document);
      if (document.importedFrom === undefined) expect(asOpened).toBe(file);
      lookAtAll(document);
      finish(expireEntries(document, { ids: document.lines.ids(), now: NOW }));
      lookAtAll(document);
      expect(open(written(document), document.format.id).lines.liveCount).toBe(document.lines.liveCount);
      finish(document.undo());
      expect(written(document)).toBe(asOpened);
    }),
    { numRuns: 80 },
  );
});
