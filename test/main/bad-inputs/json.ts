import { type BadText, SECRET } from './bad-text.ts';

interface Fields {
  readonly [name: string]: unknown;
}

const cookie = (more: Fields = {}): Fields => ({
  domain: 'example.com',
  hostOnly: true,
  name: 'sid',
  value: SECRET,
  path: '/',
  secure: true,
  httpOnly: false,
  session: false,
  sameSite: 'lax',
  storeId: '0',
  expirationDate: 1_900_000_000,
  ...more,
});

const array = (...cookies: readonly Fields[]): string => JSON.stringify(cookies, undefined, 2);
/** One cookie with a member as the source text has it. */
const raw = (member: string): string => array(cookie({ raw: 0 })).replace('"raw": 0', member);

/** Part C of the catalogue: JSON. */
export const JSON_FILES: readonly BadText[] = [
  { number: 81, what: 'a byte order mark', text: `\xef\xbb\xbf${array(cookie())}`, entries: 1 },
  {
    number: 82,
    what: 'a trailing comma',
    text: array(cookie()).replace(/\n\]$/, ',\n]'),
    refused: 'format-json-syntax',
  },
  {
    number: 82,
    what: 'a comment',
    text: array(cookie()).replace('[', '[ // x'),
    refused: 'format-json-syntax',
  },
  { number: 83, what: 'a depth of a million', text: '['.repeat(1_000_000), refused: 'format-json-too-deep' },
  {
    number: 84,
    what: '5,000 items',
    text: JSON.stringify(Array.from({ length: 5_000 }, (_, at) => cookie({ name: `n${at}` }))),
    entries: 5_000,
  },
  {
    number: 85,
    what: 'a key twice',
    text: raw('"name": "other"'),
    unparsed: 1,
    finds: ['element-unreadable'],
  },
  {
    number: 86,
    what: '__proto__ and constructor',
    text: raw('"__proto__": {"a": 1}, "constructor": 1, "toString": "x"'),
    entries: 1,
  },
  ...['-0', 'null', '1900000000.123', '1900000000123'].map((date): BadText => ({
    number: 87,
    what: `the date ${date}`,
    text: array(cookie()).replace('1900000000', date),
    entries: 1,
  })),
  ...['1e400', '"1700000000"'].map((date): BadText => ({
    number: 87,
    what: `the date ${date}`,
    text: array(cookie()).replace('1900000000', date),
    unparsed: 1,
    finds: ['element-unreadable'],
  })),
  { number: 87, what: 'no date', text: array(cookie({ expirationDate: undefined })), entries: 1 },
  { number: 88, what: 'an unknown SameSite', text: array(cookie({ sameSite: 'sideways' })), entries: 1 },
  { number: 88, what: 'a SameSite that is a number', text: array(cookie({ sameSite: 7 })), entries: 1 },
  { number: 89, what: 'hostOnly and a dot', text: array(cookie({ domain: '.example.com' })), entries: 1 },
  {
    number: 90,
    what: 'half a surrogate',
    text: array(cookie()).replace(SECRET, `\\ud800${SECRET}`),
    entries: 1,
  },
  {
    number: 91,
    what: 'booleans as text',
    unparsed: 1,
    finds: ['element-unreadable'],
    text: array(cookie({ secure: 'true', httpOnly: '1' })),
  },
  {
    number: 92,
    what: 'fields that nobody knows',
    text: array(cookie({ note: 'x', inner: { a: [1] } })),
    entries: 1,
  },
  { number: 93, what: 'an object', text: '{"a": 1}', refused: 'format-json-other' },
  { number: 93, what: 'a string', text: `"${SECRET}"`, refused: 'format-unknown' },
  { number: 93, what: 'a number', text: '42', refused: 'format-unknown' },
  {
    number: 95,
    what: 'a storage state with origins',
    text: JSON.stringify({
      cookies: [
        {
          name: 'sid',
          value: SECRET,
          domain: 'example.com',
          path: '/',
          expires: -1,
          httpOnly: false,
          secure: true,
          sameSite: 'Lax',
        },
      ],
      origins: [{ origin: 'https://example.com', localStorage: [{ name: 'a', value: 'b' }] }],
    }),
    entries: 1,
  },
];
