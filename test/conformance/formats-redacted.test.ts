import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { byteString } from '#shared/cookie/byte-string.ts';
import { redactDocument } from '#shared/document/redact/redact-document.ts';
import { FORMATS } from '#shared/formats/registry.ts';
import { finish } from '#shared/table/progress.ts';
import { open } from '../shared/document/open-for-test.ts';
import { fixture, fixtures } from './format-reading.ts';

const SAMPLES = FORMATS.filter(({ kind }) => kind !== 'lines').flatMap((format) =>
  fixtures(`formats/${format.id}`).map((path) => ({ path, format })),
);

/** Shorter values may stand in any file by chance; these are words that are nobody's secret. */
const SHORTEST = 6;
const HARMLESS = /^(?:undefined|\[object Object\]|deleted)$/i;

const draw = (text: string, length: number): Uint8Array => {
  const block = createHmac('sha256', 'key of the test').update(text.slice(0, 4096), 'latin1').digest();
  return Buffer.alloc(length, block);
};

test.each(SAMPLES)('$path is redacted in its format, and no value is left', ({ path, format }) => {
  const document = open(byteString(fixture(path)), format.id);
  const ids = [...document.lines.ids()].filter((id) => document.kind(id) === 'entry');
  const values = ids.map((id) => document.table.cookie(document.lines.row(id)).value);
  const text = byteString(finish(redactDocument(document, draw)).bytes);
  const left = values.filter((value) => value.length >= SHORTEST && text.includes(value));
  expect(left.filter((value) => !HARMLESS.test(value)).length).toBe(0);
  const redacted = open(text, document.format.id);
  expect(redacted.counts().entries).toBe(ids.length);
});
