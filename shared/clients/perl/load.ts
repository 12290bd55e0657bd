import type { ByteString } from '../../cookie/byte-string.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieFile, LoadContext, LoadedJar, StoredCookie } from '../client.ts';
import {
  BLANK,
  COMMENT,
  emptyColumn,
  expiryChange,
  ruleForSurplus,
  secureChange,
  wrongCount,
} from '../column-reasons.ts';
import { isNoHost } from '../host-shape.ts';
import { lineByLine } from '../line-by-line.ts';
import { isPlainNumber } from '../number-prefix.ts';
import type { PlainFields } from '../plain-line.ts';
import { changedFor, droppedFor, KEPT, quickLoad } from '../quick-load.ts';
import { reason, type Reason } from '../reason.ts';
import { refuseAll, verdictSheet, type VerdictSheet } from '../verdict-sheet.ts';
import { readExpiry } from './expiry.ts';

/** A cookie as HTTP::Cookies holds it. Whether it is the host's alone nobody asks. */
export interface PerlCookie extends StoredCookie {
  /** As it is written, with the dot where there is one. */
  readonly owner: ByteString;
  /** As it is written. */
  readonly expiryText: string;
}

const MAGIC = /^#(?: Netscape)? HTTP Cookie File/;
const MARK = '#HttpOnly_';
const MARK_AND_BLANKS = /[ \t\n\v\f\r]*#HttpOnly_/;

const HASH = 35;
const DOLLAR = 36;
const CAPITAL_A = 65;
const CAPITAL_Z = 90;

const NO_MAGIC = reason('no-magic-header');
const NO_CHANGES: readonly Reason[] = [];
const SESSION = reason('session-not-loaded');
const EXPIRED = reason('expired');
const EXPIRY_EMPTY = reason('expiry-empty');
const EXPIRY_UNREADABLE = reason('expiry-unreadable');
const EXPIRY_NEGATIVE = reason('expiry-negative');
const NAME_DOLLAR = reason('name-dollar');
const PATH_NOT_ABSOLUTE = reason('path-not-absolute');
const PATH_EMPTY = emptyColumn(2);
const VALUE_MISSING = reason('value-missing');
const HTTP_ONLY_LOST = reason('http-only-lost');
const VALUE_CHANGED = reason('value-changed');
const DOMAIN_NEVER_MATCHES = reason('domain-never-matches');
const UPPER_CASE = reason('never-sent', { why: 'its domain has capital letters' }, 'domain-upper-case');

const MARK_LOST = changedFor(HTTP_ONLY_LOST);
const NO_SESSION = droppedFor(SESSION);
const IS_EXPIRED = droppedFor(EXPIRED);

/** Loads a file as HTTP::Cookies::Netscape does. */
export function loadCookies(
  file: CookieFile,
  context: LoadContext,
): Generator<Progress, LoadedJar<PerlCookie>> {
  return quickLoad(file, context, {
    load: loadAll,
    verdict(fields, bytes) {
      const { httpOnly, expiryTime } = fields;
      if (!isOrdinary(bytes, fields)) return undefined;
      if (expiryTime <= context.now) return expiryTime === 0 ? NO_SESSION : IS_EXPIRED;
      return httpOnly ? MARK_LOST : KEPT;
    },
  });
}

/** No capital letter in the domain, no dollar sign before the name, and no mark where it does not belong. */
function isOrdinary(bytes: Uint8Array, { domainFrom, domainTo, nameFrom, to }: PlainFields): boolean {
  if (bytes[nameFrom] === DOLLAR) return false;
  for (let at = domainFrom; at < domainTo; at++) {
    const code = bytes[at] ?? 0;
    if (code >= CAPITAL_A && code <= CAPITAL_Z) return false;
  }
  for (let at = domainTo; at < to; at++) if (bytes[at] === HASH) return false;
  return true;
}

function* loadAll(file: CookieFile, context: LoadContext): Generator<Progress, LoadedJar<PerlCookie>> {
  const sheet = verdictSheet(file);
  const jar = { ...context, outcomes: sheet.outcomes, reasons: sheet.reasons };
  if (file.lineCount === 0 || !MAGIC.test(file.line(0))) {
    yield* refuseAll(sheet, file);
    return { ...jar, refusal: { line: 0, reason: NO_MAGIC }, cookies: [] };
  }
  const cookies = new Map<string, PerlCookie>();
  sheet.ignore(0, COMMENT);
  yield* lineByLine(file.lineCount, (line) => {
    if (line > 0) addLine(file.line(line), line, { cookies, sheet, context });
  });
  return { ...jar, cookies: [...cookies.values()].toSorted(byPlace) };
}

interface Loading {
  readonly cookies: Map<string, PerlCookie>;
  readonly sheet: VerdictSheet;
  readonly context: LoadContext;
}

