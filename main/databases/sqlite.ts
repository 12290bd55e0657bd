import type { Database } from 'node-sqlite3-wasm';

/** SQLite as WebAssembly, reading files itself. */
export interface Sqlite {
  readonly Database: typeof Database;
}

/** Loads SQLite; it is a megabyte, so it is not there before the first database is opened. */
export async function loadSqlite(): Promise<Sqlite> {
  return (await import('node-sqlite3-wasm')).default;
}
