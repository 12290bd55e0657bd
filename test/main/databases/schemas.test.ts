import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { cookieIn, storeIn } from './reading.ts';
import { chromiumSql, firefoxSql, writeDatabase } from './written-stores.ts';

const folder = temporaryFolder();
const file = path.join(folder, 'store');

const COMMON = { expiry: 1_900_000_000, lastAccessed: 1_800_000_001_000_000, isSecure: 1, isHttpOnly: 0 };
const CREATED = { creationTime: 1_800_000_000_000_000 };
const TOLD = { creationTime: 1_800_000_000, lastAccessTime: 1_800_000_001 };

describe('cookies.sqlite of Firefox', () => {
  test.each([
    [4, { ...COMMON, ...CREATED }, TOLD],
    [5, { ...COMMON, ...CREATED, appId: 0, inBrowserElement: 0 }, TOLD],
    [9, { ...COMMON, ...CREATED, originAttributes: '', sameSite: 2 }, { ...TOLD, sameSite: 'strict' }],
    [9, { ...COMMON, ...CREATED, originAttributes: '', sameSite: 0 }, TOLD],
    [10, { ...COMMON, ...CREATED, sameSite: 1, rawSameSite: 0 }, TOLD],
    [12, { ...COMMON, ...CREATED, sameSite: 1, rawSameSite: 1 }, { ...TOLD, sameSite: 'lax' }],
    [13, { ...COMMON, ...CREATED, schemeMap: 2 }, { ...TOLD, sourceScheme: 'secure' }],
    [14, { ...COMMON, ...CREATED, schemeMap: 3 }, TOLD],
    [15, { ...COMMON, ...CREATED, sameSite: 256 }, TOLD],
    [15, { ...COMMON, ...CREATED, sameSite: 0 }, { ...TOLD, sameSite: 'none' }],
    [16, { ...COMMON, ...CREATED, expiry: 1_900_000_000_999, sameSite: 1 }, { ...TOLD, sameSite: 'lax' }],
    [
      17,
      { ...COMMON, ...CREATED, expiry: 1_900_000_000_000, schemeMap: 1, updateTime: 0 },
      { ...TOLD, sourceScheme: 'non-secure' },
    ],
  ])('of schema %i', async (version, columns, extras) => {
    writeDatabase(file, firefoxSql(version, columns));
    expect(await cookieIn(file)).toEqual({
      name: 'sid',
      value: 'a value',
      domain: 'example.com',
      hostOnly: false,
      path: '/',
      secureOnly: true,
      httpOnly: false,
      expiryTime: 1_900_000_000,
      extras,
    });
    expect((await storeIn(file)).facts.newerSchema).toBeUndefined();
  });

  test('has seconds where an older Firefox wrote into a newer schema, and milliseconds the other way round', async () => {
    writeDatabase(file, firefoxSql(16, COMMON));
    expect((await cookieIn(file)).expiryTime).toBe(1_900_000_000);
    writeDatabase(file, firefoxSql(13, { ...COMMON, expiry: 1_900_000_000_000 }));
    expect((await cookieIn(file)).expiryTime).toBe(1_900_000_000);
    writeDatabase(file, firefoxSql(8, { ...COMMON, expiry: 253_402_300_799 }));
    expect((await cookieIn(file)).expiryTime).toBe(253_402_300_799);
  });

  test.each([
    ['^userContextId=3', { storeId: 'firefox-container-3' }],
    ['^partitionKey=%28https%2Cexample.org%29', { partitionKey: { topLevelSite: 'https://example.org' } }],
    [
      '^userContextId=1&partitionKey=%28http%2Clocalhost%2C8080%2Cf%29',
      {
        storeId: 'firefox-container-1',
        partitionKey: { topLevelSite: 'http://localhost:8080', hasCrossSiteAncestor: true },
      },
    ],
    ['^firstPartyDomain=example.org', { storeId: 'firstPartyDomain=example.org' }],
    ['^partitionKey=%28odd', { storeId: 'partitionKey=%28odd' }],
  ])('says where a cookie is valid: %s', async (originAttributes, extras) => {
    writeDatabase(file, firefoxSql(15, { ...COMMON, lastAccessed: 0, originAttributes }));
    expect((await cookieIn(file)).extras).toEqual(extras);
  });

  test('keeps bytes that are no UTF-8, and a host without a full stop to itself', async () => {
    const sql = firefoxSql(15, { ...COMMON, host: 'example.com' });
    writeDatabase(file, `${sql} UPDATE moz_cookies SET value = CAST(x'61ff0962' AS TEXT);`);
    expect(await cookieIn(file)).toMatchObject({ value: 'a\xff\tb', domain: 'example.com', hostOnly: true });
  });

  test('of a newer schema is read as far as it is known, and said to be newer', async () => {
    writeDatabase(file, firefoxSql(18, { ...COMMON, expiry: 1_900_000_000_000, later: 'x' }));
    const { rows, facts } = await storeIn(file);
    expect(rows.length).toBe(1);
    expect(facts.newerSchema).toBe(18);
  });

  test('without a column that every cookie needs is not guessed at', async () => {
    writeDatabase(file, 'CREATE TABLE moz_cookies (name, value, domain)');
    await expect(storeIn(file)).rejects.toMatchObject({ code: 'database-schema-unknown' });
  });
});

