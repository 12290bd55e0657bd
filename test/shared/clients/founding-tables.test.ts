import { describe, expect, test } from 'vitest';
import { browserOf } from '#shared/clients/browser-of.ts';
import type { Browser } from '#shared/clients/browser.ts';
import { chromium } from '#shared/clients/chromium.ts';
import { firefox } from '#shared/clients/firefox.ts';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import { type RequestTarget, requestTarget } from '#shared/cookie/request-target.ts';
import type { CookieJar } from '#shared/cookie/store-cookie.ts';

const NOW = Date.UTC(2026, 10, 22) / 1000;
const PAST = 'Thu, 01 Jan 1998 08:00:00 GMT';
const K = `bar!@#$%^&*()-_+={}[]:'\\|\`~,<>./?`;
const L = `foo!@#$%^&*()-_+{}[]:'\\|\`~,<>./?`;

const standard = browserOf({ ...chromium, id: 'rfc-6265bis', differences: [] });

function at(url: string): RequestTarget {
  const target = requestTarget(url);
  if ('refused' in target) throw new Error('no address');
  return target;
}

const request = (url: string) => ({ target: at(url), version: '999', now: NOW });

/** What a browser that received these headers sends back to the same address; nothing where it sends no header. */
function sent(
  browser: Browser,
  headers: readonly string[],
  url = 'http://www.domain.com/',
): string | undefined {
  const { jar } = browser.receive([], headers.map(encodeUtf8), request(url));
  return browser.send(jar, request(url)).header;
}

/** One table of what browsers of 2023 sent; nothing where they rejected the header. */
interface Table {
  readonly table: string;
  readonly header: string;
  readonly chrome: string | undefined;
  readonly safari: string | undefined;
  readonly edge: string | undefined;
  readonly firefox: string | undefined;
  /** What Firefox 153 does instead; `rejected` where it sends nothing. */
  readonly firefoxToday?: string;
}

const alike = (header: string) => ({
  header,
  chrome: header,
  safari: header,
  edge: header,
  firefox: header,
});

const TABLES: readonly Table[] = [
  {
    table: 'Table F (F142): name only',
    header: 'a',
    chrome: 'a',
    safari: undefined,
    edge: 'a',
    firefox: 'a',
    firefoxToday: 'a=',
  },
  { table: 'Table G (F143): empty value', ...alike('foo=') },
  {
    table: 'Table H (F144): no name',
    header: '=foo',
    chrome: 'foo',
    safari: undefined,
    edge: 'foo',
    firefox: 'foo',
    firefoxToday: 'rejected',
  },
  { table: 'Table I (F146): a value beyond ASCII', ...alike('foo=Žemė') },
  { table: 'Table J (F147): a name beyond ASCII', ...alike('žemė=foo') },
  { table: 'Table K (F148): special characters in the value', ...alike(`foo=${K}`) },
  { table: 'Table L (F149): special characters in the name', ...alike(`${L}=bar`) },
];

const bytes = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : encodeUtf8(text);

describe.each(TABLES)('$table', ({ header, chrome, safari, edge, firefox: firefox111, firefoxToday }) => {
  test('(a) Chrome 111 and (c) Edge 111 sent what Chromium sends today', () => {
    const today = sent(chromium, [header]);
    expect([chrome, edge].map(bytes)).toEqual([today, today]);
  });

  test('(b) Safari 16.3 kept what has a name, and rejected what the standard lets a browser reject', () => {
    const { effects } = standard.receive([], [encodeUtf8(header)], request('http://domain.com/'));
    const names = effects.map((effect) => 'cookie' in effect && effect.cookie.name !== '');
    expect(names).toEqual([safari !== undefined]);
  });

  test('(d) Firefox 111 sent this, and today’s Firefox does as it is written down', () => {
    const today = firefoxToday === 'rejected' ? undefined : (firefoxToday ?? firefox111);
    expect(sent(firefox, [header])).toBe(bytes(today));
    if (firefoxToday !== undefined) expect(firefoxToday).not.toBe(firefox111);
  });
});

