import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteStrings } from '../../../main/files/byte-strings.ts';
import { bytesOf } from '#shared/cookie/byte-string.ts';
import { readLine } from '#shared/table/read-line.ts';
import { Table } from '#shared/table/table.ts';
import { anyFile } from './arbitrary-lines.ts';
import { allBytes, readBytes, readInPieces, readText, rowFacts } from './read.ts';

const FOLDERS = ['clients/files', 'writers'].map((folder) =>
  path.join(import.meta.dirname, '../../fixtures', folder),
);
const FILES = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)));

function factsOf(table: Table): unknown[] {
  return Array.from({ length: table.count }, (_, row) => rowFacts(table, row));
}

/** Every line read by `readLine` alone, which is what the fast scanner must agree with. */
function readSlowly(bytes: Uint8Array): Table {
  const table = Table.forSize(byteStrings, bytes.length);
  table.bytes.set(bytes);
  const { store } = table.source();
  let from = 0;
  while (from < bytes.length) {
    const to = bytes.indexOf(0x0a, from) + 1 || bytes.length;
    store.reserveRows(1);
    readLine(store, from, to);
    from = to;
  }
  return table;
}

describe('reading a file', () => {
  it('finds the fixtures', () => expect(FILES.length).toBeGreaterThan(170));

  it.each(FILES.map((file) => [path.basename(file), file]))('gives back %s byte for byte', (_name, file) => {
    const bytes = new Uint8Array(readFileSync(file));
    const table = readBytes(bytes);
    expect(Buffer.from(allBytes(table)).equals(bytes)).toBe(true);
    expect(factsOf(table)).toEqual(factsOf(readSlowly(bytes)));
  });

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(allBytes(readBytes(bytes))).toEqual(bytes);
      }),
    );
  });

  it('gives back lines of every kind, and reads them fast as it reads them slowly', () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        const bytes = bytesOf(text);
        const table = readBytes(bytes);
        expect(allBytes(table)).toEqual(bytes);
        expect(factsOf(table)).toEqual(factsOf(readSlowly(bytes)));
      }),
      { numRuns: 500 },
    );
  });

  it('survives bytes changed, taken out and put in', () => {
    const files = FILES.map((file) => new Uint8Array(readFileSync(file))).filter(
      (bytes) => bytes.length < 4000,
    );
    const change = fc.record({
      at: fc.nat(),
      byte: fc.oneof(fc.nat(255), fc.constantFrom(9, 10, 13, 0, 35)),
      kind: fc.nat(2),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        (file, changes) => {
          const bytes = Array.from(file);
          for (const { at, byte, kind } of changes) {
            bytes.splice(at % (bytes.length + 1), kind === 0 ? 0 : 1, ...(kind === 2 ? [] : [byte]));
          }
          const mutated = Uint8Array.from(bytes);
          const table = readBytes(mutated);
          expect(allBytes(table)).toEqual(mutated);
          expect(factsOf(table)).toEqual(factsOf(readSlowly(mutated)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does not care in which pieces the bytes arrive', () => {
    fc.assert(
      fc.property(anyFile, fc.array(fc.nat(600), { maxLength: 8 }), (text, stops) => {
        const bytes = bytesOf(text);
        expect(factsOf(readInPieces(bytes, stops))).toEqual(factsOf(readBytes(bytes)));
      }),
    );
  });

  it('reads an empty file as no rows', () => expect(readText('').count).toBe(0));
});
