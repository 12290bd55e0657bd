import type { ByteString } from '../cookie/byte-string.ts';
import { MASK } from '../cookie/mask.ts';
import { shownDomain, shownExpiry, shownPath } from '../cookie/shown-text.ts';
import type { ReasonData, ReasonText } from './reason.ts';
import { SET_COOKIE_CLAUSES } from './set-cookie-reasons.ts';

/** Line numbers count from 0 in the data. */
const line = ({ line: index }: ReasonData): string => `line ${Number(index) + 1}`;
/** Bytes of a file, made safe to read between other words, without what may be a value. */
const shown = (field: unknown, bytes: ReasonData[string] | undefined): string =>
  `\`${safeText(String(field), String(bytes))}\``;
const safeText = (field: string, bytes: ByteString): string => {
  if (field === 'path') return shownPath(bytes);
  if (field === 'expiry') return shownExpiry(bytes);
  return field === 'domain' ? shownDomain(bytes, { doubtful: true }) : MASK;
};
const text = (clause: string, rule?: string): ReasonText => ({
  clause: () => clause,
  ...(rule !== undefined && { rule }),
});

/** The clauses of `Set-Cookie` as texts. */
const setCookieTexts = Object.fromEntries(
  Object.entries(SET_COOKIE_CLAUSES).map(([code, clause]) => [code, text(clause)]),
) as Readonly<Record<keyof typeof SET_COOKIE_CLAUSES, ReasonText>>;

