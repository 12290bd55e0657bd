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

/** Every row of a table, as far as these columns go; texts as the bytes that they are. */
export function* rowsOf(
  database: Database,
  table: string,
  { texts, numbers }: { readonly texts: readonly string[]; readonly numbers: readonly string[] },
): Generator<Row> {
  const chosen = [
    ...texts.map(
      (name) =>
        `CASE WHEN octet_length("${name}") > ${MOST_TEXT} THEN 1 ELSE CAST("${name}" AS BLOB) END AS "${name}"`,
    ),
    ...numbers.map(
      (name) => `CASE WHEN typeof("${name}") IN ('integer', 'real') THEN "${name}" END AS "${name}"`,
    ),
  ];
  const statement = database.prepare(`SELECT ${chosen.join(', ')} FROM "${table}" NOT INDEXED`);
  try {
    for (const found of statement.iterate()) {
      const row: Row = new Map();
      for (const name of texts) row.set(name, textCell(found[name]));
      for (const name of numbers) row.set(name, numberCell(found[name]));
      yield row;
    }
  } finally {
    statement.finalize();
  }
}

function textCell(value: unknown): Cell {
  if (value instanceof Uint8Array) return value;
  return typeof value === 'number' ? TOO_LONG : null;
}

function numberCell(value: unknown): Cell {
  const number = typeof value === 'bigint' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
