import type { ByteString } from '../../cookie/byte-string.ts';
import type { CookieFile, LoadContext, LoadedJar } from '../client.ts';
import type { Progress } from '../../table/progress.ts';
import { reason, type Reason } from '../reason.ts';
import { refuseAll, verdictSheet, type VerdictSheet } from '../verdict-sheet.ts';
import { curlBehaviour, type CurlBehaviour } from './behaviour.ts';
import type { CurlCookie } from './curl-cookie.ts';
import { identities, type Identities } from '../identities.ts';
import { plainFields, scanPlainLine, type PlainFields } from '../plain-line.ts';
import { hashOf, hashOfPlain, isSameIdentity } from './identity.ts';
import { plainCookie } from './plain-cookie.ts';
import { readNetscapeLine } from './netscape-line.ts';
import { suffixJudge, suffixJudgeOfBytes } from './public-suffixes.ts';
import { readLines, type Stop } from './read-lines.ts';
import { isSetCookieLine, readSetCookieLine } from './set-cookie-line.ts';

const MAX_HEADER_LINES = 50;
const UNDERSCORE = 95;
const LETTER_H = 104;
const LETTER_S = 115;
const HEADER_LIMIT = reason('set-cookie-limit', { limit: MAX_HEADER_LINES });
const SESSION = reason('session-not-loaded');
const EXPIRED = reason('expired');

/** What is gathered while a file is read. */
interface Loading {
  readonly file: CookieFile;
  readonly behaviour: CurlBehaviour;
  readonly context: LoadContext;
  readonly sheet: VerdictSheet;
  readonly fields: PlainFields;
  readonly suffixReason: (domain: ByteString) => Reason | undefined;
  readonly suffixInMemory: (bytes: Uint8Array, from: number, to: number) => Reason | undefined;
  readonly identities: Identities;
  /** In the order of creation the line of each cookie; a replaced one gives its place to the later one. */
  readonly places: number[];
  /** The cookies of lines that are not ordinary; those of the others are made when they are asked for. */
  readonly unusual: Map<number, CurlCookie>;
  readonly expired: Set<number>;
  headerLines: number;
}

/** Loads a file as a version of curl does with `-b`. The cookies are read from the file when they are first asked for. */
export function* loadInSlices(
  file: CookieFile,
  context: LoadContext,
): Generator<Progress, LoadedJar<CurlCookie>> {
  const suffixReason = suffixJudge();
  const loading: Loading = {
    file,
    behaviour: curlBehaviour(context.version),
    context,
    sheet: verdictSheet(file),
    fields: plainFields(),
    suffixReason,
    suffixInMemory: suffixJudgeOfBytes(suffixReason),
    identities: identities(),
    places: [],
    unusual: new Map(),
    expired: new Set(),
    headerLines: 0,
  };
  const { sheet, behaviour } = loading;
  const reading = readLines(file, behaviour.lineReader, {
    parsePlain: (line) => addPlainLine(loading, line),
    parse: (text, line, cut) => addLine(loading, { text, line, cut }),
    lose: (line, why) => sheet.drop(line, why),
  });
  let step = reading.next();
  for (; step.done !== true; step = reading.next()) yield { done: step.value, total: file.lineCount };
  const stop = step.value;
  const jar = { ...context, outcomes: sheet.outcomes, reasons: sheet.reasons };
  if (stop?.fails === true) {
    const refusal = { line: stop.line, reason: stop.reason };
    sheet.drop(stop.line, stop.reason);
    yield* refuseAll(sheet, file);
    return { ...jar, refusal, cookies: [] };
  }
  if (stop !== undefined) dropRest(file, sheet, stop);
  const places = withoutExpired(loading);
  let made: readonly CurlCookie[] | undefined;
  return {
    ...jar,
    get cookies() {
      made ??= places.map((line) => cookieOf(loading, line));
      return made;
    },
  };
}

/** Whether the line was an ordinary one. */
function addPlainLine(loading: Loading, line: number): boolean {
  const { file, fields, behaviour, context, headerLines } = loading;
  const { memory } = file;
  if (memory === undefined || headerLines >= MAX_HEADER_LINES || !scanPlainLine(memory, line, fields)) {
    return false;
  }
  const { expiryTime, domainFrom, domainTo } = fields;
  if (expiryTime === 0 && context.options?.junkSessionCookies === true) return false;
  const { bytes } = memory;
  if (mayPromise(bytes, fields.nameFrom)) return false;
  if (
    behaviour.refusesPublicSuffixes &&
    memory.isOwnDomain?.(line) !== true &&
    loading.suffixInMemory(bytes, domainFrom, domainTo) !== undefined
  ) {
    return false;
  }
  const isExpired = expiryTime > 0 && expiryTime < context.now;
  store(loading, line, hashOfPlain(bytes, fields, behaviour));
  if (isExpired) loading.expired.add(line);
  return true;
}

