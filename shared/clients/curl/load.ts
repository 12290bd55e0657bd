import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import { hostParts } from '../../cookie/public-suffix.ts';
import type { CookieFile, LoadContext, LoadedJar } from '../client.ts';
import { reason, type Reason } from '../reason.ts';
import { refuseAll, verdictSheet, type VerdictSheet } from '../verdict-sheet.ts';
import { curlBehaviour, type CurlBehaviour } from './behaviour.ts';
import type { CurlCookie } from './curl-cookie.ts';
import { readNetscapeLine, type LineResult } from './netscape-line.ts';
import { readLines, type Stop } from './read-lines.ts';
import { isNumericHost } from './send.ts';
import { isSetCookieLine, readSetCookieLine } from './set-cookie-line.ts';

const MAX_HEADER_LINES = 50;
const MAX_SUFFIX_LENGTH = 255;
const HEADER_LIMIT = reason('set-cookie-limit', { limit: MAX_HEADER_LINES });
const SESSION = reason('session-not-loaded');
const EXPIRED = reason('expired');
const SUFFIX = reason('public-suffix');
const SINGLE_LABEL = reason('single-label');
const DOMAIN_TOO_LONG = reason('domain-too-long', { limit: MAX_SUFFIX_LENGTH });

/** What is gathered while a file is read. */
interface Loading {
  readonly behaviour: CurlBehaviour;
  readonly context: LoadContext;
  readonly sheet: VerdictSheet;
  /** In the order of creation; a replaced one gives its place to the later one. */
  readonly cookies: CurlCookie[];
  readonly places: Map<string, number>;
  headerLines: number;
}

/** Loads a file as a version of curl does with `-b`. */
export function loadCookies(file: CookieFile, context: LoadContext): LoadedJar<CurlCookie> {
  const sheet = verdictSheet(file);
  const behaviour = curlBehaviour(context.version);
  const loading: Loading = { behaviour, context, sheet, cookies: [], places: new Map(), headerLines: 0 };
  const stop = readLines(file, behaviour.lineReader, {
    parse: (text, line, cut) => addLine(loading, { text, line, cut }),
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
  return { ...jar, cookies: withoutExpired(loading) };
}

interface Line {
  readonly text: string;
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
    store(loading, cut === undefined ? result : { ...result, changes: [...result.changes, cut] });
  }
}

function store(
  { behaviour, context, sheet, cookies, places }: Loading,
  { cookie, changes }: Extract<LineResult, { cookie: CurlCookie }>,
): void {
  const { line } = cookie;
  if (context.options?.junkSessionCookies === true && cookie.expiryText === '0') {
    sheet.drop(line, SESSION);
    return;
  }
  const refused = behaviour.refusesPublicSuffixes ? suffixReason(cookie) : undefined;
  if (refused !== undefined) {
    sheet.drop(line, refused);
    return;
  }
  const key = keyOf(cookie, behaviour);
  const place = places.get(key);
  if (place === undefined) places.set(key, cookies.push(cookie) - 1);
  else {
    const before = cookies[place];
    if (before !== undefined) sheet.drop(before.line, reason('replaced', { line }, 'duplicate-identity'));
    cookies[place] = cookie;
  }
  if (changes.length === 0) sheet.keep(line);
  for (const why of changes) sheet.change(line, why);
}

/** What two cookies must have in common for the later to replace the earlier. */
function keyOf(cookie: CurlCookie, { namesInAnyCase, pathsInAnyCase }: CurlBehaviour): string {
  const { name, domain, hasDomain, hostOnly, matchPath } = cookie;
  const path = matchPath === undefined ? '' : `\t${pathsInAnyCase ? lowerCaseAscii(matchPath) : matchPath}`;
  // A cookie without a domain matches another such one, whatever its flag.
  const owner = hasDomain ? `${lowerCaseAscii(domain)}\t${hostOnly ? 'h' : 'd'}` : '\t';
  return `${namesInAnyCase ? lowerCaseAscii(name) : name}\t${owner}${path}`;
}

function suffixReason({ domain, hasDomain }: CurlCookie) {
  const host = lowerCaseAscii(domain);
  if (!hasDomain || isNumericHost(host)) return undefined;
  if (host.length > MAX_SUFFIX_LENGTH) return DOMAIN_TOO_LONG;
  if (!host.includes('.')) return SINGLE_LABEL;
  return hostParts(host).isPublicSuffix ? SUFFIX : undefined;
}

/** Expired cookies go when the whole file is read, so one may first have replaced a live one. */
function withoutExpired({ sheet, cookies, context }: Loading): readonly CurlCookie[] {
  const isExpired = ({ expiryTime }: CurlCookie): boolean =>
    expiryTime !== undefined && expiryTime < context.now;
  if (!cookies.some(isExpired)) return cookies;
  return cookies.filter((cookie) => {
    if (!isExpired(cookie)) return true;
    sheet.drop(cookie.line, EXPIRED);
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
