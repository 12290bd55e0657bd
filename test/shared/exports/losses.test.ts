import { describe, expect, test } from 'vitest';
import type { Cookie } from '#shared/cookie/cookie.ts';
import type { ExportResult } from '#shared/exports/export-target.ts';
import { exportOf } from '../../conformance/export-of.ts';

const NOW = 1_800_000_000;
const plain: Cookie = {
  name: 'n',
  value: 'v',
  domain: 'example.com',
  hostOnly: false,
  path: '/',
  secureOnly: false,
  httpOnly: false,
  expiryTime: NOW + 1000,
};

function exported(
  target: string,
  cookies: readonly Partial<Cookie>[],
  url = 'http://example.com/',
): ExportResult {
  const result = exportOf(target, {
    cookies: cookies.map((change) => ({ ...plain, ...change })),
    url,
    fileName: 'cookies.txt',
    inline: false,
    now: NOW,
  });
  if (result === undefined || 'refused' in result) throw new Error('the export was refused');
  return result;
}

const linesOf = ({ files }: ExportResult): readonly string[] =>
  Buffer.from(files[0]?.bytes ?? [])
    .toString('latin1')
    .split('\n')
    .slice(2, -1);

const codesOf = ({ losses }: ExportResult): readonly string[] => losses.map(({ code }) => code);

type Case = [string, string, Partial<Cookie>, string, 'written' | 'not written'];

describe('one cookie', () => {
  test.each<Case>([
    ['curl', 'expired', { expiryTime: NOW }, 'entry-left-out', 'not written'],
    ['curl', 'that breaks __Secure-', { name: '__Secure-a' }, 'entry-left-out', 'not written'],
    ['curl', 'that breaks __Host-', { name: '__Host-a', secureOnly: true }, 'entry-left-out', 'not written'],
    ['curl', 'that breaks __host- in small letters', { name: '__host-a' }, 'entry-left-out', 'written'],
    ['curl', 'with a line of 4,999 bytes', { value: 'x'.repeat(4961) }, 'entry-left-out', 'not written'],
    ['curl', 'with a control character', { value: 'a\x01' }, 'entry-left-out', 'written'],
    ['curl', 'of a public suffix', { domain: 'co.uk' }, 'entry-left-out', 'written'],
    ['curl', 'of a private suffix', { domain: 'github.io' }, 'entry-left-out', 'written'],
    ['curl', 'of a single label', { domain: 'intranet' }, 'entry-left-out', 'written'],
    ['curl', 'with a port in the domain', { domain: 'example.com:80' }, 'entry-left-out', 'written'],
    ['curl', 'without a name', { name: '' }, 'entry-changed', 'written'],
    ['curl', 'with a slash at the end of the path', { path: '/a/' }, 'entry-changed', 'written'],
    ['curl', 'with a semicolon', { value: 'a;b' }, 'entry-changed', 'written'],
    ['curl', 'with a TAB', { value: 'a\tb' }, 'entry-left-out', 'not written'],
    ['curl', 'with SameSite', { extras: { sameSite: 'lax' } }, 'attribute-lost', 'written'],
    ['wget', 'expired', { expiryTime: 1 }, 'entry-left-out', 'not written'],
    ['wget', 'without a name', { name: '' }, 'entry-left-out', 'not written'],
    ['wget', 'with HttpOnly', { httpOnly: true }, 'attribute-lost', 'written'],
    ['wget', 'with a path', { path: '/a' }, 'entry-changed', 'written'],
    ['wget', 'of the session', { expiryTime: Number.NaN }, 'needs-option', 'written'],
    ['wget', 'of a host of 32 labels', { domain: `${'a.'.repeat(31)}com` }, 'entry-left-out', 'written'],
    ['wget', 'of a single label', { domain: 'intranet' }, 'entry-left-out', 'written'],
    ['yt-dlp', 'with bytes that are not UTF-8', { value: '\xff' }, 'entry-left-out', 'not written'],
    ['yt-dlp', 'with text outside ASCII', { value: '\xc3\xa9' }, 'entry-left-out', 'not written'],
    ['yt-dlp', 'of localhost', { domain: 'localhost' }, 'entry-left-out', 'written'],
    ['yt-dlp', 'of one host', { hostOnly: true }, 'entry-changed', 'written'],
    ['yt-dlp', 'with HttpOnly', { httpOnly: true }, 'attribute-lost', 'written'],
    ['aria2', 'expired', { expiryTime: NOW }, 'entry-left-out', 'not written'],
    ['aria2', 'without a name', { name: '' }, 'entry-left-out', 'not written'],
    ['aria2', 'with HttpOnly', { httpOnly: true }, 'attribute-lost', 'written'],
    ['aria2', 'with a blank at the end', { value: 'a ' }, 'entry-changed', 'written'],
    ['requests', 'with escaped quotation marks', { value: '"a\\"b"' }, 'entry-changed', 'written'],
    ['everywhere', 'of the session', { expiryTime: Number.NaN }, 'entry-left-out', 'written'],
    ['everywhere', 'without a name', { name: '' }, 'entry-left-out', 'not written'],
  ])('%s: a cookie %s is announced', (target, _, change, code, written) => {
    const cookie = Number.isNaN(change.expiryTime) ? session : change;
    const { domain = 'example.com', path = '/' } = cookie;
    const result = exported(target, [cookie], `http://${domain}${path}`);
    expect(codesOf(result)).toEqual([code]);
    expect(linesOf(result).length).toBe(written === 'written' ? 1 : 0);
  });
});