describe.each([chromium, firefox])('Tables C, D and E (F134, F135, F136) in $title', (browser) => {
  test.each([
    ['4,095 bytes', 4095, '', true],
    ['4,096 bytes', 4096, '', true],
    ['4,097 bytes', 4097, '', false],
    [
      '4,096 bytes and attributes: no cap on the whole header',
      4096,
      '; Path=/; Max-Age=1000; HttpOnly',
      true,
    ],
  ])('%s', (_, size, attributes, isKept) => {
    expect(sent(browser, [`n=${'v'.repeat(size - 1)}${attributes}`]) !== undefined).toBe(isKept);
  });

  test('of 1,000 cookies exactly 163 are left', () => {
    const headers = Array.from({ length: 1000 }, (_, index) => `n${index}=1`);
    const { jar } = browser.receive([], headers, request('http://domain.com/'));
    expect(jar.length).toBe(163);
    expect(jar.at(-1)?.name).toBe('n999');
  });
});

describe('Table B (F125): what a header does to the jar', () => {
  const jar = standard.receive([], ['foo=old', 'other=1'], request('http://domain.com/')).jar;
  test.each([
    ['(a) Add: no match, no end', [], 'foo=1', 'added'],
    ['(a) Add: no match, Max-Age above 0', [], 'foo=1; Max-Age=1', 'added'],
    ['(a) Add: no match, Expires ahead', [], 'foo=1; Expires=Fri, 01 Jan 2100 00:00:00 GMT', 'added'],
    ['(b) Replace: match, no end', jar, 'foo=1', 'replaced'],
    ['(b) Replace: match, Max-Age above 0', jar, 'foo=1; Max-Age=1', 'replaced'],
    ['(c) Remove: match, Max-Age 0', jar, 'foo=1; Max-Age=0', 'removed'],
    ['(c) Remove: match, Expires behind', jar, `foo=1; Expires=${PAST}`, 'removed'],
    ['(d) Nothing: no match, over already', [], 'foo=1; Max-Age=-1', 'nothing'],
  ] satisfies readonly (readonly [string, CookieJar, string, string])[])(
    '%s',
    (_, before, header, outcome) => {
      for (const browser of [standard, chromium, firefox]) {
        const { effects } = browser.receive(before, [header], request('http://domain.com/'));
        expect(effects.map((effect) => effect.outcome)).toEqual([outcome]);
      }
    },
  );
});

