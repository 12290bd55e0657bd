import type { ByteString } from '../../cookie/byte-string.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { StoredCookie } from '../client.ts';
import {
  BLANK,
  COMMENT,
  HTTP_ONLY_IS_COMMENT,
  emptyColumn,
  expiryChange,
  flagChange,
  isMarkedEntry,
  ruleForSurplus,
  secureChange,
  wrongCount,
} from '../column-reasons.ts';
import { isNoHost } from '../host-shape.ts';
import { isPlainNumber, readDouble } from '../number-prefix.ts';
import { reason, type Reason } from '../reason.ts';

/** A cookie as wget holds it. */
export interface WgetCookie extends StoredCookie {
  /** The domain as it is written: in the case of the first cookie of that domain. */
  readonly spelling: ByteString;
  /** It goes to this port alone. */
  readonly port?: number;
}

/** `isOver`: it takes its place and then counts as expired. */
export type LineResult =
  | { readonly cookie: WgetCookie; readonly changes: readonly Reason[]; readonly isOver?: true }
  | { readonly dropped: Reason }
  | { readonly ignored: Reason };

/** What `time_t` cannot count any more. It becomes this, which no longer counts as past while a file is read. */
const TOO_LARGE = 2 ** 63;
const OVERFLOWN = -TOO_LARGE;
const MAX_LABELS = 31;

const NO_CHANGES: readonly Reason[] = [];
const IGNORED_COMMENT: LineResult = { ignored: COMMENT };
const IGNORED_BLANK: LineResult = { ignored: BLANK };
const MARKED: LineResult = { dropped: HTTP_ONLY_IS_COMMENT };
const EXPIRED: LineResult = { dropped: reason('expired') };
const EXPIRY_NEGATIVE: LineResult = { dropped: reason('expiry-negative') };
const EXPIRY_UNREADABLE: LineResult = { dropped: reason('expiry-unreadable') };
const NEVER_BY_PATH = reason(
  'never-sent',
  { why: 'its path does not begin with a slash' },
  'path-not-absolute',
);
const NEVER_BY_LABELS = reason('never-sent', { why: `its domain has more than ${MAX_LABELS} labels` });
const NUL_CUT = reason('value-cut', { at: 'NUL byte' }, 'nul-byte');

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Reads one line: six columns that must not be empty, each with its tab, and a value that is all the rest. */
export function readWgetLine(
  text: ByteString,
  line: number,
  now: EpochSeconds,
  spellingOf: (domain: ByteString) => ByteString,
): LineResult {
  let from = 0;
  while (isBlank(text.charCodeAt(from))) from++;
  const first = text.charCodeAt(from);
  if (first === 35) return from === 0 && isMarkedEntry(text) ? MARKED : IGNORED_COMMENT;
  if (!(first > 0)) return IGNORED_BLANK;
  const nul = text.indexOf('\0', from);
  const end = contentEnd(text, nul < 0 ? text.length : nul);
  const columns: ByteString[] = [];
  for (let column = 0; column < 6; column++) {
    const tab = text.indexOf('\t', from);
    if (tab < 0 || tab >= end) return { dropped: nul < 0 ? wrongCount(text) : reason('nul-byte') };
    if (tab === from) return { dropped: emptyColumn(column) };
    columns.push(text.slice(from, tab));
    from = tab + 1;
  }
  const value = text.slice(from, end);
  const [domain = '', flag = '', path = '', secure = '', expiry = '', name = ''] = columns;
  const expiryTime = readExpiry(expiry, now);
  if (typeof expiryTime !== 'number') return expiryTime;
  const owner = ownerOf(domain);
  const cookie: WgetCookie = {
    line,
    name,
    value,
    domain: owner.domain,
    spelling: spellingOf(owner.domain),
    hostOnly: flag !== 'TRUE',
    path,
    secureOnly: secure === 'TRUE',
    httpOnly: false,
    ...(expiryTime !== 0 && { expiryTime }),
    ...(owner.port !== undefined && { port: owner.port }),
  };
  if (expiryTime === OVERFLOWN) return { cookie, changes: NO_CHANGES, isOver: true };
  return { cookie, changes: changesOf(text, columns, cookie, nul >= 0) };
}

