import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import type { Exchange, Scenario } from './scenario.ts';
import { kept, on, walked } from './scenario-of.ts';

const nothing = Array.from({ length: 30 }, (_, at) => `x${at}=1`);

/** What browsers accept in Set-Cookie, and odder things. */
export const ODD_HEADERS: readonly Scenario[] = [
  kept(
    'prefix __Http-',
    ['__Http-a=1; Secure', '__Http-b=1; Secure; HttpOnly', '__Http-c=1; HttpOnly'],
    'https',
  ),
  kept(
    'prefix __Host-Http-',
    [
      '__Host-Http-c=1; Secure; HttpOnly; Path=/',
      '__Host-Http-d=1; Secure; Path=/',
      '__Host-Http-e=1; Secure; HttpOnly',
    ],
    'https',
  ),
  kept(
    'prefixes in another case',
    ['__host-e=1; Secure; Path=/x', '__SECURE-f=1', '__hOSt-g=1; Secure; Path=/', '__hTTP-h=1; Secure'],
    'https',
  ),
  kept(
    'prefix __Host-',
    [
      '__Host-a=1; Secure',
      '__Host-b=1; Secure; Path=/',
      '__Host-c=1; Path=/',
      '__Host-d=1; Secure; Path=',
      '__Host-e=1; Secure; Path=/; Domain=',
    ],
    'https',
  ),
  walked('prefix __Host- and Domain', (h) => [
    on(`https://${h}.com/`, [
      `__Host-a=1; Secure; Path=/; Domain=${h}.com`,
      `__Secure-b=1; Secure; Domain=${h}.com`,
    ]),
    on(`https://${h}.com/`),
  ]),
  walked('prefix __Host- below the root', (h) => [
    on(`https://${h}.com/dir/`, ['__Host-a=1; Secure', '__Host-b=1; Secure; Path=/']),
    on(`https://${h}.com/dir/`),
  ]),
  walked('prefix __Host- and the Domain of an address', () => [
    on('https://10.9.8.6/', ['__Host-a=1; Secure; Path=/; Domain=10.9.8.6']),
    on('https://10.9.8.6/'),
  ]),
  kept('prefixes over http', [
    '__Host-a=1; Path=/',
    '__Secure-b=1',
    '__Http-c=1; HttpOnly',
    '__Secure-d=1; Secure',
  ]),
  kept('an empty prefix', ['__Secure-=1', '__Secure=2', '__Host-=3', '_Host-b=4'], 'https'),
  kept('TAB in the value', ['a=x\ty', 'b=1']),
  kept('TAB in the name', ['a\tb=x', 'b=1']),
  kept('TAB in an attribute', [
    'a=1; Unknown=x\ty',
    'b=1; Path=/\t',
    'c=1; Path=/x\ty',
    'd=1; x\ty',
    'e=1;\tHttpOnly\t',
  ]),
  kept('0x01 in the value', ['a=x\x01y', 'b=1']),
  kept('0x01 at the end', ['a=x\x01', 'b=1']),
  kept('0x01 in the name', ['a\x01=x', 'b=1']),
  kept('0x01 in an attribute', [
    'a=1; Unknown=x\x01y',
    'b=1; Path=/\x01',
    'c=1; \x01=1',
    'd=1; Secure\x01; Max-Age=0',
  ]),
  kept('0x7F in the value', ['a=x\x7fy', 'b=1']),
  kept('0x7F in the name', ['a\x7fb=x', 'b=1']),
  kept('0x7F in an attribute', ['a=1; Unknown=x\x7fy', 'b=1']),
  kept('0x80 and 0x9F', ['a=x\x80y\x9f', 'b=1; Unknown=\x80']),
  kept('vertical TAB and form feed', ['a=x\x0by', 'b=x\x0cy', 'c=1; Path=/\x0b', 'd=1']),
  kept('quotes with a blank', ['a="a b"', 'b="c', 'c=d"', 'd=""', 'e="x;y"']),
  kept('blanks around', ['  a  =  b  ', '\tc\t=\td\t;\tPath\t=\t/\t']),
  kept('several equals signs', ['a=b=c', 'd==e', 'f===', 'g= =h']),
  kept('commas', ['a=1, b=2', 'c=3; Path=/, d=4; Path=/']),
  kept('SameSite words', [
    'a=1; SameSite=bogus',
    'b=2; SameSite=None',
    'c=3; SameSite=Lax',
    'd=4; SameSite=Strict',
    'e=5; SameSite=',
    'f=6; SameSite',
    'g=7; SameSite=none; SameSite=Lax',
    'h=8; SameSite=Lax; SameSite=None',
    'i=9; SameSite=None; SameSite=bogus',
  ]),
  kept(
    'SameSite=None over https',
    [
      'a=1; SameSite=None',
      'b=2; SameSite=None; Secure',
      'c=3; SameSite="None"',
      'd=4; SameSite=None; SameSite=bogus',
    ],
    'https',
  ),
  walked('SameSite=None on loopback', (h) => [
    on(`http://${h}.localhost/`, ['a=1; SameSite=None', 'b=2; SameSite=None; Secure']),
    on(`http://${h}.localhost/`),
  ]),
  kept(
    'Partitioned',
    [
      'a=1; Partitioned',
      'b=2; Partitioned; Secure',
      '__Host-c=3; Partitioned; Secure; Path=/',
      'd=4; Partitioned; Secure; SameSite=None',
    ],
    'https',
  ),
  kept('Partitioned over http', ['a=1; Partitioned', 'b=2; Partitioned=x']),
  kept(
    'Partitioned beside not',
    [
      'a=1; Secure',
      'a=2; Secure; Partitioned',
      'b=2; Secure; Partitioned',
      'b=1; Secure',
      'a=; Secure; Max-Age=0',
    ],
    'https',
  ),
  kept('Priority and unknown attributes', [
    'a=1; Priority=High',
    'b=2; Priority=bogus',
    'c=3; Version=1; Comment=hello; Discard; Port="80"',
  ]),
  kept('many attributes', [
    `a=1; ${nothing.slice(0, 14).join('; ')}; Max-Age=0`,
    `b=1; ${nothing.slice(0, 15).join('; ')}; Max-Age=0`,
    `c=1; ${nothing.slice(0, 16).join('; ')}; Max-Age=0`,
    `d=1; ${nothing.slice(0, 17).join('; ')}; Max-Age=0`,
    `e=1; ${nothing.join('; ')}; Max-Age=0`,
  ]),
  kept('many semicolons', [
    `a=1${';'.repeat(40)} Max-Age=0`,
    'b=2; ; ;; Max-Age=0',
    `c=3;${'; '.repeat(14)}Max-Age=0`,
  ]),
  kept('attributes without a name', [
    'a=1; =Secure; =',
    'b=2; =/x',
    'c=3; ==; Max-Age==0',
    'd=4; Max-Age=0=1',
  ]),
  kept('long attribute values', [
    `a=1; Max-Age=${'0'.repeat(1024)}`,
    `b=1; Max-Age=${'0'.repeat(1025)}`,
    `c=1; Max-Age=0; Unknown=${'x'.repeat(1025)}`,
    `d=1; Domain=${'x'.repeat(1025)}`,
    `e=1; Domain=${'x'.repeat(1024)}`,
    `f=1; Path=/${'x'.repeat(1024)}; Max-Age=0`,
    `g=1; Max-Age=${' '.repeat(1100)}0`,
  ]),
  kept('a long attribute name', [`a=1; ${'x'.repeat(2000)}`, `b=1; ${'x'.repeat(5000)}; Max-Age=0`]),
  kept('beyond ASCII in attributes', [
    `a=1; ${encodeUtf8('ž')}=1`,
    `b=1; Path=/${encodeUtf8('ž')}`,
    'c=1; Unknown=\xe9',
    'd=1; Domain=\xe9',
  ]),
  kept('names of objects', ['__proto__=1', 'constructor=2', 'if=3', 'path=4', 'domain=5', 'expires=6']),
  kept('a second header of the same name', ['a=1; Path=/', 'a=2; Path=/; HttpOnly', 'a=3']),
  kept('empty headers between', ['a=1', '', ' ', ';', 'b=2']),
  kept('order by path, then by age', ['a=1; Path=/', 'b=2', 'c=3; Path=/', 'd=4; Path=/x']),
  walked('order over several paths', (h) => [
    on(`http://${h}.com/x/y/z`, [
      'a=1; Path=/',
      'b=2; Path=/x',
      'c=3; Path=/x/y',
      'd=4; Path=/',
      'e=5; Path=/x/y',
      'f=6; Path=/x/',
    ]),
    on(`http://${h}.com/x/y/z`),
  ]),
  walked('insecure beside secure', (h) => [
    on(`https://www.${h}.com/a/b`, [`a=s; Secure; Domain=${h}.com; Path=/a`, 'b=s; Secure; Path=/']),
    on(`http://www.${h}.com/a/b`, [
      'a=1; Path=/',
      'a=2; Path=/a',
      'a=3; Path=/a/b',
      `a=4; Domain=${h}.com; Path=/`,
      'a=5; Path=/ab',
      'b=1',
      'b=2; Path=/x',
      'B=3',
      'b=; Max-Age=0; Path=/',
    ]),
    on(`http://www.${h}.com/a/b`),
    on(`https://www.${h}.com/a/b`),
    on(`http://x.${h}.com/a/b`, ['a=6', `b=7; Domain=${h}.com`]),
    on(`https://x.${h}.com/a/b`),
  ]),
  walked('insecure above secure, each for its own host', (h) => [
    on(`https://x.www.${h}.com/`, [
      'a=s; Secure',
      `b=s; Secure; Domain=x.www.${h}.com`,
      `c=s; Secure; Domain=www.${h}.com`,
    ]),
    on(`http://www.${h}.com/`, ['a=1', 'b=1', 'c=1']),
    on(`http://www.${h}.com/`, [
      `a=2; Domain=www.${h}.com`,
      `b=2; Domain=www.${h}.com`,
      `c=2; Domain=www.${h}.com`,
    ]),
    on(`http://x.www.${h}.com/`, ['a=3', 'b=3', 'c=3']),
    on(`http://www.${h}.com/`),
    on(`http://x.www.${h}.com/`),
    on(`https://x.www.${h}.com/`),
  ]),
  walked('insecure below secure, each for its own host', (h) => [
    on(`https://www.${h}.com/`, [
      'a=s; Secure',
      `b=s; Secure; Domain=www.${h}.com`,
      `c=s; Secure; Domain=${h}.com`,
    ]),
    on(`http://x.www.${h}.com/`, ['a=1', 'b=1', 'c=1']),
    on(`http://x.www.${h}.com/`, [
      `a=2; Domain=www.${h}.com`,
      `b=2; Domain=www.${h}.com`,
      `c=2; Domain=${h}.com`,
    ]),
    on(`http://x.www.${h}.com/`),
    on(`https://www.${h}.com/`),
  ]),
  walked('over HttpOnly', (h) => [
    on(`http://${h}.com/`, ['a=1; HttpOnly', 'b=2']),
    on(`http://${h}.com/`, ['a=3']),
    on(`http://${h}.com/`),
  ]),
  walked('hosts with odd characters', (h) => [
    on(`http://a-b.${h}.com/`, ['a=1']),
    on(`http://a-b.${h}.com/`),
    on(`http://-a.${h}.com/`, [`a=1; Domain=-a.${h}.com`]),
    on(`http://-a.${h}.com/`),
  ]),
  walked('a single label with a trailing dot', (h) => [
    on(`http://${h}./`, ['a=1', `b=2; Domain=${h}.`]),
    on(`http://${h}./`),
    on(`http://${h}/`),
  ]),
];

