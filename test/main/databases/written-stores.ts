import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** Python's own SQLite, which shares nothing with the reader. `then` is Python, run with the connection `c`. */
function script(then: string): string {
  return `import os, sqlite3, sys\nc = sqlite3.connect(sys.argv[1], isolation_level=None)\nc.executescript(sys.stdin.read())\n${then}`;
}

/** Writes a database with these statements. */
export function writeDatabase(file: string, sql: string, then = 'c.close()'): string {
  fs.rmSync(file, { force: true });
  const { status, stderr } = spawnSync('python3', ['-c', script(then), file], { input: sql });
  if (status !== 0) throw new Error(stderr.toString());
  return file;
}

/** The same by a program that ends without closing it: what it left pending stays beside it. */
export function leaveDatabase(file: string, sql: string, then = ''): string {
  return writeDatabase(file, sql, `${then}\nos._exit(0)`);
}

/** A program that holds the database locked, until it is ended. */
export async function lockDatabase(file: string): Promise<() => void> {
  const held = spawn('python3', [
    '-u',
    '-c',
    script("print('held'); sys.stdin.close(); import time; time.sleep(60)"),
    file,
  ]);
  held.stdin.end('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;');
  await new Promise((resolve) => held.stdout.once('data', resolve));
  return () => held.kill('SIGKILL');
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A table of Firefox as it was in a version of its schema, and one cookie in it. */
export function firefoxSql(version: number, columns: Readonly<Record<string, number | string>>): string {
  const values: Readonly<Record<string, number | string>> = {
    name: 'sid',
    value: 'a value',
    host: '.example.com',
    path: '/',
    ...columns,
  };
  const names = Object.keys(values);
  const cells = Object.values(values).map((value) =>
    typeof value === 'string' ? quoted(value) : `${value}`,
  );
  return `PRAGMA user_version=${version};
    CREATE TABLE moz_cookies (id INTEGER PRIMARY KEY, ${names.join(', ')});
    INSERT INTO moz_cookies (${names.join(', ')}) VALUES (${cells.join(', ')});`;
}

/** A table of Chromium as it was in a version of its schema, and one cookie in it; blobs are given as bytes. */
export function chromiumSql(
  version: number,
  columns: Readonly<Record<string, number | string | Uint8Array>>,
): string {
  const values: Readonly<Record<string, number | string | Uint8Array>> = {
    host_key: 'www.example.com',
    name: 'sid',
    value: '',
    path: '/',
    ...columns,
  };
  const names = Object.keys(values);
  const cells = Object.values(values).map((value) => {
    if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
    return typeof value === 'string' ? quoted(value) : `${value}`;
  });
  return `CREATE TABLE meta (key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR);
    INSERT INTO meta VALUES ('version', '${version}');
    CREATE TABLE cookies (${names.join(', ')});
    INSERT INTO cookies VALUES (${cells.join(', ')});`;
}
