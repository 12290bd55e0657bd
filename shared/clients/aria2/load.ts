import type { ByteString } from '../../cookie/byte-string.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { CookieFile, LoadContext, LoadedJar, StoredCookie } from '../client.ts';
import { quickLoad } from '../quick-load.ts';
import { reason, type Reason } from '../reason.ts';
import { refuseAll, verdictSheet, type VerdictSheet } from '../verdict-sheet.ts';
import { glances } from './glance.ts';
import { OVERFLOWN, readAria2Line, type LineResult } from './read-line.ts';
import { forEachLine } from './read-lines.ts';

const MAX_COOKIES = 50;
const MAX_DOMAINS = 2000;
const EVICTED_DOMAINS = 200;

const EXPIRED = reason('expired');
const EXPIRY_NEGATIVE = reason('expiry-negative');
const EXPIRY_TOO_LARGE = reason('expiry-too-large');
const IS_DATABASE = reason('is-database');
const TOO_MANY = reason('too-many-in-domain', { limit: MAX_COOKIES });
const TOO_MANY_DOMAINS = reason('too-many-domains', { limit: MAX_DOMAINS });

/** A domain's cookies, and where each lies by its name and path: the flag makes no difference. */
interface Chain {
  cookies: StoredCookie[];
  places: Map<string, number>;
}

const identityOf = ({ name, path }: StoredCookie): string => `${name}\t${path}`;

/** What is gathered while a file is read: the cookies by domain, a newer one in the place of the older it replaces. */
interface Loading {
  readonly sheet: VerdictSheet;
  readonly now: EpochSeconds;
  readonly chains: Map<ByteString, Chain>;
}

/** Loads a file as aria2 does with `--load-cookies`. */
export function loadCookies(file: CookieFile, context: LoadContext): LoadedJar {
  const { verdict, most } = glances(context.now);
  return quickLoad(file, context, {
    load: loadAll,
    verdict,
    mustLoad: (others) => most.cookies + others > MAX_COOKIES || most.domains + others > MAX_DOMAINS,
  });
}

function loadAll(file: CookieFile, context: LoadContext): LoadedJar {
  const sheet = verdictSheet(file);
  const jar = { ...context, outcomes: sheet.outcomes, reasons: sheet.reasons };
  if (file.lineCount > 0 && file.line(0).startsWith('SQLite format 3\0')) {
    refuseAll(sheet, file);
    return { ...jar, refusal: { line: 0, reason: IS_DATABASE }, cookies: [] };
  }
  const loading: Loading = { sheet, now: context.now, chains: new Map() };
  forEachLine(file, {
    parse: (text, line) => addResult(loading, readAria2Line(text, line), line),
    lose: (line, why) => sheet.drop(line, why),
  });
  return { ...jar, cookies: [...loading.chains.values()].flatMap((chain) => chain.cookies) };
}

function addResult(loading: Loading, result: LineResult, line: number): void {
  const { sheet, now } = loading;
  if ('ignored' in result) sheet.ignore(line, result.ignored);
  else if ('dropped' in result) sheet.drop(line, result.dropped);
  else if (result.cookie.expiryTime !== undefined && result.cookie.expiryTime < now) {
    removeExpired(loading, result.cookie);
  } else {
    if (result.changes.length === 0) sheet.keep(line);
    for (const why of result.changes) sheet.change(line, why);
    store(loading, result.cookie);
  }
}

function expiredReason(time: EpochSeconds): Reason {
  if (time === OVERFLOWN) return EXPIRY_TOO_LARGE;
  return time < 0 ? EXPIRY_NEGATIVE : EXPIRED;
}

/** An expired cookie takes the live one before it along. */
function removeExpired({ chains, sheet }: Loading, cookie: StoredCookie): void {
  sheet.drop(cookie.line, expiredReason(cookie.expiryTime ?? 0));
  const chain = chains.get(cookie.domain);
  const place = chain?.places.get(identityOf(cookie));
  if (chain === undefined || place === undefined) return;
  const [removed] = chain.cookies.splice(place, 1);
  chain.places = new Map(chain.cookies.map((other, at) => [identityOf(other), at]));
  if (removed === undefined) return;
  sheet.drop(removed.line, reason('removed-by-expired', { line: cookie.line }, 'duplicate-identity'));
}

function store(loading: Loading, cookie: StoredCookie): void {
  const { chains, sheet } = loading;
  let chain = chains.get(cookie.domain);
  if (chain === undefined) {
    if (chains.size >= MAX_DOMAINS) evictOldest(loading);
    chain = { cookies: [], places: new Map() };
    chains.set(cookie.domain, chain);
  }
  const { cookies, places } = chain;
  const identity = identityOf(cookie);
  // All were loaded within one second, so the first is as good as any to make room.
  const place = places.get(identity) ?? (cookies.length < MAX_COOKIES ? cookies.length : 0);
  const before = cookies[place];
  if (before !== undefined && places.has(identity)) {
    const rule = before.hostOnly === cookie.hostOnly ? 'duplicate-identity' : 'domain-twins';
    sheet.drop(before.line, reason('replaced', { line: cookie.line }, rule));
  } else if (before !== undefined) {
    sheet.drop(before.line, TOO_MANY);
    places.delete(identityOf(before));
  }
  cookies[place] = cookie;
  places.set(identity, place);
}

function evictOldest({ chains, sheet }: Loading): void {
  let left = EVICTED_DOMAINS;
  for (const [domain, chain] of chains) {
    if (left-- === 0) return;
    for (const { line } of chain.cookies) sheet.drop(line, TOO_MANY_DOMAINS);
    chains.delete(domain);
  }
}