/** Whether the name begins like `__Secure-` or `__Host-`, in any case. */
function mayPromise(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== UNDERSCORE || bytes[at + 1] !== UNDERSCORE) return false;
  const letter = (bytes[at + 2] ?? 0) | 0x20;
  return letter === LETTER_S || letter === LETTER_H;
}

interface Line {
  readonly text: ByteString;
  readonly line: number;
  readonly cut: Reason | undefined;
}

function addLine(loading: Loading, { text, line, cut }: Line): void {
  const { behaviour, context, sheet } = loading;
  const isHeader = isSetCookieLine(text);
  const result = isHeader
    ? readSetCookieLine(text, { line, behaviour, now: context.now })
    : readNetscapeLine(text, line, behaviour);
  if ('ignored' in result) sheet.ignore(line, result.ignored);
  else if (loading.headerLines >= MAX_HEADER_LINES) sheet.drop(line, HEADER_LIMIT);
  else if ('dropped' in result) sheet.drop(line, result.dropped);
  else {
    if (isHeader) loading.headerLines++;
    const refused = reasonAgainst(loading, result.cookie);
    if (refused === undefined) {
      addCookie(loading, result.cookie);
      for (const why of result.changes) sheet.change(line, why);
      if (cut !== undefined) sheet.change(line, cut);
    } else sheet.drop(line, refused);
  }
}

function reasonAgainst(loading: Loading, cookie: CurlCookie): Reason | undefined {
  const { behaviour, context, suffixReason } = loading;
  if (cookie.expiryTime === undefined && context.options?.junkSessionCookies === true) return SESSION;
  return behaviour.refusesPublicSuffixes && cookie.hasDomain ? suffixReason(cookie.domain) : undefined;
}

function addCookie(loading: Loading, cookie: CurlCookie): void {
  const { line, expiryTime } = cookie;
  loading.unusual.set(line, cookie);
  store(loading, line, hashOf(cookie, loading.behaviour));
  if (expiryTime !== undefined && expiryTime < loading.context.now) loading.expired.add(line);
}

function store(loading: Loading, line: number, hash: number): void {
  const { sheet, places, behaviour } = loading;
  let own: CurlCookie | undefined;
  const place = loading.identities.findOrAdd(hash, places.length, (other) => {
    own ??= cookieOf(loading, line);
    return isSameIdentity(cookieOf(loading, places[other] ?? 0), own, behaviour);
  });
  if (place === undefined) places.push(line);
  else {
    sheet.drop(places[place] ?? 0, reason('replaced', { line }, 'duplicate-identity'));
    places[place] = line;
  }
  sheet.keep(line);
}

function cookieOf({ file, unusual, behaviour }: Loading, line: number): CurlCookie {
  const cookie = unusual.get(line);
  if (cookie !== undefined) return cookie;
  const fields = plainFields();
  if (file.memory === undefined || !scanPlainLine(file.memory, line, fields)) {
    throw new Error('the file has changed since it was loaded');
  }
  return plainCookie(file.line(line), line, { fields, behaviour });
}

/** Expired cookies go when the whole file is read, so one may first have replaced a live one. */
function withoutExpired({ sheet, places, expired }: Loading): readonly number[] {
  if (expired.size === 0) return places;
  return places.filter((line) => {
    if (!expired.has(line)) return true;
    sheet.drop(line, EXPIRED);
    return false;
  });
}

/** Everything behind the line at which reading ends without a word. */
function dropRest(file: CookieFile, sheet: VerdictSheet, stop: Stop): void {
  sheet.drop(stop.line, stop.reason);
  const code = stop.reason.code === 'nul-byte' ? 'swallowed-by-nul' : 'behind-long-line';
  const behind = reason(code, { line: stop.line }, stop.reason.rule);
  for (let line = stop.line + 1; line < file.lineCount; line++) {
    if (!/^\s*(?:#(?!HttpOnly_)|$)/.test(file.line(line))) sheet.drop(line, behind);
  }
}
