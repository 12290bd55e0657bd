import type { ByteString } from '../../cookie/byte-string.ts';
import { isIpv6Address } from '../../cookie/ip-address.ts';
import type { StoredCookie } from '../client.ts';
import {
  BLANK,
  COMMENT,
  HTTP_ONLY_IS_COMMENT,
  emptyColumn,
  expiryChange,
  flagChange,
  isMarkedEntry,
  secureChange,
  wrongCount,
} from '../column-reasons.ts';
import { isNoHost } from '../host-shape.ts';
import { isPlainNumber, readDouble } from '../number-prefix.ts';
import { reason, type Reason } from '../reason.ts';

export type LineResult =
  | { readonly cookie: StoredCookie; readonly changes: readonly Reason[] }
  | { readonly dropped: Reason }
  | { readonly ignored: Reason };

/** What `time_t` cannot count any more. */
const TOO_LARGE = 2 ** 63;
/** What it becomes then: a time long ago. */
export const OVERFLOWN = -TOO_LARGE;
const NEEDED = 6;

const NO_CHANGES: readonly Reason[] = [];
const IGNORED_COMMENT: LineResult = { ignored: COMMENT };
const IGNORED_BLANK: LineResult = { ignored: BLANK };
const MARKED: LineResult = { dropped: HTTP_ONLY_IS_COMMENT };
const NO_DOMAIN: LineResult = { dropped: emptyColumn(0) };
const PATH_NOT_ABSOLUTE: LineResult = { dropped: reason('path-not-absolute') };
const EXPIRY_UNREADABLE: LineResult = { dropped: reason('expiry-unreadable') };
const VALUE_TRIMMED = reason('value-trimmed');
const VALUE_MISSING = reason('value-missing');
const NAME_FROM_VALUE = reason('name-from-value');

/** Reads one line, without its LF: at least six fields that hold more than blanks, wherever the tabs are. */
export function readAria2Line(text: ByteString, line: number): LineResult {
  if (text.charCodeAt(0) === 35) return isMarkedEntry(text) ? MARKED : IGNORED_COMMENT;
  const split = text.split('\t');
  const fields = isTrimmed(split) ? split : split.map(trimmed).filter((field) => field !== '');
  if (fields.length < NEEDED) return fewFields(text, split, fields.length);
  const [domain = '', flag = '', path = '', secure = '', expiry = '', name = '', value = ''] = fields;
  if (!path.startsWith('/')) return PATH_NOT_ABSOLUTE;
  const bare = domain.charCodeAt(0) === 46 ? domain.replace(/^\.+/, '') : domain;
  if (bare === '') return NO_DOMAIN;
  const expiryTime = readExpiry(expiry);
  if (typeof expiryTime !== 'number') return expiryTime;
  const cookie: StoredCookie = {
    line,
    name,
    value,
    domain: bare,
    hostOnly: flag !== 'TRUE' || isNumeric(bare),
    path,
    secureOnly: secure === 'TRUE',
    httpOnly: false,
    ...(expiryTime !== 0 && { expiryTime }),
  };
  return { cookie, changes: changesOf(split, fields, cookie) };
}

function isTrimmed(fields: readonly ByteString[]): boolean {
  for (const field of fields) {
    if (!(field.charCodeAt(0) > 32 && field.charCodeAt(field.length - 1) > 32)) return false;
  }
  return true;
}

function trimmed(field: ByteString): ByteString {
  const first = field.charCodeAt(0);
  return first > 32 && field.charCodeAt(field.length - 1) > 32
    ? field
    : field.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

function fewFields(text: ByteString, split: readonly ByteString[], count: number): LineResult {
  if (count === 0) return IGNORED_BLANK;
  if (/^\s*#(?!HttpOnly_)/.test(text)) return IGNORED_COMMENT;
  const empty = split.findIndex((field) => trimmed(field) === '');
  return { dropped: split.length === 7 && empty >= 0 && empty < 6 ? emptyColumn(empty) : wrongCount(text) };
}

/** Zero for a session cookie, `OVERFLOWN` for what is too large; or why the line is dropped. The whole field must be a number. */
function readExpiry(field: ByteString): number | LineResult {
  if (isPlainNumber(field)) return Number(field);
  const read = readDouble(field);
  if (read === undefined || read.length !== field.length) return EXPIRY_UNREADABLE;
  const seconds = Math.trunc(read.value);
  return Math.abs(seconds) < TOO_LARGE ? seconds : OVERFLOWN;
}

/** Addresses as C libraries take them: with fewer than four numbers, octal and hexadecimal ones too. */
function isNumeric(host: ByteString): boolean {
  if (host.includes(':')) return isIpv6Address(host.replace(/%.*/, ''));
  if (!/^\d/.test(host)) return false;
  const parts = host.split('.');
  const numbers = parts.map((part) => {
    if (/^0x[\da-f]+$/i.test(part) || /^[1-9]\d*$/.test(part)) return Number(part);
    return /^0[0-7]*$/.test(part) ? Number.parseInt(part, 8) : NaN;
  });
  const last = numbers.pop() ?? NaN;
  return parts.length < 5 && numbers.every((number) => number < 256) && last < 256 ** (5 - parts.length);
}

function changesOf(
  split: readonly ByteString[],
  fields: readonly ByteString[],
  cookie: StoredCookie,
): readonly Reason[] {
  const [domain = '', flag = '', , secure = '', expiry = ''] = fields;
  const hasDot = domain.charCodeAt(0) === 46;
  const isOrdinary =
    (flag === 'TRUE' ? hasDot && !cookie.hostOnly : flag === 'FALSE' && !hasDot) &&
    (secure === 'TRUE' || secure === 'FALSE') &&
    isPlainNumber(expiry) &&
    split.length === 7 &&
    (split === fields ||
      (split[5] === cookie.name && (split[6] === cookie.value || split[6] === `${cookie.value}\r`))) &&
    !isNoHost(domain) &&
    !/[A-Z]/.test(domain);
  return isOrdinary ? NO_CHANGES : listedChanges(split, fields, cookie);
}

function listedChanges(
  split: readonly ByteString[],
  fields: readonly ByteString[],
  cookie: StoredCookie,
): readonly Reason[] {
  const [domain = '', flag = '', , secure = '', expiry = ''] = fields;
  const isNameless = split.length >= 7 && trimmed(split[5] ?? '') === '' && fields.length === NEEDED;
  const value = (split[6] ?? '').replace(/\r$/, '');
  const changes = [
    flagChange(flag, domain.startsWith('.'), cookie.hostOnly),
    secureChange(secure, cookie.secureOnly),
    expiryChange(expiry, expiryText(cookie)),
    domain.startsWith('..')
      ? reason('domain-read-as', { to: `.${cookie.domain}` }, 'domain-many-dots')
      : undefined,
    isNameless ? NAME_FROM_VALUE : undefined,
    split.length === NEEDED ? VALUE_MISSING : undefined,
    split.length === 7 && !isNameless && value !== cookie.value ? VALUE_TRIMMED : undefined,
    fields.length > 7 ? reason('fields-ignored', { fields: fields.length }) : undefined,
    isNoHost(cookie.domain) ? reason('domain-never-matches') : undefined,
    /[A-Z]/.test(domain)
      ? reason('never-sent', { why: 'its domain has capital letters' }, 'domain-upper-case')
      : undefined,
  ];
  return changes.filter((why) => why !== undefined);
}

/** As aria2 writes it: `0` in a session cookie. */
export function expiryText({ expiryTime }: StoredCookie): string {
  return expiryTime === undefined ? '0' : String(BigInt(expiryTime));
}