describe.each([standard, chromium, firefox])('the unlettered tables of the documents: $title', (browser) => {
  const stored = (url: string, header: string) => {
    const { jar } = browser.receive([], [encodeUtf8(header)], request(url));
    return jar.map(({ domain, hostOnly, path }) => `${hostOnly ? '' : '.'}${domain} ${path}`)[0];
  };

  test.each([
    ['F95: no Domain', 'http://www.domain.com/', 'a=1', 'www.domain.com /'],
    ['F110: a domain gets a dot', 'http://www.domain.com/', 'a=1; Domain=domain.com', '.domain.com /'],
    [
      'F106b: the registrable domain',
      'http://h.domain.co.uk/',
      'a=1; Domain=domain.co.uk',
      '.domain.co.uk /',
    ],
    ['F106a: an effective TLD', 'http://h.domain.co.uk/', 'a=1; Domain=.co.uk', undefined],
    ['F37: .com.au', 'http://www.altavista.yellowpages.com.au/index.html', 'a=1; Domain=.com.au', undefined],
    ['F109a: an alias of the local network', 'http://intranet/', 'a=1; Domain=intranet', 'intranet /'],
    ['F112a: 127.0.0.1', 'http://127.0.0.1/', 'a=1; Domain=127.0.0.1', '127.0.0.1 /'],
    ['F112b: localhost', 'http://localhost/', 'a=1; Domain=localhost', 'localhost /'],
    ['F112c: .127.0.0.1', 'http://127.0.0.1/', 'a=1; Domain=.127.0.0.1', '127.0.0.1 /'],
    ['F112d: .localhost', 'http://localhost/', 'a=1; Domain=.localhost', 'localhost /'],
    ['F113: several dots', 'http://x.d.test/', 'a=1; Domain=..d.test', undefined],
    ['F113: several dots before an address', 'http://127.0.0.3/', 'a=1; Domain=..127.0.0.3', undefined],
    ['F113: several dots before localhost', 'http://localhost/', 'a=1; Domain=..localhost', undefined],
    [
      'F114a: a trailing dot, from a host with one',
      'http://domain.com./',
      'a=1; Domain=.domain.com.',
      '.domain.com. /',
    ],
    [
      'F114b: the same without the first dot',
      'http://domain.com./',
      'a=1; Domain=domain.com.',
      '.domain.com. /',
    ],
    ['F114: a trailing dot, from a host without', 'http://domain.com/', 'a=1; Domain=domain.com.', undefined],
    ['F115a: //dir', 'http://d.com/', 'a=1; Path=//dir', 'd.com //dir'],
    ['F115b: /dir/.', 'http://d.com/', 'a=1; Path=/dir/.', 'd.com /dir/.'],
    ['F115c: /dir/foo/..', 'http://d.com/', 'a=1; Path=/dir/foo/..', 'd.com /dir/foo/..'],
    ['F115d: /dir', 'http://d.com/', 'a=1; Path=/dir', 'd.com /dir'],
    ['F116: no leading slash', 'http://d.com/here/x', 'a=1; Path=there', 'd.com /here'],
    ['F117a: /dir/', 'https://www.domain.com/dir/', 'a=1', 'www.domain.com /dir'],
    ['F117b: /', 'https://www.domain.com/', 'a=1', 'www.domain.com /'],
    ['F117c: /dir//', 'https://www.domain.com/dir//', 'a=1', 'www.domain.com /dir/'],
    ['F117d: /dir/file.txt', 'https://www.domain.com/dir/file.txt', 'a=1', 'www.domain.com /dir'],
  ])('%s', (_, url, header, expected) => {
    expect(stored(url, header)).toBe(expected);
  });

  test.each([
    ['F118: Max-Age over an Expires behind', `a=1; Max-Age=1000; Expires=${PAST}`, 'a=1'],
    [
      'F118: Max-Age 0 over an Expires ahead',
      'a=1; Expires=Fri, 01 Jan 2100 00:00:00 GMT; Max-Age=0',
      undefined,
    ],
    ['F139: Expires and Max-Age without value', 'a=1; Expires=; Max-Age=', 'a=1'],
    ['F138: Domain and Path without value', 'a=1; Domain=; Path', 'a=1'],
    ['F83: an attribute that comes first is the cookie', 'Path=/x; foo=bar', 'Path=/x'],
    ['F84: quotes belong to the value', 'foo="bar"', 'foo="bar"'],
    ['F89: attribute names in any case', 'a=1; pAtH=/z; mAx-AgE=100', undefined],
  ])('%s', (_, header, expected) => {
    expect(sent(browser, [header])).toBe(expected);
  });

  test('F123: name, domain and path make a cookie, and nothing less', () => {
    const headers = [
      'foo=0; Path=/dir',
      'foo=1; Path=/dir',
      'foo=2; Path=/dir/',
      'foo=3; Domain=domain.com; Path=/dir',
      '"foo"=4; Path=/dir',
    ];
    const { jar, effects } = browser.receive([], headers, request('http://domain.com/dir/x'));
    expect(effects.map(({ outcome }) => outcome)).toEqual(['added', 'replaced', 'added', 'added', 'added']);
    expect(jar.length).toBe(4);
  });

  test('F126: only the next Cookie header shows what became of it', () => {
    const before = sent(browser, ['a=1', 'b=2']);
    const after = sent(browser, ['a=1', 'b=2', 'a=; Max-Age=0', 'c=3; Domain=other.com']);
    expect([before, after]).toEqual(['a=1; b=2', 'b=2']);
  });
});
