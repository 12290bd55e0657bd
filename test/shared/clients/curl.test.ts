import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cookieFileOf, verdictOf, type ClientOptions, type LoadedJar } from '#shared/clients/client.ts';
import { curl } from '#shared/clients/curl.ts';
import { curlBehaviour } from '#shared/clients/curl/behaviour.ts';
import { sameBucket } from '#shared/clients/curl/bucket.ts';
import type { CurlCookie } from '#shared/clients/curl/curl-cookie.ts';
import { curlDate } from '#shared/clients/curl/date.ts';
import { hashOf, hashOfPlain } from '#shared/clients/curl/identity.ts';
import { readNetscapeLine } from '#shared/clients/curl/netscape-line.ts';
import { plainCookie } from '#shared/clients/curl/plain-cookie.ts';
import { plainFields, scanPlainLine } from '#shared/clients/plain-line.ts';
import { reasonText } from '#shared/clients/reason.ts';
import { requestUrl } from '#shared/clients/request-url.ts';
import { probe } from '../../conformance/differential/odd-file.ts';

const NOW = 1_795_323_480;
const HEADER = '# Netscape HTTP Cookie File\n';
const cookie = (name: string, value = '1'): string =>
  `.example.com\tTRUE\t/\tFALSE\t4102444800\t${name}\t${value}\n`;

function load(version: string, text: string, options?: ClientOptions): LoadedJar<CurlCookie> {
  return curl.load(cookieFileOf(text), { version, now: NOW, ...(options && { options }) });
}

const namesOf = ({ cookies }: LoadedJar): readonly string[] => cookies.map(({ name }) => name);

function sentTo(jar: LoadedJar<CurlCookie>, address: string) {
  const url = requestUrl(address);
  if ('refused' in url) throw new Error(url.refused);
  return curl.send(jar, { url, now: NOW });
}

const codesOf = (jar: LoadedJar, line: number): readonly string[] =>
  verdictOf(jar, line).reasons.map(({ code }) => code);

describe('a line of more than 4,998 bytes', () => {
  const long = `${HEADER}${cookie('a')}${cookie('long', 'y'.repeat(5000))}${cookie('b')}`;

  test.each([
    ['7.88.1', ['a', 'b'], undefined],
    ['8.6.0', ['a', 'b'], undefined],
    ['8.7.0', ['a'], undefined],
    ['8.17.0', ['a'], undefined],
    ['8.18.0', [], 2],
    ['8.22-dev', [], 2],
  ] as const)('in curl %s leaves %j', (version, kept, refusedAt) => {
    const names: readonly string[] = kept;
    const jar = load(version, long);
    expect(namesOf(jar)).toEqual(names);
    expect(jar.refusal?.line).toBe(refusedAt);
    expect(codesOf(jar, 2)).toEqual(['line-too-long']);
    if (!names.includes('b')) {
      expect(codesOf(jar, 3)).toEqual([refusedAt === undefined ? 'behind-long-line' : 'file-refused']);
    }
  });

  test('is measured without its line end', () => {
    const fits = 'y'.repeat(4998 - cookie('n', '').length + 1);
    for (const { id } of curl.versions) {
      expect(namesOf(load(id, cookie('n', fits)))).toEqual(['n']);
      expect(namesOf(load(id, cookie('n', `${fits}y`)))).toEqual([]);
    }
  });
});

describe('a last line without its line end', () => {
  const ofLength = (length: number): string => cookie('n', '').slice(0, -1).padEnd(length, 'v');

  test.each([127, 254, 381, 508])('of %i bytes is lost from 8.7.0 up to 8.13', (length) => {
    for (const [version, isKept] of [
      ['8.6.0', true],
      ['8.7.0', false],
      ['8.13.0', false],
      ['8.14.0', true],
    ] as const) {
      expect(namesOf(load(version, ofLength(length)))).toEqual(isKept ? ['n'] : []);
    }
    expect(codesOf(load('8.12.1', ofLength(length)), 0)).toEqual(['last-line-unterminated']);
    expect(namesOf(load('8.12.1', ofLength(length + 1)))).toEqual(['n']);
  });
});

