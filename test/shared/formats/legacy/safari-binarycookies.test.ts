import { expect, test } from 'vitest';
import { safariBinarycookies } from '#shared/formats/safari-binarycookies.ts';
import { detectBinary } from '#shared/formats/registry.ts';
import { byteString } from '#shared/cookie/byte-string.ts';
import { probeOf, readWell, textBytes } from '../../../conformance/format-reading.ts';
import { incoming } from '../../document/transfer/paste.ts';
import { safariFile, type SafariCookie } from './safari-writer.ts';
import { slicesOf } from './slices-of.ts';
import { expectFixture } from './written-fixture.ts';

const PAGES: readonly (readonly SafariCookie[])[] = [
  [
    {
      domain: '.example.com',
      name: 'session',
      value: 'aW4gYSBqYXI',
      path: '/app',
      flags: 5,
      expires: 1_830_000_000,
      created: 1_790_000_000.75,
    },
    {
      domain: 'www.example.com',
      name: 'theme',
      value: 'dunkel ☾',
      expires: 1_830_000_000.5,
      created: 1_790_000_001,
    },
  ],
  [
    {
      domain: 'old.example',
      name: 'port',
      value: 'limited-to-8080',
      expires: 1_700_000_000,
      created: 1_600_000_000,
      port: 8080,
      comment: 'RFC 2965',
    },
    { domain: '', name: 'nobody', value: 'belongs-to-no-host', expires: 1_830_000_000 },
    { domain: 'flags.example', name: 'f', value: '', flags: 0x24, expires: 1_830_000_000 },
  ],
];
const FILE = safariFile(PAGES);
/** The header, and the first page behind it. */
const PAGE = 8 + 4 * 2;
const PAGE_BEGINS = 0x0001_0000;

const rowsOf = (bytes: Uint8Array) => readWell(safariBinarycookies, bytes).rows;
const reasonsOf = (bytes: Uint8Array) => rowsOf(bytes).flatMap(({ reason }) => reason ?? []);
const namesOf = (bytes: Uint8Array) => rowsOf(bytes).flatMap(({ cookie }) => cookie?.name ?? []);

/** The file with a number of four bytes written over. */
function with32(at: number, number: number, order: 'BE' | 'LE' = 'LE'): Buffer {
  const bytes = Buffer.from(FILE);
  if (order === 'BE') bytes.writeUInt32BE(number, at);
  else bytes.writeUInt32LE(number, at);
  return bytes;
}

/** Where the n-th record of the first page begins, from 0. */
const recordAt = (n: number): number => PAGE + FILE.readUInt32LE(PAGE + 8 + 4 * n);

test('the fixture is what the layout says', () => {
  expectFixture('safari-binarycookies/Cookies.binarycookies', FILE);
});

test('every attribute is read, and times count from 2001', () => {
  const [session, theme, port, nobody, flags, ...more] = rowsOf(FILE);
  expect(session?.cookie).toEqual({
    name: 'session',
    value: 'aW4gYSBqYXI',
    domain: 'example.com',
    hostOnly: false,
    path: '/app',
    secureOnly: true,
    httpOnly: true,
    expiryTime: 1_830_000_000,
    extras: { creationTime: 1_790_000_000 },
  });
  expect(theme?.cookie).toMatchObject({
    hostOnly: true,
    secureOnly: false,
    httpOnly: false,
    expiryTime: 1_830_000_000,
    value: Buffer.from('dunkel ☾').toString('latin1'),
  });
  expect(port?.cookie).toMatchObject({ name: 'port', expiryTime: 1_700_000_000 });
  expect(nobody).toMatchObject({ reason: 'no-domain', shown: 'page 2, cookie 2' });
  expect(flags?.cookie).toMatchObject({ value: '', secureOnly: false, httpOnly: true });
  expect(more).toEqual([]);
});

test('bytes that are no UTF-8 stay as they are', () => {
  const bytes = Buffer.from(FILE);
  bytes[bytes.indexOf('aW4g')] = 0xe9;
  expect(rowsOf(bytes)[0]?.cookie?.value).toBe('\xe9W4gYSBqYXI');
});

