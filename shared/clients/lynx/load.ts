import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import { readLines } from '../aria2/read-lines.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieFile, LoadContext, LoadedJar, StoredCookie } from '../client.ts';
import {
  BLANK,
  COMMENT,
  HTTP_ONLY_IS_COMMENT,
  expiryChange,
  isMarkedEntry,
  ruleForSurplus,
  wrongCount,
} from '../column-reasons.ts';
import { isNoHost } from '../host-shape.ts';
import { isPlainNumber, readLongLong } from '../number-prefix.ts';
import { reason, type Reason } from '../reason.ts';
import { verdictSheet, type VerdictSheet } from '../verdict-sheet.ts';

/** How much of a column there is room for, in bytes. A name that fills its room costs the cookie its path. */
const ROOM = { domain: 254, name: 256, value: 4100, expiry: 16 } as const;
const MAX_COOKIES = 51;
const MAX_IN_ALL = 501;

const NO_CHANGES: readonly Reason[] = [];
const SESSION = reason('session-not-loaded');
const EXPIRED = reason('expired');
const EXPIRY_NEGATIVE = reason('expiry-negative');
const EXPIRY_EMPTY = reason('expiry-empty');
const EXPIRY_UNREADABLE = reason('expiry-unreadable');
const TOO_MANY = reason('too-many-in-domain', { limit: MAX_COOKIES });
const TOO_MANY_IN_ALL = reason('too-many-in-all', { limit: MAX_IN_ALL });
const HOST_ONLY_LOST = reason('host-only-lost');
const NEVER_MATCHES = reason('domain-never-matches');
const VALUE_MISSING = reason('value-missing');
const RELATIVE_PATH = reason(
  'never-sent',
  { why: 'its path does not begin with a slash' },
  'path-not-absolute',
);

/** A cookie as lynx holds it. */
export interface LynxCookie extends StoredCookie {
  /** As it is written: a number could not hold the largest. */
  readonly expiryText: string;
}

/** A domain as it was first spelt, and its cookies: the longest path first, what is equally long as it came. */
interface Chain {
  readonly spelling: ByteString;
  readonly cookies: LynxCookie[];
}

/** IPv6 addresses are hosts with their brackets alone, and hosts lose their last full stop. */
function neverMatches(domain: ByteString): boolean {
  if (domain.startsWith('[')) return !/^\[[\da-f:.]+\]$/i.test(domain);
  return isNoHost(domain) || domain.includes(':') || domain.endsWith('.');
}

interface Loading {
  readonly sheet: VerdictSheet;
  readonly context: LoadContext;
  /** By domain in lower case. */
  readonly chains: Map<ByteString, Chain>;
  count: number;
}

/** Loads a file as lynx does, whose `COOKIE_FILE` it is. */
export function* loadCookies(
  file: CookieFile,
  context: LoadContext,
): Generator<Progress, LoadedJar<LynxCookie>> {
  const sheet = verdictSheet(file);
  const loading: Loading = { sheet, context, chains: new Map(), count: 0 };
  yield* readLines(file, {
    parse: (text, line) => addLine(loading, text, line),
    lose: (line, why) => sheet.drop(line, why),
  });
  const cookies = [...loading.chains.values()].flatMap(({ spelling, cookies: inChain }) =>
    inChain.map((cookie) => (cookie.domain === spelling ? cookie : { ...cookie, domain: spelling })),
  );
  return { ...context, outcomes: sheet.outcomes, reasons: sheet.reasons, cookies };
}

function addLine(loading: Loading, text: ByteString, line: number): void {
  const { sheet, context } = loading;
  if (text.charCodeAt(0) === 35) {
    return isMarkedEntry(text) ? sheet.drop(line, HTTP_ONLY_IS_COMMENT) : sheet.ignore(line, COMMENT);
  }
  const fields = (text.endsWith('\r') ? text.replace(/\r+$/, '') : text).split('\t');
  if (fields.length < 6)
    return /^\s*$/.test(text) ? sheet.ignore(line, BLANK) : sheet.drop(line, wrongCount(text));
  const [owner = '', , path = '', secure = '', expiry = '', name = '', value = ''] = fields;
  const hasDot = owner.charCodeAt(0) === 46;
  const spelling = (hasDot ? owner.slice(1) : owner).slice(0, ROOM.domain);
  const domain = lowerCaseAscii(spelling);
  // Scenario: a domain has its place from its first line on, whatever becomes of that, and its spelling.
  if (!loading.chains.has(domain)) loading.chains.set(domain, { spelling, cookies: [] });
  const expiryText = readLongLong(expiry.slice(0, ROOM.expiry));
  const cookie: LynxCookie = {
    line,
    name: name.slice(0, ROOM.name),
    value: value.slice(0, ROOM.value),
    domain,
    hostOnly: !hasDot,
    path: name.length < ROOM.name ? path : '',
    secureOnly: secure.charCodeAt(0) !== 70,
    httpOnly: false,
    expiryText,
    expiryTime: Number(expiryText),
  };
  const before = takeOut(loading, cookie);
  if (Number(expiryText) < context.now) {
    if (before !== undefined) sheet.drop(before.line, removed(line));
    return sheet.drop(line, expiredReason(expiry, Number(expiryText)));
  }
  if (before !== undefined) sheet.drop(before.line, reason('replaced', { line }, twinRule(before, cookie)));
  store(loading, cookie, changesOf(text, fields, cookie));
}