describe('limits', () => {
  const headers = (count: number): string =>
    Array.from({ length: count }, (_, at) => `Set-Cookie: h${at}=1; Domain=example.com; Path=/\n`).join('');

  test('only fifty Set-Cookie lines are read, and nothing behind them', () => {
    const jar = load('8.21.0', headers(51) + cookie('after'));
    expect(namesOf(jar)).toHaveLength(50);
    expect(codesOf(jar, 50)).toEqual(['set-cookie-limit']);
    expect(codesOf(jar, 51)).toEqual(['set-cookie-limit']);
    expect(namesOf(load('8.21.0', headers(49) + cookie('after')))).toHaveLength(50);
  });

  test('no more than 150 cookies go with a request', () => {
    const jar = load('8.21.0', Array.from({ length: 200 }, (_, at) => cookie(`n${at}`)).join(''));
    const { sent, leftOut } = sentTo(jar, 'http://example.com/');
    expect(sent).toHaveLength(150);
    expect(new Set(leftOut.map(({ reason }) => reason.code))).toEqual(new Set(['too-many']));
  });

  test('the header stays below 8,190 bytes', () => {
    const jar = load(
      '8.21.0',
      ['a', 'b', 'c', 'd', 'e'].map((name) => cookie(name, 'v'.repeat(3000))).join(''),
    );
    const { sent, leftOut } = sentTo(jar, 'http://example.com/');
    expect(sent).toHaveLength(2);
    expect(leftOut.map(({ reason }) => reasonText(reason))[0]).toBe(
      'the header would grow beyond 8190 bytes',
    );
  });
});

describe('options and clocks', () => {
  test('--junk-session-cookies drops what has no expiry', () => {
    const session = cookie('s').replace('4102444800', '0');
    expect(namesOf(load('7.88.1', session + cookie('a'), { junkSessionCookies: true }))).toEqual(['a']);
    expect(namesOf(load('7.88.1', session + cookie('a')))).toEqual(['s', 'a']);
  });

  test('a cookie expires when its second is over', () => {
    const at = (expiry: number): string => cookie('n').replace('4102444800', String(expiry));
    expect(namesOf(load('8.21.0', at(NOW)))).toEqual(['n']);
    expect(codesOf(load('8.21.0', at(NOW - 1)), 0)).toEqual(['expired']);
  });

  test('an expired duplicate takes the live one with it', () => {
    const jar = load('8.21.0', cookie('n') + cookie('n').replace('4102444800', '1') + cookie('m'));
    expect(namesOf(jar)).toEqual(['m']);
    expect([codesOf(jar, 0), codesOf(jar, 1)]).toEqual([['replaced'], ['expired']]);
  });

  test('Secure cookies go to this machine without encryption', () => {
    const text = ['localhost', '127.0.0.1', '::1', 'example.com']
      .map((host) => `${host}\tFALSE\t/\tTRUE\t0\tn\t1\n`)
      .join('');
    const jar = load('8.21.0', text);
    for (const host of ['localhost', 'LOCALHOST', '127.0.0.1', '[::1]']) {
      expect(sentTo(jar, `http://${host}/`).header).toBe('n=1');
    }
    const { header, leftOut } = sentTo(jar, 'http://example.com/');
    expect(header).toBeUndefined();
    expect(leftOut.map(({ reason }) => reason.code)).toEqual([
      'other-host',
      'other-host',
      'other-host',
      'not-secure',
    ]);
  });
});

describe('the lists of domains', () => {
  test('are found by two labels, so a lone label reaches no host below it', () => {
    expect(sameBucket('example.com', 'EXAMPLE.com')).toBe(true);
    expect(sameBucket('a.localhost', 'localhost')).toBe(false);
  });
});

describe('dates in Expires', () => {
  test.each([
    ['Fri, 01 Jan 2038 00:00:00 GMT', 2_145_916_800],
    ['Friday, 01-Jan-38 00:00:00 GMT', 2_145_916_800],
    ['Fri Jan  1 00:00:00 2038', 2_145_916_800],
    ['20380101 00:00', 2_145_916_800],
    ['1 Jan 2038 02:00 +0200', 2_145_916_800],
    ['1 Jan 2038', 2_145_916_800],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['2038-01-01T00:00:00Z', undefined],
    ['nonsense', undefined],
    ['', undefined],
    ['32 Jan 2038', undefined],
  ])('"%s"', (text, moment) => {
    expect(curlDate(text)).toBe(moment);
  });
});

describe('the fast way', () => {
  test('makes of a line what the slow way makes of it, or leaves it alone', () => {
    const fields = plainFields();
    let taken = 0;
    fc.assert(
      fc.property(probe, fc.constantFrom(...curl.versions), ({ bytes }, { id }) => {
        const behaviour = curlBehaviour(id);
        const file = cookieFileOf(bytes);
        const { memory } = file;
        if (memory === undefined) throw new Error('the file is not in memory');
        for (let line = 0; line < file.lineCount; line++) {
          if (!scanPlainLine(memory, line, fields)) continue;
          taken++;
          const text = file.line(line);
          if (/\t__[^\t]*\t[^\t]*\n$/.test(text)) continue;
          const made = plainCookie(text, line, { fields, behaviour });
          expect(readNetscapeLine(text, line, behaviour)).toEqual({ cookie: made, changes: [] });
          expect(hashOfPlain(memory.bytes, fields, behaviour)).toBe(hashOf(made, behaviour));
        }
      }),
      { numRuns: 1000 },
    );
    expect(taken).toBeGreaterThan(500);
  });
});