const EPOCH = 11_644_473_600;
const micro = (seconds: number): number => (seconds + EPOCH) * 1_000_000;
const TIMES = {
  creation_utc: micro(1_800_000_000),
  last_access_utc: micro(1_800_000_001),
  expires_utc: micro(1_900_000_000),
};

function encrypted(plain: Buffer, password = 'peanuts', prefix = 'v10'): Buffer {
  const key = pbkdf2Sync(password, 'saltysalt', 1, 16, 'sha1');
  const cipher = createCipheriv('aes-128-cbc', key, Buffer.alloc(16, 0x20));
  return Buffer.concat([Buffer.from(prefix), cipher.update(plain), cipher.final()]);
}

const hashOf = (host: string): Buffer => createHash('sha256').update(host).digest();

describe('Cookies of Chromium', () => {
  test.each([
    [
      9,
      {
        ...TIMES,
        value: 'v',
        secure: 1,
        httponly: 1,
        has_expires: 1,
        persistent: 1,
        priority: 2,
        firstpartyonly: 2,
      },
      { ...TOLD, priority: 'high', sameSite: 'strict' },
    ],
    [
      9,
      {
        ...TIMES,
        value: 'v',
        secure: 1,
        httponly: 1,
        has_expires: 1,
        persistent: 1,
        priority: 1,
        firstpartyonly: 0,
      },
      { ...TOLD, priority: 'medium' },
    ],
    [
      11,
      { ...TIMES, value: 'v', is_secure: 1, is_httponly: 1, has_expires: 1, priority: 1, samesite: 0 },
      { ...TOLD, priority: 'medium', sameSite: 'none' },
    ],
    [
      13,
      {
        ...TIMES,
        value: 'v',
        is_secure: 1,
        is_httponly: 1,
        samesite: -1,
        source_scheme: 1,
        source_port: 8080,
      },
      { ...TOLD, sourceScheme: 'non-secure', sourcePort: 8080 },
    ],
    [
      15,
      {
        ...TIMES,
        value: 'v',
        is_secure: 1,
        is_httponly: 1,
        samesite: 3,
        top_frame_site_key: 'https://a.example',
      },
      { ...TOLD, partitionKey: { topLevelSite: 'https://a.example' } },
    ],
    [
      23,
      {
        ...TIMES,
        value: 'v',
        is_secure: 1,
        is_httponly: 1,
        samesite: 1,
        source_scheme: 2,
        source_port: -1,
        top_frame_site_key: 'https://a.example',
        has_cross_site_ancestor: 1,
      },
      {
        ...TOLD,
        sameSite: 'lax',
        sourceScheme: 'secure',
        partitionKey: { topLevelSite: 'https://a.example', hasCrossSiteAncestor: true },
      },
    ],
  ])('of schema %i', async (version, columns, extras) => {
    writeDatabase(file, chromiumSql(version, columns));
    expect(await cookieIn(file)).toEqual({
      name: 'sid',
      value: 'v',
      domain: 'www.example.com',
      hostOnly: true,
      path: '/',
      secureOnly: true,
      httpOnly: true,
      expiryTime: 1_900_000_000,
      extras,
    });
  });

  const BASICS = { ...TIMES, is_secure: 0, is_httponly: 0 };

  test('has session cookies too', async () => {
    writeDatabase(file, chromiumSql(24, { ...BASICS, value: 'v', expires_utc: 0, has_expires: 0 }));
    expect(await cookieIn(file)).not.toHaveProperty('expiryTime');
  });

  test.each([
    ['before there was a hash in front', 23, encrypted(Buffer.from('secret words'))],
    [
      'with the hash of its host in front',
      24,
      encrypted(Buffer.concat([hashOf('www.example.com'), Buffer.from('secret words')])),
    ],
    [
      'with no password at all',
      24,
      encrypted(Buffer.concat([hashOf('www.example.com'), Buffer.from('secret words')]), ''),
    ],
  ])(
    'is read where it is encrypted with the well-known password, %s',
    async (_what, version, encrypted_value) => {
      writeDatabase(file, chromiumSql(version, { ...BASICS, encrypted_value }));
      expect((await cookieIn(file)).value).toBe('secret words');
    },
  );

  test.each([
    ['with the password of a keyring', 23, encrypted(Buffer.from('secret words'), 'other', 'v11')],
    ['on Windows, bound to the program', 24, Buffer.concat([Buffer.from('v20'), Buffer.alloc(60, 7)])],
    ['on Windows, by the system', 9, Buffer.concat([Buffer.from([1, 0, 0, 0]), Buffer.alloc(60, 7)])],
    ['with another password', 23, encrypted(Buffer.from('secret words'), 'other')],
    [
      'with the hash of another host',
      24,
      encrypted(Buffer.concat([hashOf('other.example'), Buffer.from('x')])),
    ],
    ['by nobody: it is cut off', 24, Buffer.from('v10')],
  ])('is shown as encrypted, and no value is made of it: %s', async (_what, version, encrypted_value) => {
    writeDatabase(file, chromiumSql(version, { ...BASICS, encrypted_value }));
    const { rows } = await storeIn(file);
    expect(rows).toEqual([
      {
        origin: 0,
        reason: 'value-encrypted',
        shown: 'www.example.com\tFALSE\t/\tFALSE\t1900000000\tsid\tencrypted',
      },
    ]);
  });
});