/** One LF goes, and one CR before it. */
function contentEnd(text: ByteString, length: number): number {
  let end = length;
  if (end > 0 && text.charCodeAt(end - 1) === 10) end--;
  if (end > 0 && text.charCodeAt(end - 1) === 13) end--;
  return end;
}

/** Zero for a session cookie, `OVERFLOWN` for what is too large; or why the line is dropped. */
function readExpiry(field: ByteString, now: EpochSeconds): number | LineResult {
  const read = isPlainNumber(field) ? Number(field) : readDouble(field)?.value;
  if (read === undefined) return EXPIRY_UNREADABLE;
  if (read === 0) return 0;
  if (!(read < TOO_LARGE)) return OVERFLOWN;
  const seconds = Math.trunc(read);
  if (seconds >= now) return seconds;
  return seconds < 0 ? EXPIRY_NEGATIVE : EXPIRED;
}

/** The domain without its one leading dot and without a port; the port 0 and an empty one stand for every port. */
function ownerOf(field: ByteString): { readonly domain: ByteString; readonly port?: number } {
  const bare = field.charCodeAt(0) === 46 ? field.slice(1) : field;
  const colon = bare.indexOf(':');
  if (colon < 0) return { domain: bare };
  const digits = bare.slice(colon + 1);
  if (!/^\d*$/.test(digits)) return { domain: bare };
  const domain = bare.slice(0, colon);
  return Number(digits) === 0 ? { domain } : { domain, port: Number(digits) };
}

function changesOf(
  text: ByteString,
  columns: readonly ByteString[],
  cookie: WgetCookie,
  isCut: boolean,
): readonly Reason[] {
  const [domain = '', flag = '', path = '', secure = '', expiry = ''] = columns;
  const hasDot = domain.charCodeAt(0) === 46;
  const isOrdinary =
    (flag === 'TRUE' ? hasDot : flag === 'FALSE' && !hasDot) &&
    (secure === 'TRUE' || secure === 'FALSE') &&
    path.charCodeAt(0) === 47 &&
    isPlainNumber(expiry) &&
    !isCut &&
    !cookie.value.includes('\t') &&
    !isNoHost(domain) &&
    (domain.length < 2 * MAX_LABELS || labelsOf(domain) <= MAX_LABELS);
  if (isOrdinary) return NO_CHANGES;
  return listed([
    flagChange(flag, hasDot, cookie.hostOnly),
    secureChange(secure, cookie.secureOnly),
    expiryChange(expiry, expiryText(cookie)),
    cookie.port === undefined && !domain.includes(':') ? undefined : portChange(domain, cookie),
    cookie.value.includes('\t') ? reason('value-with-tabs', {}, ruleForSurplus(text)) : undefined,
    isCut ? NUL_CUT : undefined,
    path.startsWith('/') ? undefined : NEVER_BY_PATH,
    isNoHost(cookie.domain) ? reason('domain-never-matches') : undefined,
    labelsOf(domain) > MAX_LABELS ? NEVER_BY_LABELS : undefined,
  ]);
}

const listed = (reasons: readonly (Reason | undefined)[]): readonly Reason[] =>
  reasons.filter((why) => why !== undefined);

function portChange(domain: ByteString, { domain: kept, port }: WgetCookie): Reason | undefined {
  if (domain === kept || domain === `.${kept}`) return undefined;
  return port === undefined
    ? reason('domain-read-as', { to: kept }, 'domain-has-port')
    : reason('port-alone', { port });
}

function labelsOf(domain: ByteString): number {
  return domain.replace(/^\.|\.$/g, '').split('.').length;
}

/** As wget writes it: `0` in a session cookie. */
export function expiryText({ expiryTime }: WgetCookie): string {
  return expiryTime === undefined ? '0' : String(BigInt(expiryTime));
}