const removed = (line: number): Reason => reason('removed-by-expired', { line }, 'duplicate-identity');
const twinRule = (one: StoredCookie, other: StoredCookie): string =>
  one.hostOnly === other.hostOnly ? 'duplicate-identity' : 'domain-twins';

function expiredReason(field: ByteString, time: number): Reason {
  if (field === '') return EXPIRY_EMPTY;
  if (time !== 0) return time < 0 ? EXPIRY_NEGATIVE : EXPIRED;
  return /^\s*[-+]?0+$/.test(field) ? SESSION : EXPIRY_UNREADABLE;
}

/** The host's own cookie and the domain's are one. */
function takeOut(loading: Loading, { domain, path, name }: StoredCookie): StoredCookie | undefined {
  const chain = loading.chains.get(domain)?.cookies;
  const place = chain?.findIndex((cookie) => cookie.name === name && cookie.path === path) ?? -1;
  if (chain === undefined || place < 0) return undefined;
  loading.count--;
  return chain.splice(place, 1)[0];
}

function store(loading: Loading, cookie: LynxCookie, changes: readonly Reason[]): void {
  const { sheet, chains } = loading;
  const chain = chains.get(cookie.domain)?.cookies ?? [];
  if (chain.length >= MAX_COOKIES) return sheet.drop(cookie.line, TOO_MANY);
  if (loading.count >= MAX_IN_ALL) return sheet.drop(cookie.line, TOO_MANY_IN_ALL);
  const shorter = chain.findIndex(({ path }) => path.length < cookie.path.length);
  chain.splice(shorter < 0 ? chain.length : shorter, 0, cookie);
  loading.count++;
  if (changes.length === 0) sheet.keep(cookie.line);
  for (const why of changes) sheet.change(cookie.line, why);
}

function changesOf(text: ByteString, fields: readonly ByteString[], cookie: LynxCookie): readonly Reason[] {
  const [owner = '', flag = '', path = '', secure = '', expiry = '', name = '', value] = fields;
  const isOrdinary =
    flag === 'TRUE' &&
    !cookie.hostOnly &&
    (secure === 'TRUE' || secure === 'FALSE') &&
    isPlainNumber(expiry) &&
    fields.length === 7 &&
    path.charCodeAt(0) === 47 &&
    text.length < ROOM.domain &&
    !neverMatches(owner);
  if (isOrdinary) return NO_CHANGES;
  const isTrue = cookie.secureOnly ? 'TRUE' : 'FALSE';
  const to = cookie.hostOnly ? 'FALSE' : 'TRUE';
  const isWord = flag === 'TRUE' || flag === 'FALSE';
  const changes = [
    flag === to ? undefined : reason(isWord ? 'dot-over-flag' : 'flag-read-as', { to }),
    cookie.hostOnly ? HOST_ONLY_LOST : undefined,
    secure === 'TRUE' || secure === 'FALSE' ? undefined : reason('secure-read-as', { to: isTrue }),
    expiryChange(expiry, cookie.expiryText),
    value === undefined ? VALUE_MISSING : undefined,
    fields.length > 7 ? reason('fields-ignored', { fields: fields.length }, ruleForSurplus(text)) : undefined,
    path === '' || path.startsWith('/') ? undefined : RELATIVE_PATH,
    name.length >= ROOM.name || (value ?? '').length > ROOM.value
      ? reason('value-changed', {}, 'size-over-limit')
      : undefined,
    neverMatches(cookie.domain) ? NEVER_MATCHES : undefined,
  ];
  return changes.filter((why) => why !== undefined);
}