/** `expiryTime` absent: exactOptionalPropertyTypes leaves no other way to take it away. */
const session: Partial<Cookie> = Object.defineProperty({}, 'expiryTime', {
  enumerable: true,
  value: undefined,
});

describe('several cookies', () => {
  test('curl keeps the domain and the host twin, wget one of them', () => {
    const twins = [{ value: '1' }, { value: '2', hostOnly: true }];
    expect(exported('curl', twins).losses).toEqual([]);
    expect(linesOf(exported('wget', twins))).toEqual(['example.com\tFALSE\t/\tFALSE\t1800001000\tn\t2']);
    expect(codesOf(exported('wget', twins))).toEqual(['entry-left-out']);
  });

  test('the last of one identity counts', () => {
    for (const target of ['curl', 'yt-dlp', 'python']) {
      const result = exported(target, [{ value: '1' }, { value: '2' }, { value: '3' }]);
      expect(linesOf(result)).toEqual(['.example.com\tTRUE\t/\tFALSE\t1800001000\tn\t3']);
      expect(result.losses).toMatchObject([{ code: 'entry-left-out', count: 2, names: ['n'] }]);
    }
  });

  test('wget sends one of two cookies that have the same name and value', () => {
    const pair = [{ domain: 'example.com' }, { domain: 'www.example.com' }];
    const result = exported('wget', pair, 'http://www.example.com/');
    expect(linesOf(result).length).toBe(2);
    expect(codesOf(result)).toEqual(['entry-left-out']);
  });

  test.each([
    ['with and without a slash at the end of the path', { path: '/a' }, { path: '/a/' }],
    [
      'of one address, in other letters',
      { domain: '127.0.0.1' },
      { name: 'N', domain: '127.0.0.1', hostOnly: true },
    ],
  ])('curl keeps one of two cookies %s, and is given both', (_, one, other) => {
    const result = exported('curl', [one, other], 'http://127.0.0.1/a/');
    expect(linesOf(result)).toHaveLength(2);
    expect(result.losses).toContainEqual(
      expect.objectContaining({
        code: 'entry-left-out',
        names: ['n'],
        message: expect.stringContaining('keeps the later'),
      }),
    );
  });

  test('curl is told of names that differ in the case of letters alone', () => {
    expect(codesOf(exported('curl', [{ name: 'a' }, { name: 'A' }]))).toEqual(['entry-left-out']);
  });

  test('curl sends 150 cookies with one request, the longest paths first', () => {
    const many = Array.from({ length: 152 }, (_, at) => ({ name: `n${at}`, path: at === 151 ? '/a' : '/' }));
    const { losses } = exported('curl', many, 'http://example.com/a');
    expect(losses).toMatchObject([{ code: 'entry-left-out', count: 2, names: ['n149', 'n150'] }]);
  });

  test('curl sends 8,190 bytes with one request', () => {
    const big = [1, 2, 3].map((at) => ({ name: `n${at}`, value: 'x'.repeat(4000) }));
    expect(exported('curl', big).losses).toMatchObject([{ code: 'entry-left-out', count: 1, names: ['n3'] }]);
  });

  test('expired ones do not overrule live ones', () => {
    const result = exported('curl', [{ value: 'live' }, { value: 'dead', expiryTime: 1 }]);
    expect(linesOf(result)).toEqual(['.example.com\tTRUE\t/\tFALSE\t1800001000\tn\tlive']);
  });
});

describe('an address', () => {
  test.each(['curl', 'wget', 'yt-dlp', 'python'])('that gets a cookie not is announced for %s', (target) => {
    const result = exported(target, [{}, { name: 's', secureOnly: true }], 'http://example.com/?key=1');
    expect(linesOf(result).length).toBe(2);
    expect(result.losses).toMatchObject([{ code: 'other-address', count: 1, names: ['s'] }]);
    expect(result.losses[0]?.message).toContain('would not be sent to http://example.com/:');
    const many = Array.from({ length: 12 }, (_, at) => ({ name: `n${at}`, value: `${at}` }));
    const [loss] = exported(target, many, 'https://other.org/').losses;
    expect([loss?.count, loss?.names.length]).toEqual([12, 10]);
  });
});

