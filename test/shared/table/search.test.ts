import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerCaseAscii } from '#shared/cookie/canonical-host.ts';
import { finish } from '#shared/table/progress.ts';
import { SearchField, TextSearch } from '#shared/table/search.ts';
import type { Search } from '#shared/table/search.ts';
import type { Table } from '#shared/table/table.ts';
import { anyFile, anyLine } from './arbitrary-lines.ts';
import { kindOf, readText } from './read.ts';

/** What must be found, looked for the plain way. */
function naive(table: Table, { needle, fields = 31, within, limit = Infinity }: Search): number[] {
  const wanted = lowerCaseAscii(needle);
  const has = (text: string): boolean => lowerCaseAscii(text).includes(wanted);
  const rows = Array.from({ length: table.count }, (_, row) => row).filter((row) => {
    if (within !== undefined && !within.includes(row)) return false;
    const kind = kindOf(table, row);
    if (kind === 'blank') return false;
    if (kind !== 'entry') return (fields & SearchField.line) !== 0 && has(table.line(row));
    const names = ['domain', 'path', 'name', 'value'] as const;
    return names.some((name) => (fields & SearchField[name]) !== 0 && has(table.field(row, name)));
  });
  return rows.slice(0, limit);
}

const needle = fc.oneof(
  fc.constantFrom(
    'a',
    'e',
    'TRUE',
    'true',
    'example',
    '1',
    '18',
    '/',
    '\xe9',
    '\xc3\xa9',
    '\xc3',
    '#',
    'http',
    '.',
    '\t',
    'A=',
  ),
  fc.string({ unit: fc.constantFrom(...Array.from('aAeE.1/t%"')), minLength: 1, maxLength: 3 }),
);

describe('text search', () => {
  it('finds what looking row by row finds', () => {
    fc.assert(
      fc.property(
        anyFile,
        fc.array(
          anyLine.map((line) => `${line}\n`),
          { maxLength: 4 },
        ),
        needle,
        fc.integer({ min: 1, max: 31 }),
        fc.option(fc.nat(5), { nil: undefined }),
        (file, appended, text, fields, limit) => {
          const table = readText(file);
          const search = new TextSearch(table);
          const request = { needle: text, fields, ...(limit !== undefined && { limit }) };
          expect([...finish(search.find(request))]).toEqual(naive(table, request));
          for (const line of appended) table.appendLine(line);
          expect([...finish(search.find(request))]).toEqual(naive(table, request));
          for (let row = 0; row < table.count; row++) {
            expect(search.matches(row, request)).toBe(naive(table, { needle: text, fields }).includes(row));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('finds a longer needle within the matches of a shorter one', () => {
    fc.assert(
      fc.property(anyFile, needle, needle, fc.integer({ min: 1, max: 16 }), (file, first, second, every) => {
        const table = readText(file);
        const search = new TextSearch(table);
        const within = finish(search.find({ needle: first })).filter((row) => row % every === 0);
        const request = { needle: second, within };
        expect([...finish(search.find(request))]).toEqual(naive(table, request));
      }),
    );
  });

  it('goes over block after block, and makes the last one again when rows are added', () => {
    const line = (at: number): string =>
      `h${at}.example.com\tFALSE\t/\tFALSE\t0\tname${at}\t${'x'.repeat(500)}\n`;
    const table = readText(Array.from({ length: 5000 }, (_, at) => line(at)).join(''));
    const search = new TextSearch(table);
    finish(search.prepare());
    expect([...finish(search.find({ needle: 'NAME499' }))]).toEqual([
      499,
      ...Array.from({ length: 10 }, (_, at) => 4990 + at),
    ]);
    const row = table.appendLine(line(4999));
    expect([...finish(search.find({ needle: 'name4999' }))]).toEqual([4999, row]);
    search.release();
    expect([...finish(search.find({ needle: 'name4999', limit: 1 }))]).toEqual([4999]);
  });
});
