import { describe, expect, test } from 'vitest';
import { aria2 } from '#shared/clients/aria2.ts';
import {
  cookieFileOf,
  verdictOf,
  type Client,
  type ClientOptions,
  type LoadedJar,
  type StoredCookie,
} from '#shared/clients/client.ts';
import { lynx } from '#shared/clients/lynx.ts';
import { perl } from '#shared/clients/perl.ts';
import { requestUrl } from '#shared/clients/request-url.ts';
import { wget } from '#shared/clients/wget.ts';
import { wget2 } from '#shared/clients/wget2.ts';

const NOW = 1_795_323_480;
const HEADER = '# Netscape HTTP Cookie File\n';

const line = (
  domain: string,
  flag: string,
  { path = '/', secure = 'FALSE', expiry = '4102444800', name = 'n', value = 'v' } = {},
) => `${[domain, flag, path, secure, expiry, name, value].join('\t')}\n`;

function load<Stored extends StoredCookie>(
  client: Client<Stored>,
  text: string,
  options?: ClientOptions,
  version = client.versions[0]?.id ?? '',
) {
  return client.load(cookieFileOf(HEADER + text), { version, now: NOW, ...(options && { options }) });
}

function sent<Stored extends StoredCookie>(client: Client<Stored>, jar: LoadedJar<Stored>, address: string) {
  const url = requestUrl(address);
  if ('refused' in url) throw new Error(url.refused);
  return client.send(jar, { url, now: NOW });
}

const codes = (jar: LoadedJar, at: number): readonly string[] =>
  verdictOf(jar, at).reasons.map(({ code }) => code);

/** Whether wget, aria2 and Perl send what one line says to an address, as was measured. */
const SENT: readonly (readonly [
  string,
  string,
  { readonly path?: string; readonly secure?: string },
  string,
  string,
])[] = [
  ['.example.com', 'TRUE', {}, 'http://example.com/', 'yes yes no'],
  ['.example.com', 'TRUE', {}, 'http://www.example.com/', 'yes yes yes'],
  ['.example.com', 'FALSE', {}, 'http://example.com/', 'yes yes no'],
  ['.example.com', 'FALSE', {}, 'http://www.example.com/', 'no no yes'],
  ['example.com', 'TRUE', {}, 'http://example.com/', 'yes yes yes'],
  ['example.com', 'TRUE', {}, 'http://www.example.com/', 'yes yes yes'],
  ['example.com', 'FALSE', {}, 'http://example.com/', 'yes yes yes'],
  ['example.com', 'FALSE', {}, 'http://www.example.com/', 'no no yes'],
  ['www.example.com', 'FALSE', {}, 'http://a.www.example.com/', 'no no yes'],
  ['EXAMPLE.COM', 'FALSE', {}, 'http://example.com/', 'yes no no'],
  ['..example.com', 'TRUE', {}, 'http://example.com/', 'no yes no'],
  ['example.com.', 'FALSE', {}, 'http://example.com/', 'no no no'],
  ['.127.0.0.1', 'TRUE', {}, 'http://127.0.0.1/', 'yes yes no'],
  ['.0.0.1', 'TRUE', {}, 'http://127.0.0.1/', 'no no yes'],
  ['::1', 'FALSE', {}, 'http://[::1]/', 'yes yes no'],
  ['[::1]', 'FALSE', {}, 'http://[::1]/', 'no no no'],
  ['localhost', 'FALSE', {}, 'http://localhost/', 'yes yes no'],
  ['localhost.local', 'FALSE', {}, 'http://localhost/', 'no no yes'],
  ['b\xc3\xbccher.example', 'FALSE', {}, 'http://b\xfccher.example/', 'no no no'],
  ['.co.uk', 'TRUE', {}, 'http://foo.co.uk/', 'yes yes yes'],
  ['example.com', 'FALSE', { path: '/foo/' }, 'http://example.com/foo', 'no no no'],
  ['example.com', 'FALSE', { path: '/foo' }, 'http://example.com/foobar', 'yes no yes'],
  ['localhost', 'FALSE', { secure: 'TRUE' }, 'http://localhost/', 'no no no'],
];

