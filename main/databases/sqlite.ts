import { setFlagsFromString } from 'node:v8';
import type { Database } from 'node-sqlite3-wasm';

/** SQLite as WebAssembly, reading files itself. */
export interface Sqlite {
  readonly Database: typeof Database;
}

/** Loads SQLite; it is a megabyte, so it is not there before the first database is opened. */
export async function loadSqlite(): Promise<Sqlite> {
  // V8's optimizing compiler would take thirty megabytes for code that runs for a second. Nothing else here is WebAssembly.
  setFlagsFromString('--liftoff-only');
  return (await import('node-sqlite3-wasm')).default;
}
