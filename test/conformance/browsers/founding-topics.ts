import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import type { FoundingTable } from './founding-tables.ts';
import type { Scenario } from './scenario.ts';
import { kept, on, walked } from './scenario-of.ts';

const PAST = 'Thu, 01 Jan 1998 08:00:00 GMT';
const FUTURE = 'Sat, 01 Jan 2101 08:00:00 GMT';

const DOMAINS: readonly Scenario[] = [
  walked('no Domain', (h) => [
    on(`http://www.${h}.com/`, ['a=1']),
    on(`http://www.${h}.com/`),
    on(`http://${h}.com/`),
    on(`http://x.www.${h}.com/`),
  ]),
  walked('the own host', (h) => [
    on(`http://www.${h}.com/`, [`a=1; Domain=www.${h}.com`]),
    on(`http://www.${h}.com/`),
    on(`http://x.www.${h}.com/`),
    on(`http://${h}.com/`),
  ]),
  walked('the parent', (h) => [
    on(`http://www.${h}.com/`, [`a=1; Domain=${h}.com`, `b=2; Domain=.${h}.com`]),
    on(`http://${h}.com/`),
    on(`http://y.${h}.com/`),
  ]),
  walked('a child', (h) => [
    on(`http://${h}.com/`, [`a=1; Domain=www.${h}.com`]),
    on(`http://www.${h}.com/`),
  ]),
  walked('another site', (h) => [on(`http://${h}.com/`, ['a=1; Domain=other.com']), on('http://other.com/')]),
  walked('a public suffix', (h) => [
    on(`http://www.${h}.com.au/`, ['a=1; Domain=.com.au', 'b=2; Domain=com.au', `c=3; Domain=${h}.com.au`]),
    on(`http://www.${h}.com.au/`),
    on(`http://q.${h}.com.au/`),
  ]),
  walked('a top-level domain', (h) => [
    on(`http://${h}.com/`, ['a=1; Domain=com', 'b=2; Domain=.com']),
    on(`http://${h}.com/`),
  ]),
  walked('a host that is a public suffix', (h) => [
    on('http://github.io/', [`${h}a=1`, `${h}b=2; Domain=github.io`, `${h}c=3; Domain=.github.io`]),
    on('http://github.io/'),
    on(`http://${h}.github.io/`),
  ]),
  walked('a private suffix of the list', (h) => [
    on(`http://${h}.github.io/`, [`a=1; Domain=github.io`, `b=2; Domain=${h}.github.io`]),
    on(`http://${h}.github.io/`),
    on(`http://x.${h}.github.io/`),
  ]),
  walked('a suffix that the list lacks', (h) => [
    on(`http://www.${h}.unlisted/`, ['a=1; Domain=unlisted', `b=2; Domain=${h}.unlisted`]),
    on(`http://${h}.unlisted/`),
  ]),
  walked('an alias of the local network', (h) => [
    on(`http://${h}/`, ['a=1', `b=2; Domain=${h}`, `c=3; Domain=.${h}`]),
    on(`http://${h}/`),
    on(`http://x.${h}/`),
  ]),
  walked('no value', (h) => [
    on(`http://www.${h}.com/`, ['a=1; Domain=', 'b=2; Domain', 'c=3; Domain=.', 'd=4; Domain=""']),
    on(`http://www.${h}.com/`),
    on(`http://x.www.${h}.com/`),
  ]),
  walked('two attributes', (h) => [
    on(`http://www.${h}.com/`, [
      `a=1; Domain=${h}.com; Domain=www.${h}.com`,
      `b=2; Domain=other.com; Domain=`,
      `c=3; Domain=${h}.com; Domain=other.com`,
    ]),
    on(`http://www.${h}.com/`),
    on(`http://${h}.com/`),
  ]),
  walked('in quotes', (h) => [
    on(`http://www.${h}.com/`, [`a=1; Domain="${h}.com"`]),
    on(`http://www.${h}.com/`),
  ]),
  walked('with a port', (h) => [
    on(`http://www.${h}.com:8080/`, [`a=1; Domain=${h}.com:8080`, 'b=2']),
    on(`http://www.${h}.com/`),
  ]),
  walked('in capitals', (h) => [
    on(`http://www.${h}.com/`, [`a=1; Domain=WWW.${h.toUpperCase()}.COM`]),
    on(`http://x.www.${h}.com/`),
  ]),
  walked('as a URL', (h) => [
    on(`http://www.${h}.com/`, [`a=1; Domain=http://${h}.com`, `b=2; Domain=${h}.com/`]),
    on(`http://www.${h}.com/`),
  ]),
  walked('with a percent sign', (h) => [
    on(`http://www.${h}.com/`, [
      `a=1; Domain=%77ww.${h}.com`,
      `b=2; Domain=*.${h}.com`,
      `c=3; Domain=www.${h}.com%`,
    ]),
    on(`http://www.${h}.com/`),
    on(`http://x.www.${h}.com/`),
  ]),
  walked('with an underscore', (h) => [
    on(`http://a_b.${h}.com/`, [`a=1; Domain=a_b.${h}.com`]),
    on(`http://x.a_b.${h}.com/`),
  ]),
  walked('beyond ASCII', (h) => [
    on(`http://xn--bcher-kva.${h}.com/`, [
      `a=1; Domain=${encodeUtf8('bücher')}.${h}.com`,
      `b=2; Domain=xn--bcher-kva.${h}.com`,
    ]),
    on(`http://x.xn--bcher-kva.${h}.com/`),
  ]),
];

