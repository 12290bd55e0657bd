import { describe, expect, test } from 'vitest';
import {
  cookieFileOf,
  verdictOf,
  type Client,
  type ClientOptions,
  type LoadedJar,
} from '#shared/clients/client.ts';
import { galleryDl } from '#shared/clients/gallery-dl.ts';
import { python } from '#shared/clients/python.ts';
import type { PythonCookie } from '#shared/clients/python/jar.ts';
import { requests } from '#shared/clients/requests.ts';
import { requestUrl } from '#shared/clients/request-url.ts';
import { ytDlp } from '#shared/clients/yt-dlp.ts';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';

const now = 1_795_323_480;
const HEADER = '# Netscape HTTP Cookie File\n';
const ALL: ClientOptions = { ignoreDiscard: true, ignoreExpires: true };

interface Asked {
  readonly client?: Client<PythonCookie>;
  readonly version?: string;
  readonly options?: ClientOptions;
}

function load(text: string, { client = python, version, options }: Asked = {}): LoadedJar<PythonCookie> {
  const of = version ?? client.versions.at(-1)?.id ?? '';
  return client.load(cookieFileOf(text), { version: of, now, ...(options && { options }) });
}

/** The outcome of the line behind the header, and the codes of its reasons. */
function outcome(line: string, asked: Asked = {}): string {
  const { outcome: what, reasons } = verdictOf(load(`${HEADER}${line}\n`, asked), 1);
  return [what, ...reasons.map(({ code, rule }) => (rule === undefined ? code : `${code}>${rule}`))].join(
    ' ',
  );
}

function sent(text: string, address: string, asked: Asked = {}): string {
  const { client = python } = asked;
  const url = requestUrl(address);
  if ('refused' in url) throw new Error(address);
  const { header, leftOut } = client.send(load(text, asked), { url, now });
  return header ?? leftOut.map(({ reason }) => reason.code).join(' ');
}

const line = (over: {
  domain?: string;
  flag?: string;
  path?: string;
  secure?: string;
  expiry?: string;
  value?: string;
}): string => {
  const { domain = '.example.com', flag = domain.startsWith('.') ? 'TRUE' : 'FALSE' } = over;
  const { path = '/', secure = 'FALSE', expiry = '4102444800', value = 'v' } = over;
  return [domain, flag, path, secure, expiry, 'n', value].join('\t');
};

