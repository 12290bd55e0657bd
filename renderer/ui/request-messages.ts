import { countOf, showCount } from './numbers.ts';

/** The part of the catalogue about what is sent to an address. */
export const requestMessages = {
  url: 'Address',
  placeholder: 'https://www.example.com/path',
  method: 'Method',
  origin: 'Asked for by',
  origins: {
    'same-site': 'Same site',
    'cross-site': 'Link on another site',
    embedded: 'Embedded elsewhere',
  },
  originText: 'Where the request comes from. Only browsers look at it.',
  nothingYet: 'Type an address to see the Cookie header that each program and browser would send.',
  sameSite: (word: 'strict' | 'lax' | 'none' | 'unset') =>
    ({ strict: 'SameSite=Strict', lax: 'SameSite=Lax', none: 'SameSite=None', unset: 'No SameSite' })[word],
  none: 'Sends no cookie.',
  size: (cookies: number, bytes: number) => `${countOf(cookies, 'cookie')}, ${countOf(bytes, 'byte')}`,
  leftOut: (count: number) => `${countOf(count, 'cookie')} left out`,
  more: (count: number) => `and ${showCount(count)} more`,
  reveal: 'Show values',
  conceal: 'Hide values',
} as const;

/** The part of the catalogue about headers that come from an address. */
export const setCookieMessages = {
  headers: 'Response headers',
  placeholder: 'Set-Cookie: name=value; Path=/\nOr a whole response head, or one value a line',
  url: 'Address that they came from',
  time: 'When they came; now if empty',
  receivers: 'Received by',
  nothingYet: 'Paste response headers and the address that they came from to see what each browser would do.',
  noHeader: 'There is no Set-Cookie header in the text.',
  apply: (count: number) => (count === 0 ? 'Apply' : `Apply to ${countOf(count, 'cookie')}`),
  table: (browser: string) => `What ${browser} makes of the headers`,
  line: 'Line',
  outcome: 'Outcome',
  cookie: 'Cookie',
  expires: (when: string) => `expires ${when}`,
  why: 'Details',
  noName: '(no name)',
  unread: 'Not readable',
  session: 'session cookie',
  outcomes: {
    add: 'Add',
    replace: 'Replace',
    identical: 'No change',
    remove: 'Remove',
    ignored: 'Ignored',
    rejected: 'Rejected',
  },
  inLine: (line: number) => `line ${showCount(line)}`,
  changes: (attributes: readonly string[]) => `changes ${attributes.join(', ')}`,
  notCarried: (attributes: readonly string[]) => `the file cannot hold ${attributes.join(', ')}`,
  passedOver: (attribute: string, reason: 'unknown' | 'too-long' | 'unreadable') =>
    `${attribute} ${{ unknown: 'means nothing', 'too-long': 'is too long', unreadable: 'cannot be read' }[reason]}`,
  other: (browser: string, outcome: string) => `${browser}: ${outcome.toLowerCase()}`,
  attributes: {
    value: 'value',
    secureOnly: 'Secure',
    httpOnly: 'HttpOnly',
    expiryTime: 'expiry',
    sameSite: 'SameSite',
    partitionKey: 'Partitioned',
  } as Readonly<Record<string, string>>,
  reveal: 'Show values',
  conceal: 'Hide values',
} as const;