const DOTS: readonly Scenario[] = [
  walked('several dots first', (h) => [
    on(`http://www.${h}.com/`, [`a=1; Domain=..${h}.com`, `b=2; Domain=...www.${h}.com`]),
    on(`http://www.${h}.com/`),
  ]),
  walked('two dots inside', (h) => [
    on(`http://www.${h}.com/`, [`a=1; Domain=www..${h}.com`]),
    on(`http://www.${h}.com/`),
  ]),
  walked('a trailing dot in the attribute', (h) => [
    on(`http://www.${h}.com/`, [`a=1; Domain=www.${h}.com.`, `b=2; Domain=.${h}.com.`]),
    on(`http://www.${h}.com/`),
    on(`http://www.${h}.com./`),
  ]),
  walked('a trailing dot in the host', (h) => [
    on(`http://www.${h}.com./`, [
      'a=1',
      `b=2; Domain=www.${h}.com.`,
      `c=3; Domain=${h}.com.`,
      `d=4; Domain=www.${h}.com`,
    ]),
    on(`http://www.${h}.com./`),
    on(`http://x.www.${h}.com./`),
    on(`http://www.${h}.com/`),
  ]),
];

const LOCAL: readonly Scenario[] = [
  walked('127.0.0.1', () => [
    on('http://127.0.3.1/', [
      'a=1',
      'b=2; Domain=127.0.3.1',
      'c=3; Domain=.127.0.3.1',
      'd=4; Domain=..127.0.3.1',
      'e=5; Domain=0.3.1',
      'f=6; Domain=127.0.3.2',
    ]),
    on('http://127.0.3.1/'),
  ]),
  walked('an address elsewhere', () => [
    on('http://10.9.8.7/', [
      'a=1',
      'b=2; Domain=10.9.8.7',
      'c=3; Domain=.10.9.8.7',
      'd=4; Domain=9.8.7',
      'e=5; Secure',
    ]),
    on('http://10.9.8.7/'),
  ]),
  walked('an IPv6 address', () => [
    on('http://[::1]/', ['a=1', 'b=2; Domain=[::1]', 'c=3; Domain=::1', 'd=4; Domain=.[::1]', 'e=5; Secure']),
    on('http://[::1]/'),
  ]),
  walked('localhost', (h) => [
    on('http://localhost/', [
      `${h}a=1`,
      `${h}b=2; Domain=localhost`,
      `${h}c=3; Domain=.localhost`,
      `${h}d=4; Domain=..localhost`,
    ]),
    on('http://localhost/'),
    on(`http://${h}.localhost/`),
  ]),
  walked('below localhost', (h) => [
    on(`http://${h}.localhost/`, ['a=1', `b=2; Domain=localhost`, `c=3; Domain=${h}.localhost`]),
    on(`http://${h}.localhost/`),
    on(`http://x.${h}.localhost/`),
  ]),
  walked('Secure on loopback', (h) => [
    on(`http://${h}.localhost/`, ['a=1; Secure', '__Secure-b=2; Secure', '__Host-c=3; Secure; Path=/']),
    on(`http://${h}.localhost/`),
    on('http://127.0.3.2/', ['d=4; Secure']),
    on('http://127.0.3.2/'),
  ]),
];

