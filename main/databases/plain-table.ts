import type { Database } from 'node-sqlite3-wasm';
import { type Cell, TOO_LONG } from '#shared/formats/databases/table-image.ts';

/** The cells of a row, by column. */
export type Row = Map<string, Cell>;

/** Browsers store no cookie of more than some 8 KiB; what is longer is not even read, in bytes. */
const MOST_TEXT = 65_536;

/** Is it a table that holds its rows itself: no view, and no virtual table, which would run what the file says? */
export function isPlainTable(database: Database, name: string): boolean {
  const known = database.get('SELECT type, rootpage FROM sqlite_schema WHERE name = ?', [name]);
  return known !== null && known['type'] === 'table' && Number(known['rootpage']) > 0;
}

/** The columns of a table that are stored; those that would be computed are left out. */
export function columnsOf(database: Database, table: string): ReadonlySet<string> {
  const columns = database.all(`PRAGMA table_xinfo("${table}")`);
  return new Set(
    columns.flatMap(({ name, hidden }) => (hidden === 0 && typeof name === 'string' ? name : [])),
  );
}

/** The numbers of a table's first row and its last: a tree of rows has them in order. Nothing for an empty table. */
export function rowNumbers(
  database: Database,
  table: string,
): { readonly first: number; readonly last: number } | undefined {
  const found = database.get(
    `SELECT (SELECT min(rowid) FROM "${table}") AS first, (SELECT max(rowid) FROM "${table}") AS last`,
  );
  const [first, last] = [numberOf(found?.['first']), numberOf(found?.['last'])];
  return first === null || last === null ? undefined : { first, last };
}

/** A row, and its number in its table. */
export interface NumberedRow {
  readonly number: number;
  readonly row: Row;
}

/** Every row of a table, as far as these columns go; texts as the bytes that they are, which the next row overwrites. */
export function* rowsOf(
  database: Database,
  table: string,
  { texts, numbers }: { readonly texts: readonly string[]; readonly numbers: readonly string[] },
): Generator<NumberedRow> {
  const chosen = [
    'rowid AS "number"',
    ...texts.map((name, at) => `octet_length("${name}") AS "size ${at}"`),
    // All of them as one: a piece of memory for each cell would be more than the file.
    `hex(${texts.map(bytesOf).join(' || ')}) AS "texts"`,
    ...numbers.map(
      (name) => `CASE WHEN typeof("${name}") IN ('integer', 'real') THEN "${name}" END AS "${name}"`,
    ),
  ];
  const statement = database.prepare(`SELECT ${chosen.join(', ')} FROM "${table}" NOT INDEXED`);
  const bytes = Buffer.allocUnsafe(texts.length * MOST_TEXT);
  try {
    for (const found of statement.iterate()) {
      if (typeof found['texts'] === 'string') bytes.write(found['texts'], 'hex');
      const row: Row = new Map();
      let from = 0;
      for (const [at, name] of texts.entries()) {
        const size = numberOf(found[`size ${at}`]);
        const to = size === null || size > MOST_TEXT ? from : from + size;
        if (size === null) row.set(name, null);
        else row.set(name, size > MOST_TEXT ? TOO_LONG : bytes.subarray(from, to));
        from = to;
      }
      for (const name of numbers) row.set(name, numberOf(found[name]));
      yield { number: numberOf(found['number']) ?? Number.NaN, row };
    }
  } finally {
    statement.finalize();
  }
}

/** An expression for a column's bytes; none of them where it is NULL or too long. */
function bytesOf(name: string): string {
  return `CASE WHEN octet_length("${name}") <= ${MOST_TEXT} THEN CAST("${name}" AS BLOB) ELSE x'' END`;
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'bigint' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
