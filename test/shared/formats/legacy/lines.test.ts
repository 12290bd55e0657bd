import { describe, expect, test } from 'vitest';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { elinks } from '#shared/formats/elinks.ts';
import type { Format } from '#shared/formats/format.ts';
import { internetExplorer } from '#shared/formats/internet-explorer.ts';
import { konqueror } from '#shared/formats/konqueror.ts';
import { detectFormat } from '#shared/formats/registry.ts';
import { w3m } from '#shared/formats/w3m.ts';
import { fixture, fixtures, probeOf, readWell } from '../../../conformance/format-reading.ts';

/** What most of the fixtures' cookies say. */
const USUAL = {
  domain: 'example.com',
  hostOnly: false,
  path: '/',
  secureOnly: false,
  httpOnly: false,
  expiryTime: 1_830_000_000,
};

const latin1 = (text: ByteString): Buffer => Buffer.from(text, 'latin1');

/** What is said of each row: the cookie's name, or why it is none; and the line in which it begins. */
function told(format: Format, bytes: Uint8Array): readonly (readonly [string, number])[] {
  const { rows, document } = readWell(format, bytes);
  return rows.map(({ cookie, reason = '', origin }) => [cookie?.name ?? reason, document.lineOf(origin)]);
}

function cookieNamed(format: Format, path: string, name: string) {
  return readWell(format, fixture(path)).rows.find(({ cookie }) => cookie?.name === name)?.cookie;
}

describe('Internet Explorer', () => {
  const FILE = 'formats/internet-explorer/user@example[1].txt';
  const BROKEN = 'formats/internet-explorer/crlf-and-broken.txt';

  test('counts ticks since 1601 in two halves', () => {
    expect(cookieNamed(internetExplorer, FILE, '1P_JAR')).toEqual({
      ...USUAL,
      name: '1P_JAR',
      value: 'c29tZS12YWx1ZQ',
      secureOnly: true,
      extras: { creationTime: 1_290_000_000 },
    });
  });

  test('has flags for Secure and HttpOnly, and paths behind the host', () => {
    expect(cookieNamed(internetExplorer, FILE, 'session')).toMatchObject({
      domain: 'login.example.com',
      path: '/app/',
      secureOnly: true,
      httpOnly: true,
    });
    expect(cookieNamed(internetExplorer, FILE, 'lang')).toMatchObject({
      domain: '192.0.2.7',
      hostOnly: true,
      secureOnly: false,
      httpOnly: false,
    });
    expect(cookieNamed(internetExplorer, FILE, 'empty')).toMatchObject({
      value: '',
      path: '/complete/search',
    });
  });

  test('has entries that are cut off; an asterisk may be a value', () => {
    expect(told(internetExplorer, fixture(BROKEN))).toEqual([
      ['first', 1],
      ['damaged', 10],
      ['star', 15],
      ['damaged', 24],
    ]);
    expect(cookieNamed(internetExplorer, BROKEN, 'star')?.value).toBe('*');
  });

  test('gathers no more lines than a few without an asterisk', () => {
    const lines = 'n\nv\na.example/\n0\n1\n2\n3\n4\n*\n' + 'x\n'.repeat(130);
    expect(told(internetExplorer, latin1(lines)).map(([name]) => name)).toEqual([
      'n',
      ...Array(3).fill('damaged'),
    ]);
  });

  test.each([
    ['a time of nothing is one of the session', '0\n0', undefined],
    ['a time before 1970 is long over', '1\n0', 1],
    ['the last time that two halves can tell', '4294967295\n4294967295', 1_833_029_933_770],
  ])('%s', (_, halves, expected) => {
    const [row] = readWell(internetExplorer, latin1(`n\nv\na.example/\n0\n${halves}\n0\n0\n*\n`)).rows;
    expect(row?.cookie?.expiryTime).toBe(expected);
  });
});

describe('ELinks', () => {
  test('tells the server and the domain: where they are one, the cookie is for that host', () => {
    expect(cookieNamed(elinks, 'formats/elinks/cookies', 'NID')).toEqual({
      ...USUAL,
      name: 'NID',
      value: 'aW4tYW4tZWxpbmtz',
      httpOnly: true,
    });
    expect(cookieNamed(elinks, 'formats/elinks/cookies', 'session')).toMatchObject({
      domain: 'login.example.org',
      hostOnly: true,
      path: '/app',
      secureOnly: true,
      httpOnly: false,
    });
  });

  test('has seven cells in older versions; what has others is kept', () => {
    expect(told(elinks, fixture('formats/elinks/older'))).toEqual([
      ['plain', 1],
      ['cells-differ', 2],
      ['field-wrong-type', 3],
      ['no-domain', 4],
    ]);
    expect(cookieNamed(elinks, 'formats/elinks/older', 'plain')).toMatchObject({
      domain: 'example.com',
      hostOnly: false,
      secureOnly: true,
      httpOnly: false,
    });
  });
});