const PATHS: readonly Scenario[] = [
  walked('a directory', (h) => [
    on(`http://${h}.com/`, ['a=1; Path=/jscript']),
    on(`http://${h}.com/jscript`),
    on(`http://${h}.com/jscript/x`),
    on(`http://${h}.com/jscript2`),
    on(`http://${h}.com/`),
    on(`http://${h}.com/JSCRIPT`),
  ]),
  walked('a trailing slash', (h) => [
    on(`http://${h}.com/`, ['a=1; Path=/dir/']),
    on(`http://${h}.com/dir`),
    on(`http://${h}.com/dir/`),
    on(`http://${h}.com/dir/x`),
  ]),
  walked('a file', (h) => [
    on(`http://${h}.com/`, ['a=1; Path=/tmp/file.htm']),
    on(`http://${h}.com/tmp/file.htm`),
    on(`http://${h}.com/tmp/file.htm/x`),
    on(`http://${h}.com/tmp/`),
  ]),
  walked('not normalised', (h) => [
    on(`http://${h}.com/`, [
      'a=1; Path=//dir',
      'b=2; Path=/dir/.',
      'c=3; Path=/dir/foo/..',
      'd=4; Path=/dir',
    ]),
    on(`http://${h}.com//dir`),
    on(`http://${h}.com/dir/.`),
    on(`http://${h}.com/dir/foo/..`),
    on(`http://${h}.com/dir`),
  ]),
  walked('no leading slash', (h) => [
    on(`http://${h}.com/here/x`, [
      'a=1; Path=there',
      'b=2; Path=',
      'c=3; Path',
      'd=4; Path=\\there',
      'e=5; Path="/there"',
      'f=6; Path= /there',
    ]),
    on(`http://${h}.com/here/y`),
    on(`http://${h}.com/there/`),
    on(`http://${h}.com/`),
  ]),
  walked('beyond ASCII and percent', (h) => [
    on(`http://${h}.com/`, [
      `a=1; Path=/${encodeUtf8('ž')}`,
      'b=2; Path=/%C5%BE',
      'c=3; Path=/%c5%be',
      'd=4; Path=/a b',
      'e=5; Path=/a%20b',
    ]),
    on(`http://${h}.com/ž/`),
    on(`http://${h}.com/%c5%be/`),
    on(`http://${h}.com/a b`),
  ]),
  walked('the same name on two paths', (h) => [
    on(`http://${h}.com/`, ['foo=root; Path=/', 'foo=js; Path=/jscript']),
    on(`http://${h}.com/jscript`),
  ]),
  walked('a query and a fragment', (h) => [
    on(`http://${h}.com/d/x?y=/z/w`, ['a=1', 'b=2; Path=/d?y']),
    on(`http://${h}.com/d/`),
    on(`http://${h}.com/d?y=1`),
  ]),
];

const DEFAULT_PATHS: readonly Scenario[] = [
  '/dir/',
  '/',
  '/dir//',
  '/dir/file.txt',
  '',
  '/dir',
  '/a/b/c',
  '/dir/.',
  '//x',
].map((path) =>
  walked(`of ${path === '' ? 'no path' : path}`, (h) => [
    on(`http://www.${h}.com${path}`, ['a=1']),
    on(`http://www.${h}.com/`),
    on(`http://www.${h}.com/dir`),
    on(`http://www.${h}.com/dir/`),
    on(`http://www.${h}.com/dir//x`),
    on(`http://www.${h}.com/a/b`),
    on(`http://www.${h}.com//`),
  ]),
);

const EXPIRY: readonly Scenario[] = [
  kept('Max-Age over Expires', [
    `a=1; Max-Age=1000; Expires=${PAST}`,
    `b=2; Max-Age=0; Expires=${FUTURE}`,
    `c=3; Expires=${PAST}; Max-Age=1000`,
    `d=4; Expires=${FUTURE}; Max-Age=-1`,
  ]),
  kept('one that cannot be read', [
    `a=1; Max-Age=x; Expires=${PAST}`,
    `b=2; Max-Age=; Expires=${PAST}`,
    `c=3; Expires=x; Max-Age=0`,
    'd=4; Max-Age=x; Expires=x',
    `e=5; Expires=; Max-Age=`,
  ]),
  kept('odd numbers', [
    'a=1; Max-Age=+100',
    'b=2; Max-Age=1.5',
    'c=3; Max-Age=-',
    'd=4; Max-Age=0x10',
    'e=5; Max-Age=1e3',
    'f=6; Max-Age=00',
    'g=7; Max-Age=99999999999999999999',
    'h=8; Max-Age=-99999999999999999999',
    'i=9; Max-Age="0"',
    'j=10; Max-Age=0 0',
    'k=11; Max-Age=-0',
    'l=12; Max-Age=0a',
    'm=13; Max-Age=--1',
    'n=14; Max-Age=-1.5',
    'o=15; Max-Age=-x',
    'p=16; Max-Age=0.5',
    'q=17; Max-Age=5 ',
    'r=18; Max-Age=000100',
  ]),
  kept('given twice', [
    'a=1; Max-Age=0; Max-Age=1000',
    'b=2; Max-Age=1000; Max-Age=0',
    `c=3; Expires=${PAST}; Expires=${FUTURE}`,
    `d=4; Expires=${FUTURE}; Expires=${PAST}`,
    'e=5; Max-Age=0; Max-Age=x',
    `f=6; Expires=${PAST}; Expires=x`,
    'g=7; Max-Age=0; Max-Age=',
    `h=8; Expires=${PAST}; Expires=`,
  ]),
  kept('zero and less', [
    'a=1; Max-Age=0',
    'b=2; Max-Age=-1',
    'c=3; Expires=0',
    'd=4; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    'e=5; Expires=-1',
    'f=6; Expires=Thu, 01 Jan 1970 00:00:01 GMT',
  ]),
];

