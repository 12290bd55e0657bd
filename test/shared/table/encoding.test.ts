import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteStrings } from '../../../main/files/byte-strings.ts';
import { bytesOf } from '#shared/cookie/byte-string.ts';
import type { Decoded } from '#shared/table/encoding.ts';
import { byteOrderMark, decodeFile, encodeStretch } from '#shared/table/encoding.ts';
import { finish } from '#shared/table/progress.ts';

function decode(bytes: Uint8Array): Decoded {
  const copy = Uint8Array.from(bytes);
  return finish(decodeFile(copy, copy.length, byteStrings));
}

function encode({ bytes, from, size, encoding }: Decoded): Uint8Array {
  const content = encodeStretch(bytes.subarray(from, size), encoding);
  return Uint8Array.from(Buffer.concat([byteOrderMark(encoding), content]));
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return Uint8Array.from(bigEndian ? bytes.swap16() : bytes);
}

const pieces = fc.string({
  unit: fc.constantFrom('a', '\t', '\n', '\r', 'é', '語', '🍪', '\0', '\ufffd', '\ufeff'),
  maxLength: 40,
});

describe('encodings', () => {
  it('leaves plain files where they are', () => {
    const bytes = Uint8Array.from(bytesOf('a\r\nb\n\xff'));
    const decoded = finish(decodeFile(bytes, bytes.length, byteStrings));
    expect(decoded.bytes).toBe(bytes);
    expect(decoded).toMatchObject({
      from: 0,
      size: 6,
      reversible: true,
      encoding: { charset: 'utf-8', byteOrderMark: false, crOnly: false },
    });
  });

  it('skips the byte order mark of UTF-8 and gives it back', () => {
    const bytes = bytesOf('\xef\xbb\xbf# a\n');
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ from: 3, size: 7, encoding: { charset: 'utf-8', byteOrderMark: true } });
    expect(encode(decoded)).toEqual(bytes);
  });

  it('turns CR alone into LF and back', () => {
    const decoded = decode(bytesOf('a\rb\r\rc'));
    expect(byteStrings.decode(decoded.bytes, decoded.from, decoded.size)).toBe('a\nb\n\nc');
    expect(decoded.encoding.crOnly).toBe(true);
    expect(encode(decoded)).toEqual(bytesOf('a\rb\r\rc'));
  });

  it('does not take a file for CR alone that has an LF', () => {
    expect(decode(bytesOf('a\rb\n')).encoding.crOnly).toBe(false);
  });

  it.each([false, true])(
    'knows UTF-16 that lost its byte order mark, and writes it back without one',
    (big) => {
      const bytes = utf16('# Netscape\n.example\té\n', big).slice(2);
      const decoded = decode(bytes);
      expect(byteStrings.decode(decoded.bytes, decoded.from, decoded.size)).toBe(
        '# Netscape\n.example\t\xc3\xa9\n',
      );
      expect(decoded.encoding).toEqual({
        charset: big ? 'utf-16be' : 'utf-16le',
        byteOrderMark: false,
        crOnly: false,
      });
      expect(encode(decoded)).toEqual(bytes);
    },
  );

  it('takes a few NUL bytes in a plain file for what they are', () => {
    for (const text of ['a\0b\0c\0', `${'a\0'.repeat(7)}bb`, '\0'.repeat(40)]) {
      expect(decode(bytesOf(text)).encoding.charset).toBe('utf-8');
    }
  });

  it('turns UTF-16 of both orders into UTF-8 and back', () => {
    fc.assert(
      fc.property(pieces, fc.boolean(), (text, bigEndian) => {
        const bytes = utf16(text, bigEndian);
        const decoded = decode(bytes);
        expect(decoded.encoding.charset).toBe(bigEndian ? 'utf-16be' : 'utf-16le');
        const crOnly = text.includes('\r') && !text.includes('\n');
        const expected = crOnly ? text.replaceAll('\r', '\n') : text;
        expect(byteStrings.decodeUtf8(decoded.bytes, 0, decoded.size)).toBe(expected);
        expect([decoded.reversible, encode(decoded)]).toEqual([true, bytes]);
      }),
    );
  });

  it('says so when it cannot give back the same bytes, and is never wrong about it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]),
        fc.uint8Array({ maxLength: 60 }),
        (mark, rest) => {
          const bytes = Uint8Array.from([...mark, ...rest]);
          const decoded = decode(bytes);
          if (decoded.reversible) expect(encode(decoded)).toEqual(bytes);
        },
      ),
      { numRuns: 1000 },
    );
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)).reversible).toBe(false);
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x41)).reversible).toBe(false);
  });
});
