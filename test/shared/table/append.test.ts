import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteStrings } from '../../../main/files/byte-strings.ts';
import { byteString, bytesOf } from '#shared/cookie/byte-string.ts';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { Table } from '#shared/table/table.ts';
import { anyFile, anyLine } from './arbitrary-lines.ts';
import { allBytes, kindOf, readText, rowFacts, traitsOf } from './read.ts';

const end = fc.constantFrom('', '\n', '\r\n');

describe('appending', () => {
  it('reads an appended line as it reads one of the file, and leaves the rows before it alone', () => {
    fc.assert(
      fc.property(anyFile, fc.array(fc.tuple(anyLine, end), { maxLength: 20 }), (file, lines) => {
        const table = readText(file);
        const before = Array.from({ length: table.count }, (_, row) => rowFacts(table, row));
        for (const [at, [text, lineEnd]] of lines.entries()) {
          const line = text + lineEnd;
          if (line === '') continue;
          const row = table.appendLine(at % 2 === 0 ? line : bytesOf(line));
          expect(rowFacts(table, row)).toEqual(rowFacts(readText(line), 0));
        }
        expect(Array.from({ length: before.length }, (_, row) => rowFacts(table, row))).toEqual(before);
        expect(table.baseCount).toBe(before.length);
      }),
    );
  });

  it('grows past the memory it began with', () => {
    const table = new Table(byteStrings);
    const room = table.bytes.length;
    const lines = Array.from(
      { length: 5000 },
      (_, at) => `h${at}.example.com\tFALSE\t/\tFALSE\t${at}\tname${at}\tvalue\n`,
    );
    for (const line of lines) table.appendLine(line);
    expect(table.bytes.length).toBeGreaterThan(room);
    expect(byteString(allBytes(table))).toBe(lines.join(''));
    expect([table.count, table.hosts.count, table.hosts.siteCount, table.columns.expiry[4999]]).toEqual([
      5000, 5000, 1, 4999,
    ]);
  });

  it('refuses a line feed inside a line', () => {
    expect(() => new Table(byteStrings).appendLine('a\nb\n')).toThrow('line feed');
    expect(() => new Table(byteStrings).appendLine(bytesOf('a\nb'))).toThrow('line feed');
  });

  it('copies a row of another table with all that is known of it', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const from = readText(file);
        const table = new Table(byteStrings);
        for (let row = 0; row < from.count; row++) {
          expect(rowFacts(table, table.appendRow(from, row))).toEqual(rowFacts(from, row));
        }
      }),
    );
  });
});

const text = fc.string({ unit: fc.constantFrom(...Array.from('ab\t\n\r;= "\xe9')), maxLength: 8 });
const cookies: fc.Arbitrary<Cookie> = fc
  .record({
    name: text,
    value: text,
    domain: fc.constantFrom('example.com', 'a.co.uk', 'x\ty'),
    hostOnly: fc.boolean(),
    path: fc.oneof(fc.constant('/'), text),
    secureOnly: fc.boolean(),
    httpOnly: fc.boolean(),
    expiryTime: fc.option(fc.integer({ min: 1, max: 2 ** 40 }), { nil: undefined }),
    sameSite: fc.constantFrom(undefined, 'lax' as const),
  })
  .map(({ expiryTime, sameSite, ...rest }) => ({
    ...rest,
    ...(expiryTime !== undefined && { expiryTime }),
    ...(sameSite !== undefined && { extras: { sameSite } }),
  }));

describe('entries of other formats', () => {
  it('come back as the cookies that they were, whatever bytes they hold', () => {
    fc.assert(
      fc.property(
        fc.array(cookies, { maxLength: 10 }),
        fc.constantFrom('lf', 'crlf', 'none'),
        (list, lineEnd) => {
          const table = new Table(byteStrings);
          const rows = list.map((cookie) => table.appendEntry(cookie, lineEnd));
          expect(rows.map((row) => table.cookie(row))).toEqual(list);
          expect(rows.map((row) => table.lineEnd(row))).toEqual(list.map(() => lineEnd));
          const copy = new Table(byteStrings);
          expect(rows.map((row) => copy.cookie(copy.appendRow(table, row)))).toEqual(list);
        },
      ),
    );
  });

  it('have the trait of their extras', () => {
    const table = new Table(byteStrings);
    const cookie = {
      name: 'a',
      value: '1',
      domain: 'example.com',
      hostOnly: true,
      path: '/',
      secureOnly: false,
      httpOnly: false,
    };
    table.appendEntry(cookie);
    table.appendEntry({ ...cookie, extras: { sameSite: 'none' } });
    expect([traitsOf(table, 0), traitsOf(table, 1), table.extras(1)]).toEqual([
      [],
      ['extras'],
      { sameSite: 'none' },
    ]);
  });

  it('can be kept as they are, for a reason', () => {
    const table = new Table(byteStrings);
    const row = table.appendUnparsed('{"name": 1}', 'field-missing');
    expect([kindOf(table, row), table.reason(row), table.line(row), table.lineEnd(row)]).toEqual([
      'unparsed',
      'field-missing',
      '{"name": 1}',
      'lf',
    ]);
  });
});