const ACTIONS: readonly Scenario[] = [
  kept('add', ['a=1', 'b=2; Max-Age=10', `c=3; Expires=${FUTURE}`]),
  kept('replace', ['a=1', 'b=2', 'a=3']),
  kept('replace with the same value', ['a=1', 'b=2', 'a=1; Max-Age=1000']),
  walked('replace in a later response', (h) => [
    on(`http://${h}.com/`, ['a=1', 'b=2']),
    on(`http://${h}.com/`, ['a=3']),
    on(`http://${h}.com/`, ['b=2']),
    on(`http://${h}.com/`),
  ]),
  kept('remove', ['a=1', 'b=2', 'a=; Max-Age=0']),
  kept('remove by date', ['a=1', 'b=2', `a=x; Expires=${PAST}`]),
  kept('remove what is not there', ['b=2', 'a=; Max-Age=0']),
  kept('remove and add again', ['a=1', 'b=2', 'a=; Max-Age=0', 'a=4']),
  kept('remove by another path', ['a=1; Path=/', 'a=; Path=/x; Max-Age=0']),
];

const UNIQUENESS: readonly Scenario[] = [
  walked('domain, host and path', (h) => [
    on(`http://${h}.com/dir/x`, [
      'foo=1; Path=/dir',
      'foo=2; Path=/dir/',
      `foo=3; Domain=.${h}.com; Path=/dir`,
      '"foo"=4; Path=/dir',
      'foo=5; Path=/dir',
      'FOO=6; Path=/dir',
    ]),
    on(`http://${h}.com/dir/x`),
  ]),
  walked('by scheme', (h) => [
    on(`https://${h}.com/`, ['a=s; Secure', 'b=p']),
    on(`http://${h}.com/`, ['a=http', 'b=http']),
    on(`http://${h}.com/`),
    on(`https://${h}.com/`),
  ]),
  walked('by port', (h) => [
    on(`http://${h}.com:81/`, ['a=1']),
    on(`http://${h}.com:82/`, ['b=2', 'a=3']),
    on(`http://${h}.com/`),
  ]),
];

const ATTRIBUTES: readonly Scenario[] = [
  kept('without an equals sign', ['a=1; Path; Domain; Expires; Max-Age; SameSite']),
  kept('Secure over http', ['a=1; Secure', 'b=2; Secure=false', 'c=3; "Secure"', 'd=4; Secure=']),
  kept('Secure over https', ['a=1; Secure', 'b=2; Secure=false'], 'https'),
  kept('HttpOnly', ['a=1; HttpOnly', 'b=2; HttpOnly=false']),
  kept('any case and order', ['a=1; pAtH=/; mAx-AgE=100; hTTPoNLY', 'b=2; HttpOnly; Max-Age=100; Path=/']),
  kept('in quotes', ['a=1; Path="/dir"', 'b=2; Max-Age="0"', 'c=3; Domain="x"', `d=4; Expires="${PAST}"`]),
];

/** The tables of the founding documents that have no letter, by what they are about. */
export const FOUNDING_TOPICS: readonly FoundingTable[] = [
  { table: 'domain scoping', scenarios: DOMAINS },
  { table: 'dots and trailing dots', scenarios: DOTS },
  { table: 'localhost and IP addresses', scenarios: LOCAL },
  { table: 'path rules', scenarios: PATHS },
  { table: 'default path', scenarios: DEFAULT_PATHS },
  { table: 'Max-Age over Expires', scenarios: EXPIRY },
  { table: 'Table B: add, replace, remove', scenarios: ACTIONS },
  { table: 'uniqueness', scenarios: UNIQUENESS },
  { table: 'attributes with and without an equals sign', scenarios: ATTRIBUTES },
];