const site = (word: string): string => `https://${word}.com/`;
const MODES = ['n=1', 'x=1; SameSite=None; Secure', 'l=1; SameSite=Lax', 's=1; SameSite=Strict'];
const WAYS = ['redirection', 'link', 'post', 'image', 'frame'] as const;

/** Requests that another page makes: with each, what goes along, and what its answer may set. */
export const SAME_SITE: readonly Scenario[] = WAYS.flatMap((by) => [
  walked(`${by} from another site`, (h) => [
    on(site(h), MODES),
    {
      ...on(site(h), ['n2=2', 'x2=2; SameSite=None; Secure', 'l2=2; SameSite=Lax', 's2=2; SameSite=Strict']),
      from: { url: 'https://elsewhere.test/', by },
    },
    on(site(h)),
  ]),
  walked(`${by} from the same site`, (h): readonly Exchange[] => [
    on(site(h), MODES),
    { ...on(site(h), ['n2=2', 's2=2; SameSite=Strict']), from: { url: `https://sub.${h}.com/`, by } },
    on(site(h)),
  ]),
  walked(`${by} from the same host over http`, (h): readonly Exchange[] => [
    on(site(h), MODES),
    { ...on(site(h), ['n2=2', 's2=2; SameSite=Strict']), from: { url: `http://${h}.com/`, by } },
    on(site(h)),
  ]),
]);
