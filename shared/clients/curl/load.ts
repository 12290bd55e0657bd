import type { ByteString } from '../../cookie/byte-string.ts';
import type { CookieFile, LoadContext, LoadedJar } from '../client.ts';
import { reason, type Reason } from '../reason.ts';
import { refuseAll, verdictSheet, type VerdictSheet } from '../verdict-sheet.ts';
import { curlBehaviour, type CurlBehaviour } from './behaviour.ts';
import type { CurlCookie } from './curl-cookie.ts';
import { hashOf, hashOfPlain, identities, isSameIdentity, type Identities } from './identities.ts';
import { readNetscapeLine } from './netscape-line.ts';
import { plainCookie, plainFields, scanPlainLine, type PlainFields } from './plain-line.ts';
import { suffixJudge } from './public-suffixes.ts';
import { readLines, type Stop } from './read-lines.ts';
import { isSetCookieLine, readSetCookieLine } from './set-cookie-line.ts';

const MAX_HEADER_LINES = 50;
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
  readonly identities: Identities;
  /** In the order of creation the line of each cookie; a replaced one gives its place to the later one. */
  readonly places: number[];
  /** The cookies of lines that are not ordinary; those of the others are made when they are asked for. */
  readonly unusual: Map<number, CurlCookie>;
  readonly expired: Set<number>;
  headerLines: number;
}

/** Loads a file as a version of curl does with `-b`. The cookies are read from the file when they are first asked for. */
export function loadCookies(file: CookieFile, context: LoadContext): LoadedJar<CurlCookie> {
  const loading: Loading = {
    file,
    behaviour: curlBehaviour(context.version),
    context,
    sheet: verdictSheet(file),
    fields: plainFields(),
    suffixReason: suffixJudge(),
    identities: identities(),
    places: [],
    unusual: new Map(),
    expired: new Set(),
    headerLines: 0,
  };
  const { sheet, behaviour } = loading;
  const stop = readLines(file, behaviour.lineReader, {
    parse(text, line, cut) {
      if (cut !== undefined || !addPlainLine(loading, text, line)) addLine(loading, { text, line, cut });
    },
    lose: (line, why) => sheet.drop(line, why),
  });
  const jar = { ...context, outcomes: sheet.outcomes, reasons: sheet.reasons };
  if (stop?.fails === true) {
    const refusal = { line: stop.line, reason: stop.reason };
    sheet.drop(stop.line, stop.reason);
    refuseAll(sheet, file);
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
function addPlainLine(loading: Loading, text: ByteString, line: number): boolean {
  const { fields, behaviour, context } = loading;
  if (loading.headerLines >= MAX_HEADER_LINES || !scanPlainLine(text, fields)) return false;
  if (fields.expiryTime === 0 && context.options?.junkSessionCookies === true) return false;
  if (behaviour.refusesPublicSuffixes) {
    const domain = text.slice(fields.domainFrom, fields.domainTo);
    if (loading.suffixReason(domain) !== undefined) return false;
  }
  const isExpired = fields.expiryTime > 0 && fields.expiryTime < context.now;
  store(loading, { line, hash: hashOfPlain(text, fields, behaviour), isExpired });
  return true;
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
  const isExpired = expiryTime !== undefined && expiryTime < loading.context.now;
  store(loading, { line, hash: hashOf(cookie, loading.behaviour), isExpired });
}

function store(
  loading: Loading,
  { line, hash, isExpired }: { readonly line: number; readonly hash: number; readonly isExpired: boolean },
): void {
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
  if (isExpired) loading.expired.add(line);
  sheet.keep(line);
}

function cookieOf({ file, unusual, behaviour }: Loading, line: number): CurlCookie {
  const cookie = unusual.get(line);
  if (cookie !== undefined) return cookie;
  const bytes = file.line(line);
  const text = bytes.endsWith('\n') ? bytes : `${bytes}\n`;
  const fields = plainFields();
  scanPlainLine(text, fields);
  return plainCookie(text, line, { fields, behaviour });
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
