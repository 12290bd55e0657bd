import { byteString, bytesOf, type ByteString } from '../../cookie/byte-string.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieFile, LoadContext, LoadedJar, StoredCookie } from '../client.ts';
import { HTTP_ONLY_IS_COMMENT } from '../column-reasons.ts';
import { identities, isSpelt, mixBytes, START, type Identities } from '../identities.ts';
import { plainFields, scanPlainLine, type PlainFields } from '../plain-line.ts';
import { reason, type Reason } from '../reason.ts';
import { refuseAll, verdictSheet, type VerdictSheet } from '../verdict-sheet.ts';
import { hasUsualSpelling } from './glance.ts';
import { OVERFLOWN, readAria2Line, type LineResult } from './read-line.ts';
import { readLines } from './read-lines.ts';

const MAX_COOKIES = 50;
const MAX_DOMAINS = 2000;
const EVICTED_DOMAINS = 200;

const EXPIRED = reason('expired');
const EXPIRY_NEGATIVE = reason('expiry-negative');
const EXPIRY_TOO_LARGE = reason('expiry-too-large');
const IS_DATABASE = reason('is-database');
const TOO_MANY = reason('too-many-in-domain', { limit: MAX_COOKIES });
const TOO_MANY_DOMAINS = reason('too-many-domains', { limit: MAX_DOMAINS });

/** What is gathered while a file is read. A cookie is known by its line, a domain by the line that it was first met in. */
interface Loading {
  readonly file: CookieFile;
  readonly sheet: VerdictSheet;
  readonly now: EpochSeconds;
  readonly fields: PlainFields;
  /** By domain, the lines of its cookies: a newer one in the place of the older that it replaces. */
  readonly chains: Map<number, number[]>;
  readonly domains: Identities;
  /** By the line that a domain was first met in. */
  readonly domainNames: Map<number, ByteString>;
  /** By domain, path and name an index into `latest`: the flag makes no difference. */
  readonly cookies: Identities;
  /** The line of the last cookie of an identity; it may be gone. */
  readonly latest: number[];
  /** By line, whether its cookie is held. */
  readonly isHeld: Uint8Array;
  /** The cookies of lines that are not ordinary; those of the others are made when they are asked for. */
  readonly unusual: Map<number, StoredCookie>;
}

/** The cookie that a line gives: its place among domains, and among cookies. */
interface Place {
  readonly line: number;
  readonly domainHash: number;
  readonly hash: number;
}

/** Loads a file as aria2 does with `--load-cookies`. The cookies are read from the file when they are first asked for. */
export function* loadCookies(file: CookieFile, context: LoadContext): Generator<Progress, LoadedJar> {
  const sheet = verdictSheet(file);
  const jar = { ...context, outcomes: sheet.outcomes, reasons: sheet.reasons };
  if (file.lineCount > 0 && file.line(0).startsWith('SQLite format 3\0')) {
    yield* refuseAll(sheet, file);
    return { ...jar, refusal: { line: 0, reason: IS_DATABASE }, cookies: [] };
  }
  const loading: Loading = {
    file,
    sheet,
    now: context.now,
    fields: plainFields(),
    chains: new Map(),
    domains: identities(),
    domainNames: new Map(),
    cookies: identities(),
    latest: [],
    isHeld: new Uint8Array(file.lineCount),
    unusual: new Map(),
  };
  yield* readLines(file, {
    parsePlain: (line) => addPlainLine(loading, line),
    parse: (text, line) => addResult(loading, readAria2Line(text, line), line),
    lose: (line, why) => sheet.drop(line, why),
  });
  let made: readonly StoredCookie[] | undefined;
  return {
    ...jar,
    get cookies() {
      made ??= [...loading.chains.values()].flat().map((line) => cookieOf(loading, line));
      return made;
    },
  };
}

/** Whether the line was an ordinary one. */
function addPlainLine(loading: Loading, line: number): boolean {
  const { file, fields, sheet, now } = loading;
  const { memory } = file;
  if (memory === undefined || !scanPlainLine(memory, line, fields)) return false;
  const { httpOnly, expiryTime } = fields;
  if (httpOnly) {
    sheet.drop(line, HTTP_ONLY_IS_COMMENT);
    return true;
  }
  const { bytes } = memory;
  if (!hasUsualSpelling(fields, bytes)) return false;
  const domainHash = mixBytes(START, bytes, fields.domainFrom, fields.domainTo, false);
  const withPath = mixBytes(domainHash, bytes, fields.pathFrom, fields.pathTo, false);
  const place = { line, domainHash, hash: mixBytes(withPath, bytes, fields.nameFrom, fields.nameTo, false) };
  if (expiryTime === 0 || expiryTime >= now) {
    sheet.keep(line);
    store(loading, place);
  } else removeExpired(loading, place, EXPIRED);
  return true;
}