describe('commands', () => {
  test('of curl name the file and the address, with globbing off where the address needs it', () => {
    expect(exported('curl', [{}]).command).toBe('curl -b cookies.txt http://example.com/');
    expect(exported('curl', [{}], 'http://[::1]/').command).toBe(
      "curl -b cookies.txt --globoff 'http://[::1]/'",
    );
  });

  test('of wget ask for session cookies when there are any', () => {
    expect(exported('wget', [{}]).command).toBe('wget --load-cookies=cookies.txt http://example.com/');
    expect(exported('wget', [session]).command).toBe(
      'wget --load-cookies=cookies.txt --keep-session-cookies http://example.com/',
    );
  });

  test('of curl with -K say nothing but the file', () => {
    const result = exported('curl-config', [{ value: 'a"\\b' }]);
    expect(result.command).toBe('curl -K cookies.txt');
    expect(Buffer.from(result.files[0]?.bytes ?? []).toString()).toBe(
      'globoff\nurl = "http://example.com/"\ncookie = "n=a\\"\\\\b"\n',
    );
  });

  test('of Python leave the expiry of session cookies empty', () => {
    expect(linesOf(exported('python', [session]))).toEqual(['.example.com\tTRUE\t/\tFALSE\t\tn\tv']);
  });
});

describe('the cookies of an HTTP archive', () => {
  const har = (cookie: Partial<Cookie>) => {
    const { files, losses } = exported('har-cookies', [cookie]);
    const list: unknown = JSON.parse(Buffer.from(files[0]?.bytes ?? []).toString());
    return { list, lost: losses.map(({ message }) => message) };
  };

  test('have the names and the times of HAR 1.2', () => {
    expect(har({ httpOnly: true, extras: { sameSite: 'lax', priority: 'high' } })).toEqual({
      list: [
        {
          name: 'n',
          value: 'v',
          path: '/',
          domain: '.example.com',
          expires: '2027-01-15T08:16:40.000Z',
          httpOnly: true,
          secure: false,
          sameSite: 'Lax',
        },
      ],
      lost: ['The priority has no place in an HTTP archive.'],
    });
  });

  test('have no time for a session, and end with the year 9999', () => {
    expect(har(session).list).toEqual([expect.not.objectContaining({ expires: expect.anything() })]);
    const { list, lost } = har({ expiryTime: 1e15 });
    expect(list).toMatchObject([{ expires: '9999-12-31T23:59:59.000Z' }]);
    expect(lost).toEqual([expect.stringContaining('outside of the years')]);
  });
});

describe('headers', () => {
  const header = (cookies: readonly Partial<Cookie>[], inline: boolean, target = 'cookie-header') =>
    exportOf(target, {
      cookies: cookies.map((change) => ({ ...plain, ...change })),
      url: 'http://example.com/a',
      fileName: 'header.txt',
      inline,
      now: NOW,
    });

  test('hold what a browser would send to that address and nothing else', () => {
    const result = header(
      [
        { name: 'root' },
        { name: 'deep', path: '/a' },
        { name: 'elsewhere', domain: 'example.org' },
        { name: 'www', domain: 'www.example.com' },
        { name: 'other-path', path: '/b' },
        { name: 'secure', secureOnly: true },
        { name: 'expired', expiryTime: 1 },
      ],
      true,
    );
    expect(result).toMatchObject({
      files: [],
      command: 'Cookie: deep=v; root=v',
      losses: [
        { code: 'other-address', count: 5, names: ['elsewhere', 'www', 'other-path', 'secure', 'expired'] },
      ],
    });
  });

  test.each<[string, Partial<Cookie>, boolean]>([
    ['a semicolon', { value: 'a;b' }, false],
    ['a line break', { value: 'a\r\nX: y' }, false],
    ['a control character', { value: 'a\x1b[201~' }, false],
    ['an equals sign in the name', { name: 'a=b' }, false],
    ['no name', { name: '' }, false],
    ['a blank at the end', { value: 'a ' }, false],
    ['a blank, in a command', { value: 'a b' }, true],
    ['text outside ASCII, in a command', { value: '\xc3\xa9' }, true],
  ])('refuse %s, and tell no value', (_, change, inline) => {
    for (const target of ['cookie-header', 'curl-config', 'curl', 'node-fetch', 'httpie']) {
      const inlines = target !== 'curl-config' && target !== 'httpie';
      if (inline ? !inlines : target === 'curl') continue;
      const result = header([{ ...change, value: `canary${change.value ?? ''}` }], inline, target);
      expect(result).toMatchObject({ refused: true });
      expect(JSON.stringify(result)).not.toContain('canary');
    }
  });

  test('are refused when nothing belongs to the address', () => {
    expect(header([{ domain: 'example.org' }], true)).toMatchObject({ refused: true });
  });

  test('in a command of curl never begin an argument with a hyphen', () => {
    expect(header([{ name: '-K' }], true, 'curl')).toMatchObject({
      command: 'curl -b-K=v http://example.com/a',
    });
    expect(header([{}], true, 'curl')).toMatchObject({ command: 'curl -b n=v http://example.com/a' });
  });
});
