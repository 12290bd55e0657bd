import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import { hostParts } from '../../cookie/public-suffix.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieFile, LoadContext, LoadedJar } from '../client.ts';
import { suffixJudgeOfBytes } from '../curl/public-suffixes.ts';
import { lineByLine } from '../line-by-line.ts';
import { droppedFor, KEPT, quickLoad } from '../quick-load.ts';
import { reason, type Reason } from '../reason.ts';
import { verdictSheet, type VerdictSheet } from '../verdict-sheet.ts';
import { wget2Behaviour, type Wget2Behaviour } from './behaviour.ts';
import { readWget2Line, type LineResult, type Wget2Cookie } from './read-line.ts';

const SUFFIX = reason('public-suffix');
const SINGLE_LABEL = reason('single-label');
const NO_DOMAIN = reason('field-empty', { field: 'domain' }, 'domain-empty');
const SESSION = reason('session-not-loaded');
const EXPIRED = reason('expired');
const NEGATIVE = reason('expiry-negative');

/** What is gathered while a file is read. */
interface Loading {
  readonly behaviour: Wget2Behaviour;
  readonly context: LoadContext;
  readonly sheet: VerdictSheet;
  /** In the order of creation; a replaced one gives its place to the later one. */
  readonly cookies: Wget2Cookie[];
  readonly places: Map<string, number>;
  readonly suffixes: Map<ByteString, Reason | undefined>;
  /** Where the cookie lies whose memory a line that is dropped now would give away. */
  last: number | undefined;
  seenDot: boolean;
}

const NO_SESSION = droppedFor(SESSION);
const IS_EXPIRED = droppedFor(EXPIRED);

/** Loads a file as a version of wget2 does with `--load-cookies`. */
export function loadCookies(
  file: CookieFile,
  context: LoadContext,
): Generator<Progress, LoadedJar<Wget2Cookie>> {
  const { freesTwice } = wget2Behaviour(context.version);
  const suffixInMemory = suffixJudgeOfBytes((domain) => suffixReason(lowerCaseAscii(domain)));
  return quickLoad(file, context, {
    load: loadAll,
    verdict({ expiryTime, domainFrom, domainTo }, bytes, line) {
      const isSession = expiryTime === 0;
      if (isSession ? context.options?.keepSessionCookies !== true : expiryTime <= context.now) {
        // A dropped line may spoil the one before it.
        if (freesTwice) return undefined;
        return isSession ? NO_SESSION : IS_EXPIRED;
      }
      if (file.memory?.isOwnDomain?.(line) === true) return KEPT;
      return suffixInMemory(bytes, domainFrom, domainTo) === undefined ? KEPT : undefined;
    },
  });
}

function* loadAll(file: CookieFile, context: LoadContext): Generator<Progress, LoadedJar<Wget2Cookie>> {
  const sheet = verdictSheet(file);
  const loading: Loading = {
    behaviour: wget2Behaviour(context.version),
    context,
    sheet,
    cookies: [],
    places: new Map(),
    suffixes: new Map(),
    last: undefined,
    seenDot: false,
  };
  yield* lineByLine(file.lineCount, (line) => addLine(loading, file.line(line), line));
  return { ...context, outcomes: sheet.outcomes, reasons: sheet.reasons, cookies: loading.cookies };
}

function addLine(loading: Loading, text: ByteString, line: number): void {
  const { behaviour, sheet } = loading;
  const result = readWget2Line(text, line, behaviour);
  if ('ignored' in result) {
    sheet.ignore(line, result.ignored);
    return;
  }
  loading.seenDot ||= /^[ \t-\r]*(?:#HttpOnly_)?\./.test(text);
  const drop = 'dropped' in result ? result : refusal(loading, result.cookie);
  if (drop !== undefined) {
    sheet.drop(line, drop.dropped);
    if (drop.frees && behaviour.freesTwice) loseLast(loading, line);
    loading.last = undefined;
  } else if ('cookie' in result) store(loading, result);
}

function refusal({ context, suffixes }: Loading, cookie: Wget2Cookie) {
  const { expiryTime, domain } = cookie;
  if (expiryTime !== undefined && expiryTime <= context.now) {
    return { dropped: expiryTime < 0 ? NEGATIVE : EXPIRED, frees: true };
  }
  if (expiryTime === undefined && context.options?.keepSessionCookies !== true) {
    return { dropped: SESSION, frees: true };
  }
  if (!suffixes.has(domain)) suffixes.set(domain, suffixReason(domain));
  const why = suffixes.get(domain);
  return why === undefined ? undefined : { dropped: why, frees: false };
}

/** The public suffix list judges hosts too, and a single label is a suffix to it. */
function suffixReason(domain: ByteString): Reason | undefined {
  if (domain === '') return NO_DOMAIN;
  const host = domain.startsWith('.') ? domain.slice(1) : domain;
  if (!host.slice(0, -1).includes('.')) return SINGLE_LABEL;
  return !host.endsWith('.') && hostParts(host).isPublicSuffix ? SUFFIX : undefined;
}

function loseLast({ last, cookies, places, sheet }: Loading, line: number): void {
  const cookie = last === undefined ? undefined : cookies[last];
  if (last === undefined || cookie === undefined) return;
  cookies[last] = { ...cookie, isLost: true };
  // Whatever its name is now, no later line is likely to have the same.
  places.delete(identityOf(cookie));
  sheet.drop(cookie.line, reason('overwritten-by-drop', { line }));
}

/** The flag makes no difference: a host's own cookie and the domain's are one. */
function identityOf({ domain, path, name }: Wget2Cookie): string {
  return `${domain}\t${path}\t${name}`;
}

function store(loading: Loading, result: Extract<LineResult, { cookie: Wget2Cookie }>): void {
  const { behaviour, sheet, cookies, places } = loading;
  const { line } = result.cookie;
  const changesDot = behaviour.dotsStick && result.cookie.hasDot !== loading.seenDot;
  const cookie = changesDot ? { ...result.cookie, hasDot: loading.seenDot } : result.cookie;
  const identity = identityOf(cookie);
  const place = places.get(identity);
  const before = place === undefined ? undefined : cookies[place];
  if (place === undefined || before === undefined) {
    loading.last = cookies.push(cookie) - 1;
    places.set(identity, loading.last);
  } else {
    const rule = before.hostOnly === cookie.hostOnly ? 'duplicate-identity' : 'domain-twins';
    sheet.drop(before.line, reason('replaced', { line }, rule));
    cookies[place] = cookie;
    loading.last = place;
  }
  if (result.changes.length === 0) sheet.keep(line);
  for (const why of result.changes) sheet.change(line, why);
}