function addLine(text: ByteString, line: number, { cookies, sheet, context }: Loading): void {
  const isMarked = text.includes(MARK);
  const bare = isMarked ? text.replace(MARK_AND_BLANKS, '') : text;
  const first = bare.charCodeAt(0);
  if (first < 36 || bare === '') {
    if (/^[ \t\n\v\f\r]*#/.test(bare)) return sheet.ignore(line, COMMENT);
    if (/^[ \t\n\v\f\r]*$/.test(bare)) return sheet.ignore(line, BLANK);
  }
  const fields = bare.replace(/[\r\n]/g, '').split('\t');
  const [owner = '', , path, secure, expiry = '', name, value = ''] = fields;
  if (path === undefined || name === undefined) return sheet.drop(line, wrongCount(bare));
  if (!path.startsWith('/')) return sheet.drop(line, path === '' ? PATH_EMPTY : PATH_NOT_ABSOLUTE);
  if (name.startsWith('$')) return sheet.drop(line, NAME_DOLLAR);
  const { time, text: expiryText } = readExpiry(expiry, context.now);
  const identity = `${owner}\t${path}\t${name}`;
  const before = cookies.get(identity);
  if (time - context.now <= 0) {
    cookies.delete(identity);
    if (before !== undefined)
      sheet.drop(before.line, reason('removed-by-expired', { line }, 'duplicate-identity'));
    return sheet.drop(line, expiredReason(expiry, time));
  }
  if (before !== undefined) sheet.drop(before.line, reason('replaced', { line }, 'duplicate-identity'));
  const cookie: PerlCookie = {
    line,
    name,
    value,
    domain: owner.startsWith('.') ? owner.slice(1) : owner,
    owner,
    hostOnly: !owner.startsWith('.'),
    path,
    secureOnly: secure === 'TRUE',
    httpOnly: false,
    expiryTime: time,
    expiryText,
  };
  cookies.set(identity, cookie);
  const changes = changesOf(text, fields, cookie, isMarked);
  if (changes.length === 0) sheet.keep(line);
  for (const why of changes) sheet.change(line, why);
}

function expiredReason(field: ByteString, time: number): Reason {
  if (field === '') return EXPIRY_EMPTY;
  if (time < 0) return EXPIRY_NEGATIVE;
  if (time > 0) return EXPIRED;
  return /^[ \t]*[-+]?[0.]+(?:\D|$)/.test(field) ? SESSION : EXPIRY_UNREADABLE;
}

function changesOf(
  text: ByteString,
  fields: readonly ByteString[],
  cookie: PerlCookie,
  isMarked: boolean,
): readonly Reason[] {
  const [, flag = '', , secure = '', expiry = '', , value] = fields;
  const { owner, hostOnly } = cookie;
  const isUsual =
    (flag === 'TRUE' ? !hostOnly : flag === 'FALSE' && hostOnly) &&
    (secure === 'TRUE' || secure === 'FALSE') &&
    isPlainNumber(expiry) &&
    fields.length === 7 &&
    !isMarked &&
    !isNoHost(owner) &&
    !/[A-Z]/.test(owner) &&
    !/\r[^\n]/.test(text);
  if (isUsual) return NO_CHANGES;
  const mark = text.startsWith(MARK) ? HTTP_ONLY_LOST : VALUE_CHANGED;
  const changes = [
    flagReason(flag, hostOnly),
    secureChange(secure, cookie.secureOnly),
    expiryChange(expiry, cookie.expiryText),
    value === undefined ? VALUE_MISSING : undefined,
    fields.length > 7 ? reason('fields-ignored', { fields: fields.length }, ruleForSurplus(text)) : undefined,
    isMarked ? mark : undefined,
    /\r[^\n]/.test(text) ? reason('value-changed', {}, 'carriage-return-inside') : undefined,
    isNoHost(owner) ? DOMAIN_NEVER_MATCHES : undefined,
    /[A-Z]/.test(owner) ? UPPER_CASE : undefined,
  ];
  return changes.filter((why) => why !== undefined);
}

/** The flag is never looked at: the dot decides. */
function flagReason(flag: ByteString, hostOnly: boolean): Reason | undefined {
  const to = hostOnly ? 'FALSE' : 'TRUE';
  if (flag === to) return undefined;
  return flag === 'TRUE' || flag === 'FALSE'
    ? reason('dot-over-flag', { to })
    : reason('flag-read-as', { to });
}

/** By domain, path and name, byte by byte. */
function byPlace(one: PerlCookie, other: PerlCookie): number {
  return (
    compareText(one.owner, other.owner) ||
    compareText(one.path, other.path) ||
    compareText(one.name, other.name)
  );
}

function compareText(one: ByteString, other: ByteString): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
