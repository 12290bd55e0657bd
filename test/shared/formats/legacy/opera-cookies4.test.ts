import { expect, test } from 'vitest';
import { operaCookies4 } from '#shared/formats/opera-cookies4.ts';
import { detectBinary } from '#shared/formats/registry.ts';
import { probeOf, readWell } from '../../../conformance/format-reading.ts';
import { operaFile, type OperaDomain } from './opera-writer.ts';
import { slicesOf } from './slices-of.ts';
import { expectFixture } from './written-fixture.ts';

const SECURE = 0x99;
const ONLY_TO_SOURCE = 0x9b;

const DOMAINS: readonly OperaDomain[] = [
  {
    part: 'com',
    below: [
      {
        part: 'example',
        paths: {
          '': [
            {
              name: 'session',
              value: 'YSBqYXIgb2Y',
              expires: 1_830_000_000,
              lastUsed: 1_350_000_000,
              flags: [SECURE],
            },
          ],
          'fd/fb': [{ name: 'deep', value: 'in-a-path', expires: 1_830_000_000, flags: [ONLY_TO_SOURCE] }],
        },
        below: [{ part: 'www', paths: { '': [{ name: 'sub', value: 'of-www', expires: 5_000_000_000 }] } }],
      },
      { part: 'other', paths: { '': [{ name: 'none', value: '', flags: [ONLY_TO_SOURCE] }] } },
    ],
  },
  { part: '192.0.2.7', paths: { '': [{ name: 'ip', value: 'héllo', expires: 1_830_000_000 }] } },
];
const FILE = operaFile(DOMAINS);

const rowsOf = (bytes: Uint8Array) => readWell(operaCookies4, bytes).rows;
const reasonsOf = (bytes: Uint8Array) => rowsOf(bytes).flatMap(({ reason }) => reason ?? []);
const namesOf = (bytes: Uint8Array) => rowsOf(bytes).flatMap(({ cookie }) => cookie?.name ?? []);

/** The file with one byte written over. */
function withByte(at: number, byte: number): Buffer {
  const bytes = Buffer.from(FILE);
  bytes[at] = byte;
  return bytes;
}

test('the fixture is what the layout says', () => {
  expectFixture('opera-cookies4/cookies4.dat', FILE);
});

test('every cookie is for the host and the path that stand around it', () => {
  const [session, deep, sub, none, ip, ...more] = rowsOf(FILE).map(({ cookie }) => cookie);
  expect(session).toEqual({
    name: 'session',
    value: 'YSBqYXIgb2Y',
    domain: 'example.com',
    hostOnly: false,
    path: '/',
    secureOnly: true,
    httpOnly: false,
    expiryTime: 1_830_000_000,
    extras: { lastAccessTime: 1_350_000_000 },
  });
  expect(deep).toMatchObject({ domain: 'example.com', path: '/fd/fb', hostOnly: true, secureOnly: false });
  expect(sub).toMatchObject({ domain: 'www.example.com', path: '/', expiryTime: 5_000_000_000 });
  expect(none).toEqual({
    name: 'none',
    value: '',
    domain: 'other.com',
    hostOnly: true,
    path: '/',
    secureOnly: false,
    httpOnly: false,
  });
  expect(ip).toMatchObject({ domain: '192.0.2.7', value: Buffer.from('héllo').toString('latin1') });
  expect(more).toEqual([]);
});

test('Opera up to 9 has times of four bytes', () => {
  const domains = [{ part: 'example', paths: { '': [{ name: 'n', value: 'v', expires: 1_830_000_000 }] } }];
  expect(rowsOf(operaFile(domains, 4))[0]?.cookie?.expiryTime).toBe(1_830_000_000);
});

test('bytes that are no UTF-8 stay as they are', () => {
  expect(rowsOf(withByte(FILE.indexOf('YSBq'), 0xe9))[0]?.cookie?.value).toBe('\xe9SBqYXIgb2Y');
});

test('a file that is cut off anywhere gives the cookies before that', () => {
  let most = 0;
  for (let size = 0; size <= FILE.length; size++) {
    const cut = FILE.subarray(0, size);
    expect(operaCookies4.detect(probeOf(cut))).toBe(size >= 12);
    const names = namesOf(cut);
    expect(names.length).toBeGreaterThanOrEqual(most);
    most = names.length;
    expect(['session', 'deep', 'sub', 'none', 'ip'].slice(0, most)).toEqual(names);
  }
  expect(most).toBe(5);
  expect(reasonsOf(FILE.subarray(0, FILE.indexOf('YSBq') + 2))).toEqual(['damaged']);
});

test.each([
  ['a record that is longer than the file', FILE.indexOf('session') - 5, 0xff],
  ['a name that is longer than its cookie', FILE.indexOf('session') - 2, 0xff],
  ['a cookie without a name', FILE.indexOf('session') - 3, 0x14],
  ['a domain that has no name', FILE.indexOf('example') - 3, 0x1f],
  ['a path that has no name', FILE.indexOf('fd') - 3, 0x20],
])('%s is kept and said, and so are the cookies in it', (_, at, byte) => {
  const bytes = withByte(at, byte);
  expect(reasonsOf(bytes)).toContain('damaged');
  const known = new Map(rowsOf(FILE).map(({ cookie }) => [cookie?.name, cookie]));
  for (const { cookie } of rowsOf(bytes)) if (cookie) expect(cookie).toEqual(known.get(cookie.name));
});

test('a cookie outside of every domain belongs to no host', () => {
  const bare = Buffer.concat([FILE.subarray(0, 12), FILE.subarray(FILE.indexOf('session') - 6)]);
  expect(reasonsOf(bare)[0]).toBe('no-domain');
});

test('more ends than beginnings do no harm', () => {
  const ends = Buffer.from([0x85, 0x84, 0x85, 0x84]);
  expect(namesOf(Buffer.concat([FILE.subarray(0, 12), ends, FILE.subarray(12)]))).toEqual(namesOf(FILE));
});

test('a tree that is deeper than any host is kept', () => {
  let deep: OperaDomain = { part: 'x', paths: { '': [{ name: 'n', value: 'v' }] } };
  for (let n = 0; n < 300; n++) deep = { part: 'x', below: [deep] };
  expect(reasonsOf(operaFile([deep]))).toEqual(['field-too-long']);
});

test('a file of another kind that Opera kept in this way is none', () => {
  const links = Buffer.concat([FILE.subarray(0, 12), Buffer.from([0x02, 0, 1, 3])]);
  expect(detectBinary(probeOf(links))).toBeUndefined();
  expect(detectBinary(probeOf(FILE))).toBe(operaCookies4);
});

test('others have their turn while a large file is read', () => {
  const ends = Buffer.alloc(1 << 20, 0x85);
  expect(slicesOf(operaCookies4, Buffer.concat([FILE, ends]))).toBeGreaterThan(10);
});
