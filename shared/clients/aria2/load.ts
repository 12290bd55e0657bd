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

/** What is gathered while a file is read: the cookies by domain, a newer one in the place of the older it replaces. */
interface Loading {
  readonly sheet: VerdictSheet;
  readonly now: EpochSeconds;
  readonly chains: Map<ByteString, StoredCookie[]>;
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
  return { ...jar, cookies: [...loading.chains.values()].flat() };
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

/** The flag makes no difference: a host's own cookie and the domain's are one. */
function placeOf(chain: readonly StoredCookie[], { path, name }: StoredCookie): number {
  for (let at = 0; at < chain.length; at++) {
    const cookie = chain[at];
    if (cookie?.name === name && cookie.path === path) return at;
  }
  return -1;
}

function expiredReason(time: EpochSeconds): Reason {
  if (time === OVERFLOWN) return EXPIRY_TOO_LARGE;
  return time < 0 ? EXPIRY_NEGATIVE : EXPIRED;
}

/** An expired cookie takes the live one before it along. */
function removeExpired({ chains, sheet }: Loading, cookie: StoredCookie): void {
  sheet.drop(cookie.line, expiredReason(cookie.expiryTime ?? 0));
  const chain = chains.get(cookie.domain) ?? [];
  const place = placeOf(chain, cookie);
  const [removed] = place < 0 ? [] : chain.splice(place, 1);
  if (removed === undefined) return;
  sheet.drop(removed.line, reason('removed-by-expired', { line: cookie.line }, 'duplicate-identity'));
}

function store(loading: Loading, cookie: StoredCookie): void {
  const { chains, sheet } = loading;
  let chain = chains.get(cookie.domain);
  if (chain === undefined) {
    if (chains.size >= MAX_DOMAINS) evictOldest(loading);
    chain = [];
    chains.set(cookie.domain, chain);
  }
  const place = placeOf(chain, cookie);
  const before = chain[place];
  if (before !== undefined) {
    const rule = before.hostOnly === cookie.hostOnly ? 'duplicate-identity' : 'domain-twins';
    sheet.drop(before.line, reason('replaced', { line: cookie.line }, rule));
    chain[place] = cookie;
  } else if (chain.length < MAX_COOKIES) chain.push(cookie);
  else {
    // All were loaded within one second, so the first is as good as any to make room.
    const [first] = chain;
    chain[0] = cookie;
    if (first !== undefined) sheet.drop(first.line, TOO_MANY);
  }
}

function evictOldest({ chains, sheet }: Loading): void {
  let left = EVICTED_DOMAINS;
  for (const [domain, chain] of chains) {
    if (left-- === 0) return;
    for (const { line } of chain) sheet.drop(line, TOO_MANY_DOMAINS);
    chains.delete(domain);
  }
}
