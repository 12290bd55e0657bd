import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { loadSqlite } from '../../main/databases/sqlite.ts';
import { generate, GENERATED_AT } from './generate.ts';

/** Some of the generated lines are no entries. */
const SPARE = 1.02;

/** Writes a file that is there whole or not at all. */
type Write = (file: string) => Promise<void> | void;

/** The big files that are imported: what they are called, and how they are written. */
export const IMPORT_FILES: Readonly<Record<string, Write>> = {
  'cookies.sqlite': (file) => store(file, FIREFOX, 100_000),
  Cookies: (file) => store(file, CHROMIUM, 100_000),
  'log.har': (file) => log(file, 100 << 20),
};

interface Schema {
  readonly sql: string;
  readonly insert: string;
  values(fields: readonly string[], at: number): (string | number | Uint8Array)[];
}

/** Schema 17 of Firefox, with the index that its UNIQUE makes. */
const FIREFOX: Schema = {
  sql: `PRAGMA user_version=17; PRAGMA page_size=32768;
    CREATE TABLE moz_cookies (id INTEGER PRIMARY KEY, originAttributes TEXT NOT NULL DEFAULT '', name TEXT, value TEXT, host TEXT, path TEXT,
      expiry INTEGER, lastAccessed INTEGER, creationTime INTEGER, isSecure INTEGER, isHttpOnly INTEGER, inBrowserElement INTEGER DEFAULT 0,
      sameSite INTEGER DEFAULT 0, schemeMap INTEGER DEFAULT 0, isPartitionedAttributeSet INTEGER DEFAULT 0, updateTime INTEGER,
      CONSTRAINT moz_uniqueid UNIQUE (name, host, path, originAttributes))`,
  insert: `INSERT OR IGNORE INTO moz_cookies (name, value, host, path, expiry, isSecure, isHttpOnly, lastAccessed, creationTime, sameSite, schemeMap)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  values([host = '', , path = '', secure, expiry, name = '', value = ''], at) {
    const now = GENERATED_AT * 1e6 - at;
    return [
      `${name}${at}`,
      value,
      host,
      path,
      Number(expiry) * 1000,
      Number(secure === 'TRUE'),
      at % 2,
      now,
      now,
      at % 3,
      2,
    ];
  },
};

/** Schema 24 of Chromium on Linux without a keyring: every value is encrypted, with its host's hash in front. */
const CHROMIUM: Schema = {
  sql: `CREATE TABLE meta (key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR);
    INSERT INTO meta VALUES ('version', '24');
    CREATE TABLE cookies (creation_utc INTEGER NOT NULL, host_key TEXT NOT NULL, top_frame_site_key TEXT NOT NULL, name TEXT NOT NULL,
      value TEXT NOT NULL, encrypted_value BLOB NOT NULL, path TEXT NOT NULL, expires_utc INTEGER NOT NULL, is_secure INTEGER NOT NULL,
      is_httponly INTEGER NOT NULL, last_access_utc INTEGER NOT NULL, has_expires INTEGER NOT NULL, is_persistent INTEGER NOT NULL,
      priority INTEGER NOT NULL, samesite INTEGER NOT NULL, source_scheme INTEGER NOT NULL, source_port INTEGER NOT NULL,
      last_update_utc INTEGER NOT NULL, source_type INTEGER NOT NULL, has_cross_site_ancestor INTEGER NOT NULL);
    CREATE UNIQUE INDEX cookies_unique_index ON cookies(host_key, top_frame_site_key, has_cross_site_ancestor, name, path, source_scheme, source_port)`,
  insert: `INSERT OR IGNORE INTO cookies VALUES (?, ?, '', ?, '', ?, ?, ?, ?, ?, ?, 1, 1, 1, ?, 2, 443, ?, 0, 0)`,
  values([host = '', , path = '', secure, expiry, name = '', value = ''], at) {
    const now = chromiumTime(GENERATED_AT) - at;
    const flags = [Number(secure === 'TRUE'), at % 2];
    return [
      now,
      host,
      `${name}${at}`,
      encrypted(host, value),
      path,
      chromiumTime(Number(expiry)),
      ...flags,
      now,
      at % 3,
      now,
    ];
  },
};

/** Microseconds since 1601. */
function chromiumTime(seconds: number): number {
  return (seconds + 11_644_473_600) * 1e6;
}

const KEY = pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1');

function encrypted(host: string, value: string): Uint8Array {
  const cipher = createCipheriv('aes-128-cbc', KEY, Buffer.alloc(16, ' '));
  const hash = createHash('sha256').update(host).digest();
  return Buffer.concat([Buffer.from('v10'), cipher.update(hash), cipher.update(value), cipher.final()]);
}

async function store(file: string, { sql, insert, values }: Schema, rows: number): Promise<void> {
  const { Database } = await loadSqlite();
  rmSync(`${file}.part`, { force: true });
  const database = new Database(`${file}.part`);
  database.exec('PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF');
  database.exec(sql);
  database.exec('BEGIN');
  const statement = database.prepare(insert);
  let at = 0;
  for (const fields of entries(file, rows)) statement.run(values(fields, at++));
  statement.finalize();
  database.exec('COMMIT');
  database.close();
  renameSync(`${file}.part`, file);
}

/** The fields of so many entries of a generated cookie file. */
function entries(file: string, count: number): readonly string[][] {
  const lines = `${file}.txt`;
  generate({ lines: Math.ceil(count * SPARE), path: lines, clean: true });
  const text = readFileSync(lines, 'utf8');
  rmSync(lines);
  const fields = text.split('\n').map((line) => line.replace(/^#HttpOnly_/, '').split('\t'));
  return fields.filter(({ length }) => length === 7).slice(0, count);
}

/** A log of a browser: each request with some cookies, each response with one that is set and with a body. */
function log(file: string, size: number): void {
  const jar = entries(file, 20_000);
  const part = openSync(`${file}.part`, 'w');
  let written = writeSync(
    part,
    '{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[',
  );
  for (let at = 0; written < size; at++) {
    written += writeSync(part, (at === 0 ? '' : ',') + JSON.stringify(exchange(jar, at), undefined, 1));
  }
  writeSync(part, ']}}');
  closeSync(part);
  renameSync(`${file}.part`, file);
}

function exchange(jar: readonly string[][], at: number): unknown {
  const [host = '', , path = '', , , name = '', value = ''] = jar[at % jar.length] ?? [];
  const sent = Array.from({ length: 6 }, (_, other) => jar[(at * 7 + other) % jar.length] ?? []);
  const cookies = sent.map(([, , , , , of = '', is = '']) => ({ name: of, value: is }));
  const url = `https://${host.replace(/^\./, '')}${path}?${at}`;
  const body = { size: 4000, mimeType: 'text/html', text: '<p class="text">\\n</p>'.repeat(80 + (at % 200)) };
  return {
    startedDateTime: new Date((GENERATED_AT + at) * 1000).toISOString(),
    time: 12,
    request: {
      method: 'GET',
      url,
      httpVersion: 'HTTP/2',
      cookies,
      headers: [
        { name: 'accept', value: '*/*' },
        { name: 'cookie', value: cookies.map((one) => `${one.name}=${one.value}`).join('; ') },
      ],
    },
    response: {
      status: 200,
      cookies: [{ name, value, path: '/' }],
      headers: [
        { name: 'content-type', value: 'text/html' },
        { name: 'set-cookie', value: `${name}=${value}; Path=/; Max-Age=${86_400 + at}` },
      ],
      content: body,
    },
    cache: {},
    timings: { send: 0, wait: 12, receive: 0 },
  };
}