describe('Konqueror', () => {
  const FILE = 'formats/konqueror/cookies';

  test('fills columns up with blanks, and the value is the rest of the line', () => {
    expect(cookieNamed(konqueror, FILE, 'NID')).toEqual({
      ...USUAL,
      name: 'NID',
      value: '204=with blanks and "marks"',
      path: '/complete/search',
    });
    expect(cookieNamed(konqueror, FILE, '__Host-session')).toMatchObject({
      domain: 'login.example.com',
      hostOnly: true,
      secureOnly: true,
      httpOnly: true,
    });
  });

  test('has hosts with ports, cookies without a name or a value, and lines that are cut off', () => {
    expect(told(konqueror, fixture(FILE))).toEqual([
      ['__Host-session', 5],
      ['NID', 6],
      ['ported', 8],
      ['', 9],
      ['empty', 10],
      ['cells-differ', 11],
    ]);
    expect(cookieNamed(konqueror, FILE, 'ported')?.domain).toBe('www.example.org');
    expect(cookieNamed(konqueror, FILE, '')?.value).toBe('nameless-value');
  });

  test('wrote the value before the flag in its first version, unless a line says otherwise', () => {
    const first = 'formats/konqueror/version-1';
    expect(cookieNamed(konqueror, first, 'plain')).toMatchObject({ value: 'quoted value', secureOnly: true });
    expect(cookieNamed(konqueror, first, 'newer')).toMatchObject({
      value: 'of-the-second-version',
      httpOnly: true,
    });
  });

  test('is known by its first line alone, and may have no cookies', () => {
    const empty = latin1('# KDE Cookie File v2\n#\n');
    expect(detectFormat(probeOf(empty))).toBe(konqueror);
    expect(told(konqueror, empty)).toEqual([]);
  });
});

describe('w3m', () => {
  test('marks what a cookie says in the bits of one number', () => {
    expect(cookieNamed(w3m, 'formats/w3m/cookie', 'CGIC')).toEqual({
      ...USUAL,
      name: 'CGIC',
      value: 'aW4tYS1wYXRo',
      path: '/complete/search',
    });
    expect(cookieNamed(w3m, 'formats/w3m/cookie', 'session')).toMatchObject({
      hostOnly: true,
      secureOnly: true,
    });
    expect(cookieNamed(w3m, 'formats/w3m/cookie', 'from-root')?.path).toBe('/');
  });

  test('ends with the first line that is none; here the others are read too', () => {
    expect(told(w3m, fixture('formats/w3m/session-and-broken.txt'))).toEqual([
      ['of-the-session', 1],
      ['cells-differ', 3],
      ['cells-differ', 4],
      ['field-wrong-type', 5],
      ['last', 6],
    ]);
  });

  test('keeps what only it knows when an entry is edited', () => {
    const { rows, document } = readWell(w3m, fixture('formats/w3m/cookie'));
    const edited = rows.map(({ origin, cookie }) => {
      const isRfc = cookie?.name === 'rfc' && { value: 'new', secureOnly: true, hostOnly: true };
      return { origin, untouched: isRfc === false, ...(cookie && { cookie: { ...cookie, ...isRfc } }) };
    });
    const line = Buffer.concat([...document.writeBack(edited)])
      .toString('latin1')
      .split('\n')
      .find((text) => text.includes('\trfc\t'));
    const cells = 'http://old.example/ rfc new 1830000000 old.example / 11 1'.split(' ');
    expect(line?.split('\t')).toEqual([...cells, 'For RFC 2965', '80, 8080', 'http://old.example/why']);
  });
});

test.each([
  ['uzbl', '#HttpOnly_.example.com\tTRUE\t/\tTRUE\t\tYSC\tof-a-session\n'],
  [
    'Dillo',
    '# HTTP Cookie File\n# This is a generated file!  Do not edit.\n\n.a.example\tTRUE\t/\tFALSE\t1\tn\tv\n',
  ],
  ['lynx', 'a.example\tTRUE\t/\tFALSE\t1830000000\tn\tv\n'],
])('%s writes Netscape cookie files', (_, text) => {
  expect(detectFormat(probeOf(latin1(text)))?.id).toBe('netscape');
});

describe.each([internetExplorer, elinks, konqueror, w3m])('$name', (format) => {
  const samples = fixtures(`formats/${format.id}`);

  test.each(samples)('%s, cut off anywhere, never says more than the whole', (path) => {
    const whole = fixture(path);
    const names = new Set(told(format, whole).map(([name]) => name));
    const reasons = new Set(['damaged', 'cells-differ', 'field-wrong-type', 'no-domain']);
    for (let size = 0; size < whole.length; size++) {
      for (const [name] of told(format, whole.subarray(0, size)))
        expect(names.has(name) || reasons.has(name)).toBe(true);
    }
  });

  test('keeps bytes that are no UTF-8', () => {
    const bytes = Buffer.from(fixture(samples[0] ?? ''));
    const { value = '' } = readWell(format, bytes).rows[0]?.cookie ?? {};
    expect(value.length).toBeGreaterThan(5);
    bytes[bytes.indexOf(value) + 1] = 0xe9;
    expect(readWell(format, bytes).rows[0]?.cookie?.value).toBe(`${value[0]}\xe9${value.slice(2)}`);
  });
});
