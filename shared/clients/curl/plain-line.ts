import type { ByteString } from '../../cookie/byte-string.ts';
import type { CurlBehaviour } from './behaviour.ts';
import type { CurlCookie } from './curl-cookie.ts';

/*
 * The fast way for lines of which every version of curl makes the same. It takes a line only when nothing about it is
 * odd and leaves the others to `readNetscapeLine`, with which it must agree (a test compares the two). It makes no
 * strings and writes its findings into one object over and over: verdicts over a whole file must cost less than opening
 * it, and the cookies themselves are made when somebody asks for them.
 */

/** Where the fields of the line that was scanned last begin and end. */
export interface PlainFields {
  httpOnly: boolean;
  domainFrom: number;
  domainTo: number;
  hostOnly: boolean;
  pathFrom: number;
  pathTo: number;
  secureOnly: boolean;
  /** 0 in a session cookie. */
  expiryTime: number;
  nameFrom: number;
  nameTo: number;
}

export function plainFields(): PlainFields {
  return {
    httpOnly: false,
    domainFrom: 0,
    domainTo: 0,
    hostOnly: false,
    pathFrom: 0,
    pathTo: 0,
    secureOnly: false,
    expiryTime: 0,
    nameFrom: 0,
    nameTo: 0,
  };
}

const MARK = '#HttpOnly_';
const TAB = 9;
const LF = 10;
const FIRST_PRINTABLE = 32;
const QUOTE = 34;
const HASH = 35;
const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const NINE = 57;
const UNDERSCORE = 95;
const DELETE = 127;
/** More digits than this might not fit a number. */
const MOST_DIGITS = 15;

/** Which bytes are part of a host name. */
const IN_HOST = Uint8Array.from({ length: 256 }, (_, code) =>
  /[-.\w]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Whether the line is ordinary; then `fields` says where its parts are. */
export function scanPlainLine(text: ByteString, fields: PlainFields): boolean {
  fields.httpOnly = text.charCodeAt(0) === HASH && text.startsWith(MARK);
  let at = fields.httpOnly ? MARK.length : 0;
  fields.hostOnly = text.charCodeAt(at) !== DOT;
  if (!fields.hostOnly) at++;
  fields.domainFrom = at;
  if (text.charCodeAt(at) === DOT) return false;
  while (IN_HOST[text.charCodeAt(at)] === 1) at++;
  fields.domainTo = at;
  if (at === fields.domainFrom || text.charCodeAt(at) !== TAB) return false;
  // A dot and TRUE, or no dot and FALSE: else the two are at odds.
  if (!text.startsWith(fields.hostOnly ? '\tFALSE\t/' : '\tTRUE\t/', at)) return false;
  fields.pathFrom = at + (fields.hostOnly ? 7 : 6);
  at = endOfText(text, fields.pathFrom);
  fields.pathTo = at;
  const last = text.charCodeAt(at - 1);
  if ((last === SLASH && at > fields.pathFrom + 1) || last === QUOTE) return false;
  fields.secureOnly = text.startsWith('\tTRUE\t', at);
  if (!fields.secureOnly && !text.startsWith('\tFALSE\t', at)) return false;
  at += fields.secureOnly ? 6 : 7;
  const expiryFrom = at;
  let expiry = 0;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) {
    expiry = expiry * 10 + code - ZERO;
  }
  const digits = at - expiryFrom;
  if (digits < 1 || digits > MOST_DIGITS || text.charCodeAt(at) !== TAB) return false;
  if (digits > 1 && text.charCodeAt(expiryFrom) === ZERO) return false;
  fields.expiryTime = expiry;
  return scanPair(text, at + 1, fields);
}

function scanPair(text: ByteString, from: number, fields: PlainFields): boolean {
  const to = endOfText(text, from);
  fields.nameFrom = from;
  fields.nameTo = to;
  if (to === from || text.charCodeAt(to) !== TAB || text.charCodeAt(from) === UNDERSCORE) return false;
  const end = endOfText(text, to + 1);
  return text.charCodeAt(end) === LF && end === text.length - 1;
}

/** The first place from here on that is a tab or a control character. */
function endOfText(text: ByteString, from: number): number {
  let at = from;
  let code = text.charCodeAt(at);
  while (code >= FIRST_PRINTABLE && code !== DELETE) code = text.charCodeAt(++at);
  return at;
}

/** The cookie of the line that was scanned into `fields`. */
export function plainCookie(
  text: ByteString,
  line: number,
  { fields, behaviour }: { readonly fields: Readonly<PlainFields>; readonly behaviour: CurlBehaviour },
): CurlCookie {
  const { expiryTime, pathFrom, pathTo } = fields;
  const path = pathTo === pathFrom + 1 ? '/' : text.slice(pathFrom, pathTo);
  return {
    line,
    name: text.slice(fields.nameFrom, fields.nameTo),
    value: text.slice(fields.nameTo + 1, -1),
    domain: text.slice(fields.domainFrom, fields.domainTo),
    hasDomain: true,
    hostOnly: fields.hostOnly,
    path,
    matchPath: plainMatchPath(path, behaviour),
    secureOnly: fields.secureOnly,
    httpOnly: fields.httpOnly,
    ...(expiryTime > 0 && { expiryTime }),
  };
}

function plainMatchPath(path: ByteString, { keepsPathAsWritten }: CurlBehaviour): ByteString {
  return keepsPathAsWritten && path === '/' ? '' : path;
}
