import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf16FromUtf8, wholeLetters } from '#shared/table/utf-16.ts';

function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort(
    (one, other) => one - other,
  );
  return [...ends, bytes.length].map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end));
}

function joined(pieces: readonly Uint8Array[]): number[] {
  return pieces.flatMap((piece) => [...piece]);
}

describe('UTF-8 that comes in pieces', () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 40 })
    .map((letters) => new TextEncoder().encode(letters));
  const anything = fc.uint8Array({ maxLength: 40 });
  const places = fc.array(fc.nat(), { maxLength: 6 });

  it('is the same UTF-16 as in one piece, wherever it was cut and whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(text, anything), places, fc.boolean(), (bytes, at, bigEndian) => {
        const pieces = [...wholeLetters(cut(bytes, at))].map((piece) => utf16FromUtf8(piece, bigEndian));
        expect(joined(pieces)).toEqual([...utf16FromUtf8(bytes, bigEndian)]);
      }),
    );
  });

  it('comes in pieces still', () => {
    const bytes = new TextEncoder().encode('ab€cd');
    expect([...wholeLetters(cut(bytes, [1, 3]))].length).toBeGreaterThan(1);
  });
});