/** Every reason, in words and with the rule that mends it. Data is named in the clauses; none is ever a cookie value. */
export const REASONS = {
  // Lines that nobody takes for entries
  comment: text('it is a comment'),
  'not-read': text('it was not read as a cookie, so no file of cookies has it'),
  'blank-line': text('it is blank'),
  'other-text': text('it is no cookie line'),

  // The whole file
  'file-refused': text('the whole file is refused'),
  'no-magic-header': text(
    'line 1 is not `# Netscape HTTP Cookie File` or `# HTTP Cookie File`',
    'header-missing',
  ),
  'not-utf-8': text('it is not valid UTF-8', 'not-utf-8'),
  'not-in-encoding': { clause: ({ encoding }) => `it has bytes that are no text in ${encoding}` },
  'is-json': text('it is JSON and no cookie file'),
  'other-format': text('it is no Netscape cookie file'),
  'is-database': text('it is a database and no text'),

  // Lines that are not loaded
  'http-only-is-comment': text('it takes `#HttpOnly_` for a comment'),
  'field-count': {
    clause: ({ fields, wanted }) =>
      `it has ${fields} ${fields === 1 ? 'field' : 'fields'} and ${wanted} are needed`,
  },
  'field-empty': { clause: ({ field }) => `the ${field} is empty` },
  'flag-against-dot': text('the flag and the leading dot of the domain disagree', 'domain-flag-mismatch'),
  'expiry-empty': text('the expiry is empty', 'expiry-empty'),
  'expiry-unreadable': text('the expiry cannot be read as a number', 'expiry-not-a-number'),
  'expiry-negative': text('the expiry is negative', 'expiry-negative'),
  'expiry-too-large': text('the expiry is larger than it can count', 'expiry-not-seconds'),
  expired: text('it has expired', 'expired'),
  'session-not-loaded': text('session cookies are not loaded'),
  'control-character': {
    clause: ({ field }) => `the ${field} has a control character in it`,
  },
  'prefix-broken': text('its name begins with a prefix whose promise it does not keep', 'name-prefix-broken'),
  'path-looks-like-flag': text('its path spells TRUE or FALSE, so a column seems to be missing'),
  'path-not-absolute': text('the path does not begin with a slash', 'path-not-absolute'),
  'public-suffix': text('the domain is a public suffix', 'domain-public-suffix'),
  'single-label': text('the domain has no dot', 'domain-single-label'),
  'name-dollar': text('the name begins with a dollar sign', 'name-dollar'),
  'line-too-long': {
    clause: ({ limit }) => `the line is longer than ${limit} bytes`,
    rule: 'line-too-long-for-curl',
  },
  'behind-bad-line': { clause: (data) => `reading ends at ${line(data)}, which it cannot read` },
  'dollar-is-comment': text('it takes lines that begin with a dollar sign for comments'),
  'behind-long-line': { clause: (data) => `reading ends at ${line(data)}, which is too long` },
  'last-line-unterminated': text(
    'the last line has no line end, and its length is one that this version loses',
    'final-newline-missing',
  ),
  'nul-byte': text('it has a NUL byte in it', 'nul-byte'),
  'swallowed-by-nul': { clause: (data) => `the NUL byte of ${line(data)} swallows it` },
  replaced: { clause: (data) => `${line(data)} replaces it` },
  'removed-by-expired': { clause: (data) => `${line(data)} has the same identity and has expired` },
  'set-cookie-limit': {
    clause: ({ limit }) => `only ${limit} \`Set-Cookie:\` lines of a file are read, and nothing behind them`,
  },
  'set-cookie-unreadable': text('the `Set-Cookie:` line cannot be read'),
  'pair-too-large': { clause: ({ limit }) => `name and value are larger than ${limit} bytes` },
  'domain-too-long': { clause: ({ limit }) => `the domain is longer than ${limit} bytes` },
  'carriage-return': text('it has a carriage return inside', 'carriage-return-inside'),

  // Lines that are loaded otherwise than they are written
  'field-read-as': { clause: ({ field, to }) => `the ${field} is read as ${shown(field, to)}` },
  'flag-read-as': { clause: ({ to }) => `the flag is read as ${to}`, rule: 'flag-not-true-or-false' },
  'flag-over-dot': {
    clause: ({ to }) => `the flag and the leading dot disagree, and it goes by the flag, ${to}`,
    rule: 'domain-flag-mismatch',
  },
  'dot-over-flag': {
    clause: ({ to }) => `the flag and the leading dot disagree, and it goes by the dot, ${to}`,
    rule: 'domain-flag-mismatch',
  },
  'header-without-domain': text('a `Set-Cookie:` line without `Domain` is sent to IP addresses only'),
  'domain-never-matches': text('it is kept but never sent, for no host is called so'),
  'secure-read-as': { clause: ({ to }) => `Secure is read as ${to}`, rule: 'secure-not-true-or-false' },
  'domain-read-as': { clause: ({ to }) => `the domain is read as ${shown('domain', to)}` },
  'path-read-as': { clause: ({ to }) => `the path is read as ${shown('path', to)}` },
  'expiry-read-as': { clause: ({ to }) => `the expiry is read as ${shown('expiry', to)}` },
  'lifetime-capped': {
    clause: ({ days }) => `its lifetime is cut to ${days} days`,
    rule: 'lifetime-over-400-days',
  },
  'read-as-session': text('it is read as a session cookie'),
  'name-from-value': text('the name is empty, so the value becomes the name', 'name-empty'),
  'value-missing': text('the value and its tab are missing, so the value is empty', 'value-tab-missing'),
  'value-cut': { clause: ({ at }) => `the value ends at its first ${at}` },
  'value-with-tabs': text('the tabs behind the name all belong to the value'),
  'value-trimmed': text('blanks around the value are lost', 'value-blanks-at-ends'),
  'value-changed': text('the value is read otherwise than it is written'),
  'fields-ignored': {
    clause: ({ fields }) => `only 7 of its ${fields} fields are read`,
    rule: 'too-many-fields',
  },
  'http-only-lost': text('its HttpOnly mark is lost'),
  'host-only-lost': text('that it belongs to this host alone is lost'),
  'never-sent': { clause: ({ why }) => `it is kept but never sent: ${why}` },
  'sent-to-every-host': text('its domain is empty, and every host gets it'),
  'port-alone': {
    clause: ({ port }) =>
      `the number behind the domain is read as a port, and it is sent to port ${port} alone`,
    rule: 'domain-has-port',
  },
  'overwritten-by-drop': {
    clause: (data) => `a bug of this version overwrites its name and value when it drops ${line(data)}`,
  },
  'too-many-in-domain': { clause: ({ limit }) => `no more than ${limit} cookies of one domain are kept` },
  'too-many-in-all': { clause: ({ limit }) => `no more than ${limit} cookies are kept` },
  'too-many-domains': { clause: ({ limit }) => `no more than ${limit} domains are kept` },
  overwritten: text('a bug of this version has overwritten its name and value'),

  // Cookies that do not go along
  'other-domain': text('its domain is not that of the request'),
  'other-host': text('it belongs to another host alone'),
  'other-port': text('it belongs to another port'),
  'other-path': text('its path is not that of the request'),
  'not-secure': text('it is Secure and the request is not'),
  'expired-by-now': text('it has expired'),
  'too-many': { clause: ({ limit }) => `no more than ${limit} cookies go with a request` },
  'header-full': { clause: ({ limit }) => `the header would grow beyond ${limit} bytes` },
  'sent-already': text('one with this name and this value goes along already'),
  'header-not-latin-1': text('the request fails over characters that Latin-1 does not have'),
  'local-name': text('the client puts `.local` behind names without a dot'),
  'cross-site': text('the request comes from another site'),

  // Set-Cookie headers that set nothing
  ...setCookieTexts,
} as const satisfies Readonly<Record<string, ReasonText>>;
