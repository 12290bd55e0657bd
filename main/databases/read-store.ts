import { statSync } from 'node:fs';
import type { Database } from 'node-sqlite3-wasm';
import { AppError } from '#shared/api/app-error.ts';
import { chromiumTable, UNREADABLE } from '#shared/formats/chromium-sqlite.ts';
import type { StoreTable } from '#shared/formats/databases/store-table.ts';
import { type Cell, ImageWriter } from '#shared/formats/databases/table-image.ts';
import { firefoxTable } from '#shared/formats/firefox-sqlite.ts';
import type { Progress } from '#shared/table/progress.ts';
import { chromiumValue } from './chromium-values.ts';
import { columnsOf, isPlainTable, type Row, rowNumbers, rowsOf } from './plain-table.ts';
import type { Sqlite } from './sqlite.ts';

/** The cookies of a store as an image that its format reads, and the version of the schema that they had. */
export interface StoreImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly version: number;
  /** Newer than any that is known: something may be read wrongly. */
  readonly newer: boolean;
}

interface Store {
  readonly table: StoreTable;
  version(database: Database): number;
  /** Makes of a row's cells what its format expects. */
  finish?(row: Row, version: number): Row;
  /** Columns that are made so. */
  readonly added?: readonly string[];
}

const STORES: readonly Store[] = [
  { table: firefoxTable, version: (database) => numberIn(database.get('PRAGMA user_version')) },
  { table: chromiumTable, version: chromiumVersion, finish: readableRow, added: [UNREADABLE] },
];

/** What a hostile schema could do is forbidden, and what it could say of its rows is not asked. */
const GUARDS = [
  'PRAGMA locking_mode=EXCLUSIVE',
  'PRAGMA trusted_schema=OFF',
  'PRAGMA query_only=ON',
  'PRAGMA cell_size_check=ON',
  'PRAGMA ignore_check_constraints=ON',
  // Each page is read once: in KiB.
  'PRAGMA cache_size=-256',
];

const ROWS_A_SLICE = 128;

/** Reads the cookies of a database that is this program's own copy. */
export function* readStore(sqlite: Sqlite, file: string, shownPath: string): Generator<Progress, StoreImage> {
  let database: Database | undefined;
  const { size } = statSync(file);
  try {
    database = new sqlite.Database(file);
    for (const guard of GUARDS) database.exec(guard);
    const store = STORES.find(({ table }) => database !== undefined && isPlainTable(database, table.name));
    if (store === undefined) throw new AppError('format-database', { path: shownPath });
    // SQLite reads zeros where the last page was cut off, and says nothing.
    if (size % numberIn(database.get('PRAGMA page_size')) > 0) {
      throw new AppError('database-damaged', { path: shownPath });
    }
    return yield* imageOf(database, store, { path: shownPath, size });
  } catch (error) {
    if (error instanceof AppError) throw error;
    // What SQLite says can quote the file.
    if (error instanceof Error && error.name === 'SQLite3Error') {
      throw new AppError('database-damaged', { path: shownPath });
    }
    throw error;
  } finally {
    database?.close();
  }
}

function* imageOf(
  database: Database,
  store: Store,
  { path, size }: { readonly path: string; readonly size: number },
): Generator<Progress, StoreImage> {
  const { table, added = [] } = store;
  const version = store.version(database);
  const there = columnsOf(database, table.name);
  if (!table.needed.every((names) => names.some((name) => there.has(name)))) {
    throw new AppError('database-schema-unknown', { path, version });
  }
  const texts = table.texts.filter((name) => there.has(name));
  const numbers = table.numbers.filter((name) => there.has(name));
  const columns = [...texts, ...numbers, ...added];
  const image = new ImageWriter({ table: table.name, version, columns }, size);
  const { first, last } = rowNumbers(database, table.name) ?? { first: 0, last: 0 };
  let previous = -Infinity;
  let slice = 0;
  for (const { number, row } of rowsOf(database, table.name, { texts, numbers })) {
    // Scenario: a page stands in the tree twice, or in the place of another.
    if (!(number > previous && number <= last)) throw new AppError('database-damaged', { path });
    previous = number;
    const finished = store.finish?.(row, version) ?? row;
    image.row(columns.map((name): Cell => finished.get(name) ?? null));
    slice = (slice + 1) % ROWS_A_SLICE;
    if (slice === 0) yield { done: number - first, total: last - first };
  }
  const { bytes } = image;
  return { bytes, version, newer: version > table.newest };
}

/** The version stands in a table of its own. */
function chromiumVersion(database: Database): number {
  if (!isPlainTable(database, 'meta')) return 0;
  return numberIn(database.get("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'version'"));
}

/** What is encrypted becomes a value, or is marked as one that nobody can read. */
function readableRow(row: Row, version: number): Row {
  const [value, encrypted, host] = [row.get('value'), row.get('encrypted_value'), row.get('host_key')];
  // What was written unencrypted, as older versions did everywhere, has its value where it always was.
  const plain = value instanceof Uint8Array && value.length > 0;
  if (plain || !(encrypted instanceof Uint8Array) || encrypted.length === 0) return row;
  row.set('encrypted_value', null);
  const read = chromiumValue(encrypted, host instanceof Uint8Array ? host : new Uint8Array(), version);
  return read === 'unreadable' ? row.set(UNREADABLE, 1) : row.set('value', read);
}

function firstOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined;
}

function numberIn(row: unknown): number {
  const value = firstOf(row);
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : 0;
}
