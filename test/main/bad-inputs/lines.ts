import type { BadText } from './bad-text.ts';
import { SECRET } from './bad-text.ts';

/** A file of one line, or of some, under the usual first line. */
const file = (...lines: readonly string[]): string => `# Netscape HTTP Cookie File\n\n${lines.join('\n')}\n`;

interface Fields {
  readonly domain?: string;
  readonly subdomains?: string;
  readonly path?: string;
  readonly secure?: string;
  readonly expiry?: string;
  readonly name?: string;
  readonly value?: string;
}

function line({
  domain = 'example.com',
  subdomains = domain.startsWith('.') ? 'TRUE' : 'FALSE',
  path = '/',
  secure = 'TRUE',
  expiry = '1900000000',
  name = 'sid',
  value = SECRET,
}: Fields): string {
  return [domain, subdomains, path, secure, expiry, name, value].join('\t');
}

const one = (fields: Fields): string => file(line(fields));

/** Part B of the catalogue: lines of the Netscape format. */
export const LINES: readonly BadText[] = [
  { number: 33, what: 'six fields', text: file('example.com\tFALSE\t/\tTRUE\t1900000000\tsid'), entries: 1 },
  { number: 34, what: 'an empty value', text: one({ value: '' }), entries: 1 },
  {
    number: 35,
    what: 'a TAB in the value',
    text: one({ value: `a\t${SECRET}` }),
    unparsed: 1,
    finds: ['too-many-fields'],
  },
  {
    number: 36,
    what: 'five fields',
    text: file('example.com\tFALSE\t/\tTRUE\t1900000000'),
    unparsed: 1,
    finds: ['too-few-fields'],
  },
  {
    number: 37,
    what: 'blanks for TABs',
    text: file(line({}).replaceAll('\t', ' ')),
    unparsed: 1,
    finds: ['columns-not-tabs'],
  },
  { number: 38, what: '#HttpOnly_', text: file(`#HttpOnly_${line({})}`), entries: 1 },
  {
    number: 39,
    what: '# HttpOnly_',
    text: file(`# HttpOnly_${line({})}`),
    finds: ['http-only-mark-misspelt'],
  },
  { number: 40, what: '#httponly_', text: file(`#httponly_${line({})}`), finds: ['http-only-mark-misspelt'] },
  { number: 41, what: '#HttpOnly_#', text: file('#HttpOnly_#foo'), unparsed: 1 },
  { number: 42, what: '#HttpOnly_ alone', text: file('#HttpOnly_'), unparsed: 1 },
  { number: 43, what: 'leading blanks', text: file(`  ${line({})}`), entries: 1, finds: ['leading-blanks'] },
  {
    number: 44,
    what: 'trailing blanks in the value',
    text: one({ value: `${SECRET}  ` }),
    entries: 1,
    finds: ['value-blanks-at-ends'],
  },
  {
    number: 45,
    what: 'a dot and FALSE',
    text: one({ domain: '.example.com', subdomains: 'FALSE' }),
    entries: 1,
    finds: ['domain-flag-mismatch'],
  },
  {
    number: 45,
    what: 'no dot and TRUE',
    text: one({ subdomains: 'TRUE' }),
    entries: 1,
    finds: ['domain-flag-mismatch'],
  },
  { number: 46, what: 'no domain', text: one({ domain: '' }), unparsed: 1, finds: ['domain-empty'] },
  ...['.com', '.co.uk', '.github.io'].map((domain): BadText => ({
    number: 47,
    what: domain,
    text: one({ domain }),
    entries: 1,
    finds: ['domain-public-suffix'],
  })),
  {
    number: 48,
    what: 'a port',
    text: one({ domain: '127.0.0.1:8080' }),
    entries: 1,
    finds: ['domain-has-port'],
  },
  {
    number: 49,
    what: 'IPv6 in brackets',
    text: one({ domain: '[::1]' }),
    entries: 1,
    finds: ['domain-ipv6-brackets'],
  },
  { number: 49, what: 'IPv6', text: one({ domain: '::1' }), entries: 1 },
  { number: 49, what: 'a hexadecimal address', text: one({ domain: '0x7f.1' }), entries: 1 },
  { number: 49, what: 'localhost', text: one({ domain: 'localhost' }), entries: 1 },
  { number: 49, what: 'two dots', text: one({ domain: 'a..b' }), entries: 1, finds: ['domain-not-a-host'] },
  {
    number: 49,
    what: '300 characters',
    text: one({ domain: `${'a'.repeat(296)}.com` }),
    entries: 1,
    finds: ['domain-not-a-host'],
  },
  {
    number: 49,
    what: 'a trailing dot',
    text: one({ domain: 'example.com.' }),
    entries: 1,
    finds: ['domain-trailing-dot'],
  },
  {
    number: 49,
    what: 'upper case',
    text: one({ domain: 'EXAMPLE.com' }),
    entries: 1,
    finds: ['domain-upper-case'],
  },
  {
    number: 50,
    what: 'a Cyrillic letter',
    text: one({ domain: '\xd0\xb0pple.com' }),
    entries: 1,
    finds: ['domain-not-ascii'],
  },
  ...['\xe2\x80\xae', '\xe2\x80\x8b', '\xe2\x81\xa6'].map((mark): BadText => ({
    number: 51,
    what: 'an invisible mark',
    text: one({ domain: `a${mark}b.com` }),
    entries: 1,
    finds: ['domain-not-ascii'],
  })),
  {
    number: 52,
    what: '__proto__',
    text: file(line({ domain: '__proto__' }), line({ domain: 'constructor', name: '__proto__' })),
    entries: 2,
  },
  { number: 53, what: 'an empty path', text: one({ path: '' }), entries: 1, finds: ['path-empty'] },
  {
    number: 53,
    what: 'no path column',
    text: file(`example.com\tFALSE\tTRUE\t1900000000\tsid\t${SECRET}`),
    entries: 1,
  },
  {
    number: 53,
    what: 'a relative path',
    text: one({ path: 'foo' }),
    entries: 1,
    finds: ['path-not-absolute'],
  },
  { number: 53, what: 'a semicolon', text: one({ path: '/a;b' }), entries: 1, finds: ['path-semicolon'] },
  { number: 53, what: '/%00', text: one({ path: '/%00' }), entries: 1 },
  {
    number: 53,
    what: '5000 slashes',
    text: one({ path: '/'.repeat(5000) }),
    entries: 1,
    finds: ['path-double-slash'],
  },
  ...['true', 'False', '1', ''].map((flag): BadText => ({
    number: 54,
    what: `the flag "${flag}"`,
    text: one({ secure: flag }),
    entries: 1,
  })),
  { number: 55, what: 'expiry 0', text: one({ expiry: '0' }), entries: 1 },
  { number: 56, what: 'no expiry', text: one({ expiry: '' }), entries: 1, finds: ['expiry-empty'] },
  { number: 57, what: 'expiry -1', text: one({ expiry: '-1' }), entries: 1, finds: ['expiry-negative'] },
  { number: 58, what: 'expiry 1.5e9', text: one({ expiry: '1.5e9' }), entries: 1 },
  {
    number: 58,
    what: 'expiry with a fraction',
    text: one({ expiry: '4000000000.5' }),
    entries: 1,
    finds: ['expiry-fraction'],
  },
  {
    number: 59,
    what: 'expiry in milliseconds',
    text: one({ expiry: '1900000000000' }),
    entries: 1,
    finds: ['expiry-not-seconds'],
  },
  ...['9223372036854775808', '99999999999999999999', 'NaN', '\xd9\xa1\xd9\xa2\xd9\xa3'].map(
    (expiry): BadText => ({
      number: 60,
      what: 'an expiry that is no time',
      text: one({ expiry }),
      entries: 1,
    }),
  ),
  { number: 61, what: 'expiry 2^31', text: one({ expiry: '2147483648' }), entries: 1 },
  {
    number: 62,
    what: 'the year 10000',
    text: one({ expiry: '253402300800' }),
    entries: 1,
    finds: ['expiry-past-9999'],
  },
  { number: 63, what: 'no name', text: one({ name: '' }), entries: 1, finds: ['name-empty'] },
  ...['a=b', 'a;b', 'a b', 'a"b'].map((name): BadText => ({
    number: 64,
    what: `the name ${name}`,
    text: one({ name }),
    entries: 1,
    finds: ['name-not-token'],
  })),
  {
    number: 64,
    what: 'DEL in the name',
    text: one({ name: 'a\x7f' }),
    entries: 1,
    finds: ['name-control-character'],
  },
  {
    number: 65,
    what: '__Host- with a domain',
    text: one({ domain: '.example.com', name: '__Host-x' }),
    entries: 1,
    finds: ['name-prefix-broken'],
  },
  {
    number: 65,
    what: '__Host- without Secure',
    text: one({ secure: 'FALSE', name: '__Host-x' }),
    entries: 1,
    finds: ['name-prefix-broken'],
  },
  {
    number: 65,
    what: '__Host- with a path',
    text: one({ path: '/a', name: '__Host-x' }),
    entries: 1,
    finds: ['name-prefix-broken'],
  },
  {
    number: 66,
    what: '__hOsT-',
    text: one({ secure: 'FALSE', name: '__hOsT-x' }),
    entries: 1,
    finds: ['name-prefix-broken'],
  },
  {
    number: 67,
    what: 'a semicolon in the value',
    text: one({ value: `a;${SECRET}` }),
    entries: 1,
    finds: ['value-needs-encoding'],
  },
  {
    number: 68,
    what: 'quotes around the value',
    text: one({ value: `"${SECRET}"` }),
    entries: 1,
    finds: ['value-quoted'],
  },
  { number: 69, what: 'a written-out line end', text: one({ value: `${SECRET}\\r\\n` }), entries: 1 },
  {
    number: 70,
    what: 'a bare CR',
    text: one({ value: `a\r${SECRET}` }),
    entries: 1,
    finds: ['carriage-return-inside'],
  },
  ...['\x01', '\x1b'].map((byte): BadText => ({
    number: 71,
    what: 'a control character',
    text: one({ value: `${SECRET}${byte}x` }),
    entries: 1,
    finds: ['value-control-character'],
  })),
  {
    number: 72,
    what: '5000 bytes',
    text: one({ value: SECRET.repeat(320) }),
    entries: 1,
    finds: ['size-over-limit'],
  },
  {
    number: 72,
    what: 'most of a mebibyte',
    text: one({ value: SECRET.repeat(60_000) }),
    entries: 1,
    finds: ['size-over-limit'],
  },
  {
    number: 72,
    what: 'more than a mebibyte',
    text: one({ value: SECRET.repeat(70_000) }),
    unparsed: 1,
    finds: ['line-too-long'],
  },
  {
    number: 73,
    what: 'a web token',
    text: one({ value: `eyJhbGciOiJub25lIn0.${Buffer.from(SECRET).toString('base64url')}.` }),
    entries: 1,
  },
  {
    number: 74,
    what: 'the same line twice',
    text: file(line({}), line({})),
    entries: 2,
    finds: ['duplicate-identity'],
  },
  {
    number: 75,
    what: 'the same cookie with two values',
    text: file(line({ value: 'one' }), line({})),
    entries: 2,
    finds: ['duplicate-identity'],
  },
  {
    number: 76,
    what: 'markup in every column',
    text: file(
      line({
        domain: '<b>.com',
        path: '/<i>',
        name: '<img src=x onerror=alert(1)>',
        value: `javascript:${SECRET}`,
      }),
    ),
    entries: 1,
  },
  ...['=HYPERLINK("x")', '+1', '-1', '@x'].map((value): BadText => ({
    number: 77,
    what: `the formula ${value.slice(0, 1)}`,
    text: one({ value: `${value}${SECRET}` }),
    entries: 1,
  })),
  ...['$(touch x)', '`x`', "'; x; '", '%PATH%', '!!', '^&', '\\', '\xe2\x80\x99'].map((value): BadText => ({
    number: 78,
    what: 'what a shell might run',
    text: one({ value: `${value}${SECRET}` }),
    entries: 1,
  })),
  ...['\x1b[201~', '\x03', '\x07', '\x1b]52;c;x\x07', '\xc2\x9b'].map((value): BadText => ({
    number: 79,
    what: 'what a terminal might obey',
    text: one({ value: `${value}${SECRET}` }),
    entries: 1,
  })),
  ...['\xe2\x80\xa8', '\xe2\x80\xa9', '\xc2\x85'].map((value): BadText => ({
    number: 80,
    what: 'a line separator of Unicode',
    text: one({ value: `${SECRET}${value}x` }),
    entries: 1,
  })),
];