describe('what Python makes of a line', () => {
  test.each<[string, string, string]>([
    ['an ordinary line', line({}), 'kept'],
    ['no name', line({}).replace('\tn\t', '\t\t'), 'kept'],
    ['a flag against the dot', line({ flag: 'FALSE' }), 'dropped flag-against-dot>domain-flag-mismatch'],
    ['a flag in lower case', line({ flag: 'true' }), 'dropped flag-against-dot>flag-not-true-or-false'],
    ['a missing value', line({}).slice(0, -2), 'dropped field-count>value-tab-missing'],
    ['a tab in the value', line({ value: 'a\tb' }), 'dropped field-count>too-many-fields'],
    ['a word for an expiry', line({ expiry: 'Session' }), 'dropped expiry-unreadable>expiry-not-a-number'],
    ['an expiry of 0', line({ expiry: '0' }), 'dropped session-not-loaded'],
    ['no expiry', line({ expiry: '' }), 'dropped session-not-loaded'],
    ['an expiry in the past', line({ expiry: '877627211' }), 'dropped expired>expired'],
    ['a fraction', line({ expiry: '4102444800.5' }), 'changed expiry-read-as>expiry-fraction'],
    ['capitals in the domain', line({ domain: 'EXAMPLE.com' }), 'changed domain-read-as>domain-upper-case'],
    ['localhost', line({ domain: 'localhost' }), 'changed never-sent'],
    ['a relative path', line({ path: 'foo' }), 'changed never-sent>path-not-absolute'],
    ['secure in lower case', line({ secure: 'true' }), 'changed secure-read-as>secure-not-true-or-false'],
    ['a mark behind a blank', ` #HttpOnly_${line({})}`, 'dropped http-only-is-comment'],
    ['a CR in the value', line({ value: 'a\rb' }), 'dropped carriage-return>carriage-return-inside'],
    ['bytes that are no UTF-8', line({ value: '\xff' }), 'dropped not-utf-8>not-utf-8'],
  ])('%s', (_, text, expected) => {
    expect(outcome(text, { version: '3.11' })).toBe(expected);
  });

  test('refuses a file without the header, whatever else is in it', () => {
    for (const begin of [
      '',
      '\n',
      '\xef\xbb\xbf# Netscape HTTP Cookie File\n',
      '# netscape http cookie file\n',
    ]) {
      const { refusal, cookies } = load(`${begin}${line({})}\n`);
      expect([refusal?.reason.code, refusal?.line, cookies.length]).toEqual(['no-magic-header', 0, 0]);
    }
  });

  test('names the first line that has a file refused, and judges those behind it as well', () => {
    const jar = load(`${HEADER}${line({})}\n${line({ flag: 'no' })}\n${line({ expiry: 'x' })}\n`);
    expect([jar.refusal?.line, jar.refusal?.reason.code]).toEqual([2, 'flag-against-dot']);
    expect([1, 2, 3].map((at) => verdictOf(jar, at).reasons[0]?.code)).toEqual([
      'file-refused',
      'flag-against-dot',
      'expiry-unreadable',
    ]);
  });

  test('reads the HttpOnly mark since 3.10 and writes it back', () => {
    const marked = `#HttpOnly_${line({})}`;
    expect(outcome(marked, { version: '3.9' })).toBe('dropped http-only-is-comment');
    expect(python.write(load(`${HEADER}${marked}\n`, { version: '3.11' }))).toEqual([marked]);
  });

  test('takes 0 for an old time up to 3.15 and for a session from 3.16 on', () => {
    const text = `${HEADER}${line({ expiry: '0' })}\n${line({ expiry: '', path: '/b' })}\n`;
    const written = (version: string, options: ClientOptions): readonly (string | undefined)[] =>
      python.write(load(text, { version, options })).map((one) => one.split('\t')[4]);
    expect(written('3.15', ALL)).toEqual(['0', '']);
    expect(written('3.15', { ignoreDiscard: true })).toEqual(['']);
    expect(written('3.16', { ignoreDiscard: true })).toEqual(['0', '0']);
    expect(written('3.16', {})).toEqual([]);
  });

  test('reads other encodings as it is told', () => {
    const text = `${HEADER}${line({ value: '\xe9' })}\n`;
    expect(load(text).refusal?.reason.code).toBe('not-utf-8');
    expect(load(text, { options: { encoding: 'ascii' } }).refusal?.reason.code).toBe('not-in-encoding');
    expect(load(text, { options: { encoding: 'iso-8859-1' } }).cookies).toHaveLength(1);
  });
});

describe('what Python sends', () => {
  const file = (one: string): string => `${HEADER}${one}\n`;

  test.each<[string, string, string, string]>([
    [
      'a host-only cookie to hosts below',
      line({ domain: 'www.example.com' }),
      'http://a.www.example.com/',
      'n=v',
    ],
    ['localhost nothing', line({ domain: 'localhost' }), 'http://localhost/', 'local-name'],
    [
      'localhost what is for localhost.local',
      line({ domain: 'localhost.local' }),
      'http://localhost/',
      'n=v',
    ],
    ['an IPv6 address nothing', line({ domain: '[::1]' }), 'http://[::1]/', 'local-name'],
    ['the tail of an address its cookie', line({ domain: '.0.0.1' }), 'http://127.0.0.1/', 'n=v'],
    ['every host a cookie without a domain', line({ domain: '' }), 'http://example.org/', 'n=v'],
    [
      'a path only what begins with whole names of it',
      line({ path: '/foo' }),
      'http://example.com/foobar',
      'other-path',
    ],
    ['an escaped slash in capitals', line({ path: '/a%2F' }), 'http://example.com/a%2f', 'n=v'],
    ['Secure cookies to https alone', line({ secure: 'TRUE' }), 'http://example.com/', 'not-secure'],
    ['a bare value where there is no name', line({}).replace('\tn\t', '\t\t'), 'http://example.com/', 'v'],
    ['Latin-1 in Latin-1', line({ value: encodeUtf8('é') }), 'http://example.com/', 'n=\xe9'],
    [
      'nothing where Latin-1 does not do',
      line({ value: encodeUtf8('🍪') }),
      'http://example.com/',
      'header-not-latin-1',
    ],
  ])('%s', (_, one, address, expected) => {
    expect(sent(file(one), address)).toBe(expected);
  });

  test('with longer paths first, and otherwise in the order of domains, paths and names', () => {
    const lines = [line({}), line({ path: '/foo', value: 'w' }), line({ domain: 'example.com', value: 'x' })];
    expect(sent(`${HEADER}${lines.join('\n')}\n`, 'http://example.com/foo')).toBe('n=w; n=v; n=x');
  });
});