function addResult(loading: Loading, result: LineResult, line: number): void {
  const { sheet, now, unusual } = loading;
  if ('ignored' in result) return sheet.ignore(line, result.ignored);
  if ('dropped' in result) return sheet.drop(line, result.dropped);
  const { cookie, changes } = result;
  const domainHash = mixText(START, cookie.domain);
  const place = { line, domainHash, hash: mixText(mixText(domainHash, cookie.path), cookie.name) };
  unusual.set(line, cookie);
  if (cookie.expiryTime !== undefined && cookie.expiryTime < now) {
    return removeExpired(loading, place, expiredReason(cookie.expiryTime));
  }
  if (changes.length === 0) sheet.keep(line);
  for (const why of changes) sheet.change(line, why);
  store(loading, place);
}

function mixText(hash: number, text: ByteString): number {
  return mixBytes(hash, bytesOf(text), 0, text.length, false);
}

function expiredReason(time: EpochSeconds): Reason {
  if (time === OVERFLOWN) return EXPIRY_TOO_LARGE;
  return time < 0 ? EXPIRY_NEGATIVE : EXPIRED;
}

/** An expired cookie takes the live one before it along. */
function removeExpired(loading: Loading, { line, domainHash, hash }: Place, why: Reason): void {
  const { sheet, chains, isHeld } = loading;
  sheet.drop(line, why);
  const before = heldLine(loading, line, hash);
  if (before === undefined) return;
  const chain = chains.get(domainOf(loading, line, domainHash));
  chain?.splice(chain.indexOf(before), 1);
  isHeld[before] = 0;
  sheet.drop(before, reason('removed-by-expired', { line }, 'duplicate-identity'));
}

function store(loading: Loading, { line, domainHash, hash }: Place): void {
  const { chains, sheet, isHeld } = loading;
  const domain = domainOf(loading, line, domainHash);
  let chain = chains.get(domain);
  if (chain === undefined) {
    if (chains.size >= MAX_DOMAINS) evictOldest(loading);
    chain = [];
    chains.set(domain, chain);
  }
  const before = heldLine(loading, line, hash);
  isHeld[line] = 1;
  if (before !== undefined) {
    isHeld[before] = 0;
    chain[chain.indexOf(before)] = line;
    const twin = cookieOf(loading, before).hostOnly !== cookieOf(loading, line).hostOnly;
    sheet.drop(before, reason('replaced', { line }, twin ? 'domain-twins' : 'duplicate-identity'));
  } else if (chain.length >= MAX_COOKIES) {
    // All were loaded within one second, so the first is as good as any to make room.
    const first = chain[0] ?? 0;
    chain[0] = line;
    isHeld[first] = 0;
    sheet.drop(first, TOO_MANY);
  } else chain.push(line);
}

/** The number of the domain of the line that is being added. */
function domainOf(
  { file, domains, domainNames, unusual, fields }: Loading,
  line: number,
  hash: number,
): number {
  const { domainFrom, domainTo } = fields;
  const bytes = file.memory?.bytes;
  const text = unusual.get(line)?.domain;
  const known = domains.findOrAdd(hash, line, (other) => {
    const name = domainNames.get(other) ?? '';
    if (text !== undefined || bytes === undefined) return name === text;
    return isSpelt(name, bytes, domainFrom, domainTo);
  });
  if (known !== undefined) return known;
  domainNames.set(line, text ?? (bytes === undefined ? '' : byteString(bytes, domainFrom, domainTo)));
  return line;
}

/** The line whose cookie this one takes the place of; from now on this one is the last of its kind. */
function heldLine(loading: Loading, line: number, hash: number): number | undefined {
  const { cookies, latest, isHeld } = loading;
  const known = cookies.findOrAdd(hash, latest.length, (other) =>
    isSameIdentity(cookieOf(loading, latest[other] ?? 0), cookieOf(loading, line)),
  );
  if (known === undefined) {
    latest.push(line);
    return undefined;
  }
  const before = latest[known] ?? 0;
  latest[known] = line;
  return isHeld[before] === 1 ? before : undefined;
}

function isSameIdentity(one: StoredCookie, other: StoredCookie): boolean {
  return one.name === other.name && one.path === other.path && one.domain === other.domain;
}

function evictOldest({ chains, sheet, isHeld }: Loading): void {
  let left = EVICTED_DOMAINS;
  for (const [domain, chain] of chains) {
    if (left-- === 0) return;
    for (const line of chain) {
      isHeld[line] = 0;
      sheet.drop(line, TOO_MANY_DOMAINS);
    }
    chains.delete(domain);
  }
}

function cookieOf({ file, unusual }: Loading, line: number): StoredCookie {
  const known = unusual.get(line);
  if (known !== undefined) return known;
  const result = readAria2Line(file.line(line).replace(/\n$/, ''), line);
  if (!('cookie' in result)) throw new Error('the file has changed since it was loaded');
  return result.cookie;
}