describe('who receives which cookie', () => {
  test.each(SENT)('%s %s %o to %s: %s by wget, aria2 and Perl', (domain, flag, more, address, expected) => {
    const answers = [wget, aria2, perl].map((client: Client) => {
      const { header } = sent(client, load(client, line(domain, flag, more)), address);
      return header === undefined ? 'no' : 'yes';
    });
    expect(answers.join(' ')).toBe(expected);
  });
});

describe('wget', () => {
  test('saves session cookies only when it is told to keep them, and sends them all the same', () => {
    const text = line('example.com', 'FALSE', { expiry: '0' });
    expect(sent(wget, load(wget, text), 'http://example.com/').header).toBe('n=v');
    expect(wget.write(load(wget, text))).toEqual([]);
    expect(wget.write(load(wget, text, { keepSessionCookies: true }))).toHaveLength(1);
  });

  test('sends cookies of one name and value once, that of the shorter domain', () => {
    const jar = load(wget, line('.example.com', 'TRUE') + line('www.example.com', 'TRUE'));
    const { header, sent: which, leftOut } = sent(wget, jar, 'http://www.example.com/');
    expect(header).toBe('n=v');
    expect(jar.cookies[which[0] ?? 0]?.domain).toBe('example.com');
    expect(leftOut.map(({ reason }) => reason.code)).toEqual(['sent-already']);
  });

  test('reads a port behind the domain', () => {
    const jar = load(wget, line('example.com:8080', 'FALSE'));
    expect(codes(jar, 1)).toEqual(['port-alone']);
    expect(sent(wget, jar, 'http://example.com/').header).toBeUndefined();
    expect(sent(wget, jar, 'http://example.com:8080/').header).toBe('n=v');
  });

  test('sends nothing to hosts of 32 labels', () => {
    const host = `${'a.'.repeat(30)}com`;
    const jar = load(wget, line(host, 'FALSE') + line(`a.${host}`, 'FALSE'));
    expect(sent(wget, jar, `http://${host}/`).header).toBe('n=v');
    expect(sent(wget, jar, `http://a.${host}/`).header).toBeUndefined();
    expect(codes(jar, 2)).toEqual(['never-sent']);
  });

  test.each([
    ['an expired one', '1', 'kept', 'dropped'],
    ['one whose expiry is too large', '9223372036854775808', 'dropped', 'dropped'],
  ])('has %s replace a live one or not', (_, expiry, first, second) => {
    const jar = load(wget, line('example.com', 'FALSE') + line('example.com', 'FALSE', { expiry }));
    expect([verdictOf(jar, 1).outcome, verdictOf(jar, 2).outcome]).toEqual([first, second]);
  });

  test('names the twin of a host and a domain, and the rule for it', () => {
    const jar = load(wget, line('.example.com', 'TRUE') + line('example.com', 'FALSE'));
    expect(verdictOf(jar, 1).reasons).toEqual([
      { code: 'replaced', data: { line: 2 }, rule: 'domain-twins' },
    ]);
  });
});

describe('wget2', () => {
  test.each([
    ['1.99.1', 'v\r', 'removed by overwriting'],
    ['2.2.0', 'v', 'kept'],
  ])('%s reads the CR of CRLF, and a line before a dropped one, in its own way', (version, value, last) => {
    const text =
      line('example.com', 'FALSE').replace('\n', '\r\n') + line('example.org', 'FALSE') + 'nonsense\n';
    const jar = load(wget2, text, undefined, version);
    expect(jar.cookies[0]?.value).toBe(value);
    const isKept = verdictOf(jar, 2).outcome === 'kept';
    expect(isKept ? 'kept' : 'removed by overwriting').toBe(last);
  });

  test('drops session cookies and public suffixes', () => {
    const text =
      line('example.com', 'FALSE', { expiry: '0' }) + line('co.uk', 'FALSE') + line('localhost', 'FALSE');
    const jar = load(wget2, text);
    expect([codes(jar, 1), codes(jar, 2), codes(jar, 3)]).toEqual([
      ['session-not-loaded'],
      ['public-suffix'],
      ['single-label'],
    ]);
    expect(load(wget2, text, { keepSessionCookies: true }).cookies).toHaveLength(1);
  });
});