describe('requests', () => {
  test('loses escaped quotation marks inside quoted values, and resolves escapes of the address', () => {
    const text = `${HEADER}${line({ value: '"a\\"b"', path: '/foo' })}\n`;
    expect(outcome(text.slice(HEADER.length, -1), { client: requests })).toBe(
      'changed value-changed>value-quoted',
    );
    expect(sent(text, 'http://example.com/%66oo', { client: requests })).toBe('n="ab"');
    expect(sent(text, 'http://example.com/%66oo')).toBe('other-path');
  });
});

describe('yt-dlp', () => {
  const asked = { client: ytDlp };

  test.each<[string, string, string]>([
    ['skips lines of other field counts', line({}).slice(0, -2), 'dropped field-count>value-tab-missing'],
    [
      'skips words for an expiry',
      line({ expiry: 'Session' }),
      'dropped expiry-unreadable>expiry-not-a-number',
    ],
    ['keeps session cookies', line({ expiry: '0' }), 'kept'],
    ['keeps session cookies that are spelt empty', line({ expiry: '' }), 'kept'],
    ['keeps expired ones', line({ expiry: '877627211' }), 'kept'],
    ['loses the mark', `#HttpOnly_${line({})}`, 'changed http-only-lost'],
    ['reads a doubled mark', `#HttpOnly_#HttpOnly_${line({})}`, 'changed http-only-lost'],
    [
      'refuses a flag against the dot',
      line({ flag: 'FALSE' }),
      'dropped flag-against-dot>domain-flag-mismatch',
    ],
  ])('%s', (_, text, expected) => {
    expect(outcome(text, asked)).toBe(expected);
  });

  test('reads fractions since August 2025', () => {
    const text = line({ expiry: '4102444800.5' });
    expect(outcome(text, { ...asked, version: '2023.03.04' })).toBe(
      'dropped expiry-unreadable>expiry-fraction',
    );
    expect(outcome(text, asked)).toBe('changed expiry-read-as>expiry-fraction');
  });

  test('says that JSON is JSON', () => {
    expect(load('[\n{"name": "n"}\n]\n', asked).refusal?.reason.code).toBe('is-json');
  });

  test('writes 0 for sessions, and no mark', () => {
    const jar = load(`${HEADER}#HttpOnly_${line({ expiry: '' })}\n`, asked);
    expect(ytDlp.write(jar)).toEqual([line({ expiry: '0' })]);
  });
});

describe('gallery-dl', () => {
  const asked = { client: galleryDl };
  const text = `${line({})}\nno cookie\n${line({ path: '/b' })}\n`;

  test('needs no header and goes by the dot', () => {
    const jar = load(`${line({ flag: 'FALSE' })}\n`, asked);
    expect(verdictOf(jar, 0).reasons.map(({ code }) => code)).toEqual(['dot-over-flag']);
    expect(galleryDl.write(jar)).toEqual([line({})]);
  });

  test('gives all up over one line; 1.25.3 keeps what stands before it', () => {
    expect(load(text, asked).refusal?.line).toBe(1);
    const jar = load(text, { ...asked, version: '1.25.3' });
    expect(jar.refusal).toBeUndefined();
    expect([0, 1, 2].map((at) => verdictOf(jar, at).outcome)).toEqual(['kept', 'dropped', 'dropped']);
  });

  test('misses a character that the end of the file cuts off only there', () => {
    const jar = load(`${line({})}\n${line({ path: '/b', value: '\xe9' })}`, { ...asked, version: '1.25.3' });
    expect([0, 1].map((at) => verdictOf(jar, at).outcome)).toEqual(['kept', 'dropped']);
  });
});