test('a file that is cut off anywhere gives the cookies before that and says so', () => {
  let most = 0;
  for (let size = 0; size < FILE.length; size++) {
    const cut = FILE.subarray(0, size);
    expect(safariBinarycookies.detect(probeOf(cut))).toBe(size > 4);
    const names = namesOf(cut);
    expect(names.length).toBeGreaterThanOrEqual(most);
    most = names.length;
    expect(['session', 'theme', 'port', 'f'].slice(0, most)).toEqual(names);
    const isWhole = size >= FILE.length - 8 - 45;
    if (size >= 8 && !isWhole) expect(reasonsOf(cut)).toContain('damaged');
  }
  expect(most).toBe(4);
});

test.each([
  ['more pages than the file has', with32(4, 3, 'BE')],
  ['more pages than any file has', with32(4, 0xff_ffff, 'BE')],
  ['a page that is larger than the file', with32(12, 0xffff_ffff, 'BE')],
  ['a page of nothing', with32(12, 0, 'BE')],
  ['a page that begins with something else', with32(PAGE, 7)],
  ['more cookies than a page has', with32(PAGE + 4, 0xffff_ffff)],
  ['a cookie outside of its page', with32(PAGE + 8, 0x7fff_ffff)],
  ['a cookie that stands there twice', with32(PAGE + 12, FILE.readUInt32LE(PAGE + 8))],
  ['a cookie that is larger than its page', with32(recordAt(0), 0x7fff_ffff)],
  ['a cookie that is smaller than its numbers', with32(recordAt(0), 8)],
  ['a cookie of nothing', with32(recordAt(0), 0)],
  ['a name outside of its cookie', with32(recordAt(0) + 20, 0xffff_fff0)],
  ['a value that never ends', with32(recordAt(0), FILE.readUInt32LE(recordAt(0)) - 1)],
  ['a time that is none', with32(recordAt(0) + 44, 0x7ff8_0000)],
])('%s is kept and said, and nothing is made up', (_, bytes) => {
  expect(reasonsOf(bytes)).toContain('damaged');
  const known = new Set(PAGES.flat().map(({ name }) => name));
  expect(namesOf(bytes).every((name) => known.has(name))).toBe(true);
});

test('a cookie that is damaged takes no other one along', () => {
  expect(namesOf(with32(recordAt(0), 0x7fff_ffff))).toEqual(['theme', 'port', 'f']);
  expect(namesOf(with32(PAGE, 7))).toEqual(['port', 'f']);
});

test('cookies that lie in one another are not read again and again', () => {
  const count = 40_000;
  const numbers = Uint32Array.from({ length: 3 + 2 * count }, () => 1 << 16);
  numbers.set([PAGE_BEGINS, count, ...Array.from({ length: count }, (_, n) => 12 + 4 * (count + n))]);
  const head = Buffer.from('cook\0\0\0\x01\0\0\0\0', 'latin1');
  head.writeUInt32BE(numbers.byteLength, 8);
  expect(rowsOf(Buffer.concat([head, Buffer.from(numbers.buffer)])).length).toBeLessThan(10);
});

test('a wrong checksum is said, and all cookies are read', () => {
  const at = FILE.length - 8 - 4 - FILE.subarray(FILE.indexOf('bplist')).length;
  const bytes = Buffer.from(FILE);
  bytes.writeUInt32BE((FILE.readUInt32BE(at) + 1) % 2 ** 32, at);
  expect(reasonsOf(FILE)).toEqual(['no-domain']);
  expect(reasonsOf(bytes)).toEqual(['no-domain', 'checksum-differs']);
  expect(namesOf(bytes)).toEqual(namesOf(FILE));
});

test('a text that begins with the same letters is none', () => {
  expect(detectBinary(probeOf(textBytes('cookies: none\n')))).toBeUndefined();
  expect(detectBinary(probeOf(FILE))).toBe(safariBinarycookies);
});

test('a cookie of no host is no header whose address has to be asked for', () => {
  expect(incoming(byteString(FILE)).rows.length).toBe(5);
});

test('others have their turn while a large file is read', () => {
  const pages = Array.from({ length: 20_000 }, () => []);
  expect(slicesOf(safariBinarycookies, safariFile(pages))).toBeGreaterThan(2);
  const cookies = Array.from({ length: 3000 }, (_, n) => ({
    domain: 'a.example',
    name: `n${n}`,
    value: 'v'.repeat(100),
  }));
  expect(slicesOf(safariBinarycookies, safariFile([cookies]))).toBeGreaterThan(4);
});
