import type { ByteString } from '../../cookie/byte-string.ts';
import {
  BLANK,
  COMMENT,
  expiryChange,
  HTTP_ONLY_IS_COMMENT,
  isMarkedEntry,
  secureChange,
  wrongCount,
} from '../column-reasons.ts';
import { isNoHost } from '../host-shape.ts';
import { isPlainNumber } from '../number-prefix.ts';
import { reason, type Reason } from '../reason.ts';
import { lowerCase, withoutSpaceBefore, type Charset } from './charset.ts';
import { readTime, unreadableExpiry } from './expiry.ts';
import type { PythonCookie } from './jar.ts';
import type { TextLine } from './lines.ts';

export const MARK = '#HttpOnly_';

const FLAG_AGAINST_DOT = reason('flag-against-dot');
const FLAG_MISSPELT = reason('flag-against-dot', {}, 'flag-not-true-or-false');
const CARRIAGE_RETURN = reason('carriage-return');
const DOLLAR_IS_COMMENT = reason('dollar-is-comment');
const NO_DOT = reason('never-sent', { why: 'it puts `.local` behind names without a dot' });
const IPV6 = reason('never-sent', { why: 'it knows no IPv6 addresses' });
const PATH = reason('never-sent', { why: 'its path does not begin with a slash' }, 'path-not-absolute');
const EVERY_HOST = reason('sent-to-every-host', {}, 'domain-empty');
const NEVER_MATCHES = reason('domain-never-matches');
const NO_CHANGES: readonly Reason[] = [];

/** What a loader makes of one line. `fails`: it ends with an error, for this reason. */
export type EntryResult =
  | { readonly ignored: Reason }
  | { readonly dropped: Reason }
  | { readonly fails: Reason }
  | { readonly cookie: PythonCookie; readonly changes: readonly Reason[] };

/** How the loaders of one family differ in reading an entry. */
export interface EntryReading {
  readonly charset: Charset;
  /** The mark at the beginning is read; releases before 3.10 take it for a comment. */
  readonly readsMark: boolean;
  /** A flag that does not go with the dot is an error. */
  readonly checksFlag: boolean;
  /** What stands for a session cookie beside an empty expiry: nothing, `0` alone, or any spelling of it. */
  readonly session: 'empty' | 'spelt-zero' | 'zero';
}

/** Is this a comment to Python once the mark is off? */
export function isComment(text: ByteString, charset: Charset): boolean {
  const first = withoutSpaceBefore(text, charset).charAt(0);
  return first === '#' || first === '$' || first === '';
}

/** What is said of a line that is passed over as a comment. */
export function commentResult(text: ByteString): EntryResult {
  const bare = text.trimStart();
  if (bare === '') return { ignored: BLANK };
  if (isMarkedEntry(bare)) return { dropped: HTTP_ONLY_IS_COMMENT };
  return bare.startsWith('$') && bare.includes('\t') ? { dropped: DOLLAR_IS_COMMENT } : { ignored: COMMENT };
}

/** Reads a line as `MozillaCookieJar` does. */
export function readMozillaLine(source: TextLine, reading: EntryReading): EntryResult {
  const { text } = source;
  const isMarked = reading.readsMark && text.startsWith(MARK);
  const bare = isMarked ? text.slice(MARK.length) : text;
  if (isComment(bare, reading.charset)) return commentResult(text);
  return readFields(bare, source, isMarked, reading);
}

/** Reads the seven fields behind the mark. */
export function readFields(
  bare: ByteString,
  { line, isPiece }: TextLine,
  httpOnly: boolean,
  reading: EntryReading,
): EntryResult {
  const fields = bare.split('\t');
  if (fields.length !== 7) return { fails: isPiece ? CARRIAGE_RETURN : wrongCount(bare) };
  const [domain = '', flag = '', path = '', secure = '', expiry = '', name = '', value = ''] = fields;
  const hasDot = domain.startsWith('.');
  if (reading.checksFlag && (flag === 'TRUE') !== hasDot) {
    return { fails: flag === 'TRUE' || flag === 'FALSE' ? FLAG_AGAINST_DOT : FLAG_MISSPELT };
  }
  const time = expiry === '' ? undefined : readTime(expiry, reading.charset);
  if (expiry !== '' && time === undefined) return { fails: unreadableExpiry(expiry) };
  const isSession = time === undefined || (time.time === 0 && isSessionSign(expiry, reading));
  const owner = lowerCase(domain, reading.charset);
  const cookie: PythonCookie = {
    line,
    name,
    value,
    domain: hasDot ? owner.slice(1) : owner,
    owner,
    hostOnly: !hasDot,
    path,
    secureOnly: secure === 'TRUE',
    httpOnly,
    discard: isSession,
    ...(!isSession && { expiryTime: time.time, expiryText: time.text }),
  };
  return { cookie, changes: changesOf(fields, cookie, isPiece) };
}

function isSessionSign(expiry: ByteString, { session }: EntryReading): boolean {
  return session === 'zero' || (session === 'spelt-zero' && expiry === '0');
}

function changesOf(
  [domain = '', flag = '', path = '', secure = '', expiry = '']: readonly ByteString[],
  cookie: PythonCookie,
  isPiece: boolean,
): readonly Reason[] {
  const { owner, hostOnly, secureOnly, expiryText } = cookie;
  const isOrdinary =
    flag === (hostOnly ? 'FALSE' : 'TRUE') &&
    path.startsWith('/') &&
    (secure === 'TRUE' || secure === 'FALSE') &&
    (expiry === '' || isPlainNumber(expiry)) &&
    domain === owner &&
    unreachable(owner) === undefined;
  if (isOrdinary && !isPiece) return NO_CHANGES;
  return [
    flagReason(flag, hostOnly),
    owner === domain ? undefined : reason('domain-read-as', { to: owner }, 'domain-upper-case'),
    unreachable(owner),
    path === '' || path.startsWith('/') ? undefined : PATH,
    secureChange(secure, secureOnly),
    expiry === '' ? undefined : expiryChange(expiry, expiryText ?? '0'),
    isPiece ? CARRIAGE_RETURN : undefined,
  ].filter((why) => why !== undefined);
}

/** Only gallery-dl comes so far with a flag that is at odds with the dot. */
function flagReason(flag: ByteString, hostOnly: boolean): Reason | undefined {
  const to = hostOnly ? 'FALSE' : 'TRUE';
  if (flag === to) return undefined;
  return flag === 'TRUE' || flag === 'FALSE'
    ? reason('dot-over-flag', { to })
    : reason('flag-read-as', { to });
}

/** Why no request, or every one, has a host of this name. */
function unreachable(owner: ByteString): Reason | undefined {
  if (owner === '') return EVERY_HOST;
  if (owner.includes('::')) return IPV6;
  if (isNoHost(owner)) return NEVER_MATCHES;
  const bare = owner.startsWith('.') ? owner.slice(1) : owner;
  return bare.includes('.') || bare === 'local' ? undefined : NO_DOT;
}
