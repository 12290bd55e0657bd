import type { LineMemory } from './client.ts';

/*
 * The fast way for lines about which nothing is odd, so that every program makes much the same of them. It reads bytes,
 * makes no strings and writes its findings into one object over and over: verdicts over a whole file must cost less
 * than opening it. Models leave all other lines to their own readers, with which this one must agree; tests compare.
 */

/** Where in memory the fields of the line that was scanned last begin and end. */
export interface PlainFields {
  from: number;
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
  /** Behind the line's LF. */
  to: number;
}

export function plainFields(): PlainFields {
  return {
    from: 0,
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
    to: 0,
  };
}

const MARK = codesOf('#HttpOnly_');
/** From the end of the domain to the path: a dot goes with TRUE, no dot with FALSE, else the two are at odds. */
const HOST_ONLY = codesOf('\tFALSE\t/');
const DOMAIN = codesOf('\tTRUE\t/');
const SECURE = codesOf('\tTRUE\t');
const NOT_SECURE = codesOf('\tFALSE\t');
const TAB = 9;
const LF = 10;
const FIRST_PRINTABLE = 32;
const QUOTE = 34;
const HASH = 35;
const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const NINE = 57;
const DELETE = 127;
/** More digits than this might not fit a number. */
const MOST_DIGITS = 15;
/** With its line end; longer lines are another matter. */
const LONGEST = 4999;

/** Which bytes are part of a host name. */
const IN_HOST = Uint8Array.from({ length: 256 }, (_, code) =>
  /[-.\w]/.test(String.fromCharCode(code)) ? 1 : 0,
);

function codesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Whether the line is ordinary; then `fields` says where its parts are. */
export function scanPlainLine(memory: LineMemory, line: number, fields: PlainFields): boolean {
  return scanPlain(memory.bytes, memory.from(line), memory.to(line), fields);
}

function scanPlain(bytes: Uint8Array, from: number, to: number, fields: PlainFields): boolean {
  if (to <= from || to - from > LONGEST || bytes[to - 1] !== LF) return false;
  fields.from = from;
  fields.to = to;
  fields.httpOnly = bytes[from] === HASH && hasAt(bytes, from, MARK);
  let at = fields.httpOnly ? from + MARK.length : from;
  fields.hostOnly = bytes[at] !== DOT;
  if (!fields.hostOnly) at++;
  fields.domainFrom = at;
  if (bytes[at] === DOT) return false;
  while (IN_HOST[bytes[at] ?? 0] === 1) {
    if (bytes[at] === DOT && bytes[at + 1] === DOT) return false;
    at++;
  }
  fields.domainTo = at;
  const middle = fields.hostOnly ? HOST_ONLY : DOMAIN;
  if (at === fields.domainFrom || !hasAt(bytes, at, middle)) return false;
  fields.pathFrom = at + middle.length - 1;
  at = endOfText(bytes, fields.pathFrom);
  fields.pathTo = at;
  const last = bytes[at - 1];
  if ((last === SLASH && at > fields.pathFrom + 1) || last === QUOTE) return false;
  fields.secureOnly = hasAt(bytes, at, SECURE);
  if (!fields.secureOnly && !hasAt(bytes, at, NOT_SECURE)) return false;
  return scanRest(bytes, at + (fields.secureOnly ? SECURE : NOT_SECURE).length, to, fields);
}

/** Expiry, name and value. */
function scanRest(bytes: Uint8Array, from: number, to: number, fields: PlainFields): boolean {
  let at = from;
  let expiry = 0;
  for (let code = bytes[at] ?? 0; code >= ZERO && code <= NINE; code = bytes[++at] ?? 0) {
    expiry = expiry * 10 + code - ZERO;
  }
  const digits = at - from;
  if (digits < 1 || digits > MOST_DIGITS || bytes[at] !== TAB) return false;
  if (digits > 1 && bytes[from] === ZERO) return false;
  fields.expiryTime = expiry;
  fields.nameFrom = at + 1;
  fields.nameTo = endOfText(bytes, at + 1);
  if (fields.nameTo === fields.nameFrom || bytes[fields.nameTo] !== TAB) return false;
  return endOfText(bytes, fields.nameTo + 1) === to - 1;
}

/** The first place from here on that is a tab or another control character: in a line that ends in LF there is one. */
function endOfText(bytes: Uint8Array, from: number): number {
  let at = from;
  let code = bytes[at] ?? 0;
  while (code >= FIRST_PRINTABLE && code !== DELETE) code = bytes[++at] ?? 0;
  return at;
}

function hasAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let index = 0; index < wanted.length; index++) if (bytes[at + index] !== wanted[index]) return false;
  return true;
}
