import type { ByteString } from '../../cookie/byte-string.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';
import { isIpAddress } from '../../cookie/ip-address.ts';
import { reason, type Reason } from '../reason.ts';
import type { CurlBehaviour } from './behaviour.ts';
import { breaksPrefix, expiryOf, matchPathOf, type CurlCookie } from './curl-cookie.ts';
import { curlDate } from './date.ts';
import type { LineResult } from './netscape-line.ts';

const MAX_PAIR = 4096;
const MAX_LINE = 5000;
const CAP_DAYS = 400;
const CAP_SECONDS = CAP_DAYS * 86_400;
const LARGEST = '9223372036854775807';
// oxlint-disable-next-line no-control-regex -- control characters are what is asked for
const CONTROL = /[\x01-\x08\x0a-\x1f\x7f]/;

const UNREADABLE: LineResult = { dropped: reason('set-cookie-unreadable') };
const TOO_LARGE: LineResult = { dropped: reason('pair-too-large', { limit: MAX_PAIR }) };
const PREFIX_BROKEN: LineResult = { dropped: reason('prefix-broken') };
const VALUE_CONTROL: LineResult = { dropped: reason('control-character', { field: 'value' }) };

/** One `name=value` or lone word of the line, blanks taken off. */
interface Piece {
  readonly name: ByteString;
  /** Absent where there is no equals sign. */
  readonly value?: ByteString;
}

interface Attributes {
  domain?: ByteString;
  hostOnly: boolean;
  path?: ByteString;
  secureOnly: boolean;
  httpOnly: boolean;
  /** In digits; `0` until one is given. */
  expiry: string;
  hasMaxAge: boolean;
  capped: boolean;
}

/** Whether curl takes the line for a header: `Set-Cookie:` in any case, at the very beginning. */
export function isSetCookieLine(text: ByteString): boolean {
  const first = text.charCodeAt(0) | 32;
  return first === 0x73 && /^set-cookie:/i.test(text);
}

/** Reads a line that `isSetCookieLine`. */
export function readSetCookieLine(
  text: ByteString,
  {
    line,
    behaviour,
    now,
  }: { readonly line: number; readonly behaviour: CurlBehaviour; readonly now: EpochSeconds },
): LineResult {
  const content = text.slice('set-cookie:'.length).replace(/^[ \t]+/, '');
  if (content.length > MAX_LINE) return TOO_LARGE;
  const pieces = piecesOf(content, behaviour);
  for (const { name, value = '' } of pieces) {
    if (value.includes('\t')) return VALUE_CONTROL;
    const isLarge = Math.max(name.length, value.length) >= MAX_PAIR - 1;
    if (isLarge || name.length + value.length > MAX_PAIR) return TOO_LARGE;
  }
  const [pair, ...rest] = pieces;
  if (pair?.value === undefined) return UNREADABLE;
  if (CONTROL.test(pair.name) || CONTROL.test(pair.value)) return VALUE_CONTROL;
  const attributes = attributesOf(rest, behaviour, now);
  const cookie = cookieOf({ name: pair.name, value: pair.value }, attributes, { line, behaviour });
  const names = pieces.map(({ name }) => name);
  if (breaksPrefix(names, cookie, behaviour)) return PREFIX_BROKEN;
  const changes: Reason[] = attributes.capped ? [reason('lifetime-capped', { days: CAP_DAYS })] : [];
  if (!cookie.hasDomain) changes.push(reason('header-without-domain'));
  return { cookie, changes };
}

function piecesOf(content: ByteString, { headerPieces }: CurlBehaviour): readonly Piece[] {
  return headerPieces === 'each' ? eachPiece(content) : piecesUntilOdd(content);
}

/** Whatever stands between semicolons. Blanks, even tabs, may stand before an equals sign, but not in the first piece. */
function eachPiece(content: ByteString): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const text of content.split(';')) {
    const [, name, blanks = '', value] =
      /^[ \t]*([^ \t\r\n=][^\t\r\n=]*)(\s*)(?:=([^\r\n]*))?/.exec(text) ?? [];
    if (name === undefined) continue;
    const isPair = value !== undefined && (pieces.length > 0 || blanks === '');
    pieces.push({ name: withoutBlanks(name), ...(isPair && { value: withoutBlanks(value) }) });
  }
  return pieces;
}

