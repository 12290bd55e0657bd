import { describe, expect, test } from 'vitest';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { csv } from '#shared/formats/csv.ts';
import { columnsNamed, mappedTable, mappedTableId } from '#shared/formats/csv/mapped-table.ts';
import { devtoolsTable } from '#shared/formats/devtools-table.ts';
import { recognise } from '#shared/formats/recognise.ts';
import { detectFormat, formatById } from '#shared/formats/registry.ts';
import { table } from '#shared/formats/table.ts';
import {
  fixture,
  probeOf,
  readSource,
  readWell,
  textBytes,
  writtenBack,
} from '../../../conformance/format-reading.ts';

const cookiesIn = (text: string): readonly Cookie[] =>
  readWell(table, textBytes(text)).rows.flatMap(({ cookie }) => cookie ?? []);

/** One row under these heads. */
const only = (heads: string, cells: string): Cookie | undefined => {
  const text = `name,value,domain,${heads}\nn,v,a.example,${cells}\n`;
  expect(table.detect(probeOf(textBytes(text)))).toBe(true);
  return cookiesIn(text)[0];
};

describe('a table', () => {
  test.each([
    ['1830000000', 1830000000],
    ['1830000000.9', 1830000000],
    ['1830000000000', 1830000000],
    ['1830000000000000', 1830000000],
    ['13474473600000000', 1830000000],
    ['2027-12-28T13:20:00Z', 1830000000],
    ['2027-12-28 13:20:00', 1830000000],
    ['"Tue, 28 Dec 2027 13:20:00 GMT"', 1830000000],
    ['"28 December 2027, 13:20 UTC"', 1830000000],
    ['Session', undefined],
    ['0', undefined],
    ['', undefined],
  ])('with the expiry %s is read', (cell, expected) => {
    expect(only('expires', cell)?.expiryTime).toBe(expected);
  });

  test.each([
    ['TRUE', true],
    ['yes', true],
    ['1', true],
    ['✓', true],
    ['FALSE', false],
    ['no', false],
    ['', false],
  ])('with the mark %s is read', (cell, expected) => {
    expect(only('Is Secure', cell)?.secureOnly).toBe(expected);
  });

  test('says in its own way whether subdomains count', () => {
    expect(only('Include subdomains', 'TRUE')).toMatchObject({ domain: 'a.example', hostOnly: false });
    expect(only('hostOnly', 'false')).toMatchObject({ domain: 'a.example', hostOnly: false });
    expect(only('path', '/')).toMatchObject({ domain: 'a.example', hostOnly: true });
  });

  test.each([
    ['a word that is no mark', 'secure', 'perhaps', 'field-wrong-type'],
    ['a time that is none', 'expires', 'soon', 'field-wrong-type'],
    ['a cell too many', 'path', '/,x', 'cells-differ'],
    ['a cell that is never closed', 'path', '"/', 'cells-differ'],
  ])('keeps a row with %s as it is', (_, heads, cells, reason) => {
    const text = `name,value,domain,${heads}\nn,v,a.example,${cells}\nn,v,b.example,\n`;
    const { rows } = readWell(table, textBytes(text));
    expect(rows.map(({ cookie, reason: why }) => cookie?.domain ?? why)).toEqual([reason, 'b.example']);
  });

  test('keeps what is in front of a formula: nothing is taken away in silence', () => {
    const [, formula] = readWell(table, fixture('formats/table/copied-from-crumbs.tsv')).rows;
    expect(formula?.cookie?.value.startsWith("'=")).toBe(true);
  });

  test('counts lines as an editor does, cells of several lines and all', () => {
    const { rows, document } = readWell(csv, fixture('formats/csv/exported.csv'));
    expect(rows.map(({ origin }) => document.lineOf(origin))).toEqual([2, 3]);
  });
});

test('an edit of a table that is written back leaves every other cell as it was written', () => {
  const bytes = fixture('formats/csv/excel.csv');
  const { rows, document } = readWell(csv, bytes);
  const after = writtenBack(
    document,
    rows.map(({ origin, cookie }) => ({
      origin,
      untouched: origin !== 0,
      ...(cookie && { cookie: { ...cookie, path: '/new; path' } }),
    })),
  );
  const before = Buffer.from(bytes).toString();
  expect(Buffer.from(after).toString()).toBe(before.replace('"no";"/";"yes"', '"no";"/new; path";"yes"'));
});

describe('a table whose columns nobody knows', () => {
  const unknown = 'Wer;Was;Wo\nn;v;a.example\n';

  test('is called so, and opens by the columns that a person names', () => {
    const probe = probeOf(textBytes(unknown));
    expect(detectFormat(probe)).toBeUndefined();
    expect(recognise(probe)).toBe('format-columns');
    const columns = columnsNamed('name, Value,domain');
    if ('unknown' in columns) throw new Error('all of them are known');
    for (const [hasHeader, count] of [
      [true, 1],
      [false, 2],
    ] as const) {
      const format = formatById(mappedTableId({ columns, hasHeader }));
      if (format === undefined) throw new Error('the format is made of its id');
      expect(readWell(format, textBytes(unknown)).rows.length).toBe(count);
    }
  });

  test.each(['table:', 'table:name,value', 'table:name,value,domain,colour', 'tables:name,value,domain'])(
    '%s names no format',
    (id) => {
      expect(mappedTable(id)).toBeUndefined();
    },
  );

  test.each(['one, two, three\n', 'Dear all,\nthis is, in short, a letter\n', 'a,b\nc,d\n'])(
    'is not seen in other text: case %#',
    (text) => {
      expect(recognise(probeOf(textBytes(text)))).toBe('format-unknown');
    },
  );
});

describe('a paste from the developer tools of Chromium', () => {
  test('has its columns in their places, in both versions', () => {
    const facts = (name: string) =>
      readWell(devtoolsTable, fixture(`formats/devtools-table/${name}`)).rows.map(({ cookie }) => ({
        domain: `${cookie?.hostOnly === true ? '' : '.'}${cookie?.domain}`,
        marks: [cookie?.httpOnly, cookie?.secureOnly],
        ends: cookie?.expiryTime !== undefined,
        extras: cookie?.extras,
      }));
    expect(facts('newer.txt')).toEqual([
      {
        domain: '.example.com',
        marks: [true, true],
        ends: true,
        extras: { sameSite: 'lax', priority: 'medium' },
      },
      { domain: 'shop.example.com', marks: [false, false], ends: false, extras: { priority: 'low' } },
      {
        domain: 'embed.example.net',
        marks: [true, true],
        ends: true,
        extras: {
          sameSite: 'none',
          priority: 'high',
          partitionKey: { topLevelSite: 'https://example.com', hasCrossSiteAncestor: true },
        },
      },
    ]);
    expect(facts('older.txt').map(({ extras }) => extras)).toEqual([
      { sameSite: 'strict', priority: 'high' },
      undefined,
    ]);
  });

  test('of another text is none', () => {
    expect(readSource(devtoolsTable, textBytes('a\tb\tc'))).toEqual({ code: 'no-entries-possible' });
  });
});