describe('aria2', () => {
  test('keeps 50 cookies of a domain, the last one in the place of the first', () => {
    const text = Array.from({ length: 60 }, (_, at) => line('example.com', 'FALSE', { name: `n${at}` })).join(
      '',
    );
    const { cookies } = load(aria2, text);
    expect(cookies).toHaveLength(50);
    expect(cookies[0]?.name).toBe('n59');
    expect(cookies[1]?.name).toBe('n1');
  });

  test('forgets the oldest 200 of 2,000 domains for one more', () => {
    const text = Array.from({ length: 2100 }, (_, at) => line(`d${at}.com`, 'FALSE')).join('');
    const jar = load(aria2, text);
    expect(jar.cookies).toHaveLength(1900);
    expect(codes(jar, 1)).toEqual(['too-many-domains']);
  });

  test.each([
    ['few domains', 1400, 700],
    ['many cookies of one domain', 20, 3000],
    ['many cookies of one domain, some of one name', 20, 700],
    ['very many domains', 2990, 3000],
    ['domains that come back when they are forgotten', 2300, 2],
  ])('makes of a long file of %s at a glance what it makes of it line by line', (_, domains, names) => {
    const odd = [
      '# x\n',
      line('site3.com', 'FALSE', { expiry: '1' }),
      line('Site.com', 'FALSE'),
      line('10.0.0.1', 'FALSE'),
    ];
    const ordinary = Array.from({ length: 3000 }, (__, at) =>
      line(`site${at % domains}.com`, 'FALSE', {
        name: `n${at % names}`,
        value: at % 5 === 0 ? ' v' : 'v',
        expiry: at % 7 === 0 ? '1' : '0',
      }),
    );
    const file = cookieFileOf(
      HEADER + [...ordinary.slice(0, 1500), ...odd, ...ordinary.slice(1500)].join(''),
    );
    const { lineCount } = file;
    const context = { version: '1.36.0', now: NOW };
    const [quick, slow] = [file, { lineCount, line: (at: number) => file.line(at) }].map((one) =>
      aria2.load(one, context),
    );
    expect(quick?.outcomes).toEqual(slow?.outcomes);
    expect(quick?.reasons).toEqual(slow?.reasons);
    expect(quick?.cookies).toEqual(slow?.cookies);
  });

  test('takes a file that begins as a database for one', () => {
    const jar = aria2.load(cookieFileOf(`SQLite format 3\0\n${line('example.com', 'FALSE')}`), {
      version: '1.36.0',
      now: NOW,
    });
    expect(jar.refusal?.reason.code).toBe('is-database');
  });
});

describe('Perl', () => {
  test('drops session cookies and takes the mark of HttpOnly out of values too', () => {
    const jar = load(
      perl,
      line('example.com', 'FALSE', { expiry: '0' }) + line('example.com', 'FALSE', { value: 'a#HttpOnly_b' }),
    );
    expect(codes(jar, 1)).toEqual(['session-not-loaded']);
    expect(jar.cookies.map(({ value }) => value)).toEqual(['ab']);
  });

  test('refuses an empty file', () => {
    expect(perl.load(cookieFileOf(''), { version: '6.10', now: NOW }).refusal?.reason.code).toBe(
      'no-magic-header',
    );
  });
});

describe('lynx', () => {
  test('sends cookies of a host to the hosts below it, and keeps all for Secure that does not begin with F', () => {
    const jar = load(
      lynx,
      line('example.com', 'FALSE') + line('example.com', 'FALSE', { name: 's', secure: 'false' }),
    );
    expect(sent(lynx, jar, 'http://www.example.com/').header).toBe('n=v');
    expect(sent(lynx, jar, 'https://www.example.com/').header).toBe('n=v; s=v');
    expect(codes(jar, 1)).toEqual(['host-only-lost']);
  });

  test('cuts a name at 256 bytes, and forgets the path of such a cookie', () => {
    const saved = [255, 256, 300].map((length) => {
      const jar = load(lynx, line('.example.com', 'TRUE', { path: '/abc', name: 'n'.repeat(length) }));
      return jar.cookies.map(({ name, path }) => [name.length, path]);
    });
    expect(saved).toEqual([[[255, '/abc']], [[256, '']], [[256, '']]]);
  });
});

test.each([wget, aria2, lynx] as readonly Client[])(
  '$id takes the mark of HttpOnly for a comment',
  (client) => {
    expect(codes(load(client, `#HttpOnly_${line('example.com', 'FALSE')}`), 1)).toEqual([
      'http-only-is-comment',
    ]);
  },
);