/** A name ends at a tab too; what follows it up to the semicolon ends the line, as does a piece without a name. */
function piecesUntilOdd(content: ByteString): readonly Piece[] {
  const pieces: Piece[] = [];
  const piece = /[ \t]*([^;\t\r\n=]*)(?:(=)|[ \t]*(;?))/y;
  for (;;) {
    const [, name = '', equals, end] = piece.exec(content) ?? [];
    if (equals === undefined) {
      if (name !== '') pieces.push({ name: withoutBlanks(name) });
      if (end !== ';') break;
      continue;
    }
    if (name === '') break;
    const value = /[^;\r\n]*/y;
    value.lastIndex = piece.lastIndex;
    const [text = ''] = value.exec(content) ?? [];
    pieces.push({ name: withoutBlanks(name), value: withoutBlanks(text) });
    if (content.charAt(value.lastIndex) !== ';') break;
    piece.lastIndex = value.lastIndex + 1;
  }
  return pieces;
}

function withoutBlanks(text: ByteString): ByteString {
  return text.replace(/^[ \t]+|[ \t]+$/g, '');
}

function attributesOf(pieces: readonly Piece[], behaviour: CurlBehaviour, now: EpochSeconds): Attributes {
  const found: Attributes = {
    hostOnly: true,
    secureOnly: false,
    httpOnly: false,
    expiry: '0',
    hasMaxAge: false,
    capped: false,
  };
  for (const { name, value } of pieces) {
    const word = name.toLowerCase();
    const isEmpty = value === undefined || value === '';
    if (word === 'secure' && isEmpty) found.secureOnly = true;
    else if (word === 'httponly' && isEmpty) found.httpOnly = true;
    else if (value === undefined) continue;
    else if (word === 'path') found.path = value;
    else if (word === 'domain' && value !== '') setDomain(found, value.replace(/^\./, ''), behaviour);
    else if (word === 'max-age') {
      found.hasMaxAge = true;
      setExpiry(found, maxAge(value, now), behaviour, now);
    } else if (word === 'expires') setExpires(found, value, behaviour, now);
  }
  return found;
}

/** The flag is only ever set. From 8.0 on an address is looked for with the rest of the line behind it, and never found. */
function setDomain(found: Attributes, domain: ByteString, { headerPieces }: CurlBehaviour): void {
  found.domain = domain;
  if (headerPieces !== 'each' || !isIpAddress(domain)) found.hostOnly = false;
}

/** `Max-Age` goes first. Of several dates the last counts before 8.0, and then the first that can be read. */
function setExpires(found: Attributes, value: ByteString, behaviour: CurlBehaviour, now: EpochSeconds): void {
  const isLate = behaviour.headerPieces === 'each';
  const isTaken = isLate ? found.hasMaxAge : found.expiry !== '0';
  if (isTaken || (!isLate && value.length >= behaviour.maxDate)) return;
  const moment = curlDate(value);
  const text = moment === undefined || moment < 0 ? '0' : String(moment === 0 ? 1 : moment);
  setExpiry(found, text, behaviour, now);
}

function maxAge(value: ByteString, now: EpochSeconds): string {
  const digits = /^"?[ \t]*\+?(\d+)/.exec(value)?.[1];
  if (digits === undefined) return '1';
  const moment = BigInt(digits) + BigInt(Math.trunc(now));
  if (BigInt(digits) === 0n) return '1';
  return moment > BigInt(LARGEST) ? LARGEST : String(moment);
}

function setExpiry(found: Attributes, text: string, behaviour: CurlBehaviour, now: EpochSeconds): void {
  const capped = behaviour.capsHeaderLifetimes && Number(text) > now + CAP_SECONDS;
  found.capped = capped;
  const moment = Math.trunc(now) + CAP_SECONDS + 30;
  found.expiry = capped ? String(moment - (moment % 60)) : text;
}

function cookieOf(
  { name, value }: Required<Piece>,
  { domain, hostOnly, path, secureOnly, httpOnly, expiry }: Attributes,
  { line, behaviour }: { readonly line: number; readonly behaviour: CurlBehaviour },
): CurlCookie {
  const matchPath = path === undefined ? undefined : matchPathOf(path, behaviour);
  const kept = behaviour.keepsPathAsWritten ? path : matchPath;
  return {
    line,
    name,
    value,
    domain: domain ?? '',
    hasDomain: domain !== undefined,
    hostOnly,
    path: kept ?? '/',
    ...(matchPath !== undefined && { matchPath }),
    secureOnly,
    httpOnly,
    ...expiryOf(expiry),
  };
}
