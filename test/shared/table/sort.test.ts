import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalHost, lowerCaseAscii } from '#shared/cookie/canonical-host.ts';
import { Flag } from '#shared/table/columns.ts';
import { finish } from '#shared/table/progress.ts';
import { sortRows } from '#shared/table/sort.ts';
import type { TableSortKey } from '#shared/table/sort.ts';
import type { Table } from '#shared/table/table.ts';
import { anyFile } from './arbitrary-lines.ts';
import { kindOf, readText } from './read.ts';

const COLUMNS = [
  'domain',
  'path',
  'name',
  'value',
  'expiry',
  'httpOnly',
  'secure',
  'subdomains',
  'size',
] as const;

function keyOf(table: Table, row: number, by: TableSortKey['by']): string | number {
  if (typeof by === 'function') return by(row);
  const flags = table.columns.flags[row] ?? 0;
  const expiry = table.columns.expiry[row] ?? 0;
  const host = table.hosts.text(table.columns.host[row] ?? 0);
  switch (by) {
    case 'domain':
      return canonicalHost(host) ?? lowerCaseAscii(host);
    case 'expiry':
      return Number.isNaN(expiry) ? -Infinity : expiry === 0 ? Infinity : expiry;
    case 'httpOnly':
      return flags & Flag.httpOnly;
    case 'secure':
      return flags & Flag.secure;
    case 'subdomains':
      return flags & Flag.subdomains;
    case 'size':
      return table.fieldLength(row, 'name') + table.fieldLength(row, 'value');
    case 'path':
    case 'name':
    case 'value':
      return table.field(row, by);
  }
}

/** The order that is asked for, by a comparator over decoded fields. */
function naive(table: Table, rows: readonly number[], keys: readonly TableSortKey[]): number[] {
  const entries = rows.filter((row) => kindOf(table, row) === 'entry');
  const others = rows.filter((row) => kindOf(table, row) !== 'entry');
  const decorated = entries.map((row) => ({ row, values: keys.map(({ by }) => keyOf(table, row, by)) }));
  decorated.sort((one, other) => {
    for (const [at, { descending }] of keys.entries()) {
      const left = one.values[at] ?? 0;
      const right = other.values[at] ?? 0;
      if (left !== right) return (left < right ? -1 : 1) * (descending ? -1 : 1);
    }
    return 0;
  });
  return [...decorated.map(({ row }) => row), ...others];
}

const keys = fc.uniqueArray(
  fc.record({ by: fc.constantFrom<TableSortKey['by']>(...COLUMNS), descending: fc.boolean() }),
  { minLength: 1, maxLength: 3, selector: ({ by }) => by },
);

describe('sorting', () => {
  it('gives the order of a comparator, ties in the order given', () => {
    fc.assert(
      fc.property(
        fc.array(anyFile, { minLength: 1, maxLength: 4 }),
        keys,
        fc.nat(3),
        (files, order, turn) => {
          const table = readText(files.map((file) => `${file}\n`).join(''));
          const rows = Array.from({ length: table.count }, (_, at) => (at + turn) % table.count);
          expect([...finish(sortRows(table, Uint32Array.from(rows), order))]).toEqual(
            naive(table, rows, order),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('sorts many rows with long common beginnings in both directions', () => {
    let seed = 1;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % below;
    };
    const lines = Array.from({ length: 12_000 }, () => {
      const value =
        ['GA1.2.', 'fb.1.', '', 'GA1.2.10'][random(4)] + String(random(3000)).repeat(1 + random(3));
      return `h${random(50)}.example.com\tFALSE\t/\tFALSE\t${random(5000)}\tn${random(9)}\t${value}\n`;
    });
    const table = readText(lines.join(''));
    const rows = Array.from({ length: table.count }, (_, row) => row);
    for (const by of COLUMNS) {
      for (const descending of [false, true]) {
        const order = [{ by, descending }];
        expect([...finish(sortRows(table, Uint32Array.from(rows), order))]).toEqual(
          naive(table, rows, order),
        );
      }
    }
  });

  it('takes ranks of the caller, and then does not put other rows behind entries', () => {
    const table = readText('#1\n.a.b\tTRUE\t/\tFALSE\t0\ta\t1\n#2\n');
    const sorted = finish(sortRows(table, Uint32Array.of(0, 1, 2), [{ by: (row) => row, descending: true }]));
    expect([...sorted]).toEqual([2, 1, 0]);
  });
});
