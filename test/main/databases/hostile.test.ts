import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { cookieIn, storeIn } from './reading.ts';
import { chromiumSql, firefoxSql, leaveDatabase, lockDatabase, writeDatabase } from './written-stores.ts';

const COOKIE = { expiry: 1_900_000_000, isSecure: 1, isHttpOnly: 0, lastAccessed: 0 };
const SQL = firefoxSql(10, COOKIE);
const TABLE =
  'CREATE TABLE moz_cookies (id INTEGER PRIMARY KEY, name, value, host, path, expiry, isSecure, isHttpOnly)';

const folder = temporaryFolder();
let files = 0;
const newFile = (): string => path.join(folder, `store-${(files += 1)}`);

/** Everything in the folder of the stores, with its bytes: reading leaves all of it as it was. */
const folderNow = (): Record<string, string> =>
  Object.fromEntries(
    fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), 'latin1')]),
  );

describe('bad inputs: databases', () => {
  test('96: what a browser has not yet brought into its store is read with it, and the log stays where it is', async () => {
    const file = leaveDatabase(
      newFile(),
      `PRAGMA journal_mode=WAL; ${SQL} UPDATE moz_cookies SET value = 'newer';`,
    );
    expect(fs.statSync(`${file}-wal`).size).toBeGreaterThan(0);
    const before = folderNow();
    expect((await cookieIn(file)).value).toBe('newer');
    expect(folderNow()).toEqual(before);
  });

  test('96: what was half done when the browser died is undone in the copy alone', async () => {
    const file = leaveDatabase(
      newFile(),
      SQL,
      `c.execute('PRAGMA cache_size=1'); c.execute('BEGIN'); c.execute("UPDATE moz_cookies SET value = 'half'")
c.executemany("INSERT INTO moz_cookies (name, value, host, path, expiry, isSecure, isHttpOnly) VALUES ('x', ?, 'a.example', '/', 0, 0, 0)", [('y' * 3000,)] * 400)`,
    );
    expect(fs.existsSync(`${file}-journal`)).toBe(true);
    const before = folderNow();
    expect((await cookieIn(file)).value).toBe('a value');
    expect(folderNow()).toEqual(before);
  });

  test('97: a store that a running browser holds locked is read', async () => {
    const file = writeDatabase(newFile(), SQL);
    const release = await lockDatabase(file);
    try {
      expect((await cookieIn(file)).value).toBe('a value');
    } finally {
      release();
    }
  });

  test('99: a table that lost a column is said to be unknown, one with more is read', async () => {
    const file = writeDatabase(
      newFile(),
      'CREATE TABLE cookies (name, value); CREATE TABLE meta (key, value)',
    );
    await expect(storeIn(file)).rejects.toMatchObject({ code: 'database-schema-unknown' });
    await expect(storeIn(writeDatabase(newFile(), 'CREATE TABLE other (a)'))).rejects.toMatchObject({
      code: 'format-database',
    });
  });

  test.each([
    [
      'a view in the place of the table',
      `CREATE VIEW moz_cookies AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS name FROM n`,
    ],
    ['a virtual table', `CREATE VIRTUAL TABLE moz_cookies USING fts3(name, value, host, path)`],
  ])('100: %s is not asked', async (_what, sql) => {
    await expect(storeIn(writeDatabase(newFile(), sql))).rejects.toMatchObject({ code: 'format-database' });
  });

  test('100: a trigger, an index and a computed column of the store do nothing', async () => {
    const file = writeDatabase(
      newFile(),
      `${TABLE.slice(0, -1)}, computed GENERATED ALWAYS AS (hex(zeroblob(1000))) VIRTUAL);
       CREATE TRIGGER t AFTER UPDATE ON moz_cookies BEGIN DELETE FROM moz_cookies; END;
       CREATE INDEX i ON moz_cookies(abs(id));
       INSERT INTO moz_cookies (name, value, host, path, expiry, isSecure, isHttpOnly) VALUES ('sid', 'v', 'a.example', '/', 1900000000, 0, 0);`,
    );
    expect(await cookieIn(file)).toMatchObject({ name: 'sid', value: 'v', hostOnly: true });
  });

  test('100: a value of fifty megabytes is kept out, and the other cookies are read', async () => {
    const file = writeDatabase(
      newFile(),
      `${TABLE};
       INSERT INTO moz_cookies VALUES (1, 'huge', zeroblob(50000000), 'a.example', '/', 1900000000, 0, 0);
       INSERT INTO moz_cookies VALUES (2, 'sid', 'v', 'a.example', '/', 1900000000, 0, 0);`,
    );
    const { rows, bytes } = await storeIn(file);
    expect(bytes.length).toBeLessThan(100_000);
    expect(rows.map(({ cookie, reason }) => cookie?.name ?? reason)).toEqual(['field-too-long', 'sid']);
  });

  test('100: columns of the wrong type make no cookie, or one without what they said', async () => {
    const row = (name: string, host: string, expiry: string): string =>
      `INSERT INTO moz_cookies (name, value, host, path, expiry, isSecure, isHttpOnly) VALUES (${name}, x'61', ${host}, '/', ${expiry}, 'yes', NULL);`;
    const file = writeDatabase(
      newFile(),
      `${TABLE}; ${row('NULL', `'a.example'`, '1')} ${row(`'n'`, '7', '1')} ${row(`'n'`, `'a.example'`, `'soon'`)} ${row(`'n'`, `'a.example'`, '1e300')}`,
    );
    const { rows } = await storeIn(file);
    expect(rows.length).toBe(4);
    for (const { cookie } of rows) expect(cookie?.secureOnly ?? false).toBe(false);
  });

  test('101: a store that was cut off is damaged, or is read whole, wherever it was cut', async () => {
    const whole = fs.readFileSync(writeDatabase(newFile(), SQL));
    const file = newFile();
    for (const size of [0, 1, 15, 16, 17, 99, 100, 1000, 4095, 4096, 4097, 8191, whole.length - 1]) {
      fs.writeFileSync(file, whole.subarray(0, size));
      await expect(storeIn(file).then(({ rows }) => rows)).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:database-damaged|format-database|database-schema-unknown)$/),
      });
    }
  });

  test('101: a store in which one page stands for two is damaged, and none of it is told', async () => {
    const rows = `WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 200)
      INSERT INTO moz_cookies SELECT x, 'n' || x, 'v', 'a.example', '/', 1900000000, 0, 0 FROM n;`;
    const file = writeDatabase(newFile(), `PRAGMA page_size=512; ${TABLE}; ${rows}`);
    expect((await storeIn(file)).rows.length).toBe(200);
    const bytes = fs.readFileSync(file);
    // The table's root is the second page; of an inner page the cells' places begin at its twelfth byte, and a cell with a page's number.
    const cell = (at: number): number => 512 + bytes.readUInt16BE(512 + 12 + 2 * at);
    bytes.copy(bytes, cell(3), cell(2), cell(2) + 4);
    fs.writeFileSync(file, bytes);
    await expect(storeIn(file)).rejects.toMatchObject({ code: 'database-damaged' });
  });

  test('bytes of a store that are changed at random never bring it down', async () => {
    const whole = fs.readFileSync(
      writeDatabase(newFile(), chromiumSql(24, { is_secure: 1, is_httponly: 1, expires_utc: 0, value: 'v' })),
    );
    const file = newFile();
    for (let seed = 1; seed <= 120; seed++) {
      const bytes = Buffer.from(whole);
      for (let at = 0; at < 4; at++)
        bytes[(seed * 7919 + at * 104_729) % (at < 2 ? 512 : bytes.length)] = (seed * 31 + at * 97) % 256;
      fs.writeFileSync(file, bytes);
      const read = await storeIn(file).then(
        ({ rows }) => rows.length,
        (error: { code?: string }) => error.code,
      );
      expect([0, 1, 'database-damaged', 'format-database', 'database-schema-unknown']).toContain(read);
    }
  });
});
