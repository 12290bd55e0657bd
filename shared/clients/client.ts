import { bytesOf, type ByteString } from '../cookie/byte-string.ts';
import type { EpochSeconds } from '../cookie/cookie.ts';
import { LF } from '../table/byte-classes.ts';
import type { Progress } from '../table/progress.ts';
import type { Reason } from './reason.ts';
import type { RequestUrl } from './request-url.ts';

/**
 * The bytes of a file as they lie on disk, a byte order mark included, split behind each LF (which stays). Lines count
 * from 0. A file that is empty has no line; one that ends in LF has no empty line behind it.
 */
export interface CookieFile {
  readonly lineCount: number;
  line(index: number): ByteString;
  /** Where the lines lie, for models that look at them without making strings. It must hold what `line` gives. */
  readonly memory?: LineMemory;
}

/** Line `index` is `bytes[from(index), to(index))`. */
export interface LineMemory {
  readonly bytes: Uint8Array;
  from(index: number): number;
  /** Less than `from` where the line does not lie there as it will be written. */
  to(index: number): number;
  /** The line's domain is known to be neither a public suffix nor a single label, no address and not over-long. */
  isOwnDomain?(index: number): boolean;
}

/** A release of a program. */
export interface ClientVersion {
  /** As the program prints it: `8.21.0`. */
  readonly id: string;
  /** The day of the release, `2026-05-27`, where it is known. */
  readonly released?: string;
  /** This is what Debian 12 ships. */
  readonly debian12?: true;
  /** Its behaviour was recorded; of others it was read in the source, or lies between two that were. */
  readonly measured: boolean;
}

/** What the person who runs the program chose, or the machine it runs on; each model names those it knows. */
export interface ClientOptions {
  /** What the machine's locale takes text for (Python, gallery-dl); UTF-8 where it is not said. */
  readonly encoding?: 'utf-8' | 'iso-8859-1' | 'ascii';
  /** Python's `ignore_discard`: session cookies are loaded too. */
  readonly ignoreDiscard?: boolean;
  /** Python's `ignore_expires`: expired cookies are loaded too. */
  readonly ignoreExpires?: boolean;
  /** `--keep-session-cookies` of wget and wget2. */
  readonly keepSessionCookies?: boolean;
  /** curl's `--junk-session-cookies`. */
  readonly junkSessionCookies?: boolean;
}

export interface LoadContext {
  /** A `ClientVersion.id`, or any version between those (`isVersion`). */
  readonly version: string;
  readonly now: EpochSeconds;
  readonly options?: ClientOptions;
}

/**
 * What becomes of a line. `ignored`: comments and blank lines, from which nobody expects a cookie. `kept`: stored as
 * Crumbs reads it. `changed`: stored otherwise; the reasons say how. `dropped`: an entry (or what was meant for one)
 * that is not stored, or not any more.
 */
export const OUTCOMES = ['ignored', 'kept', 'changed', 'dropped'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Verdict {
  readonly outcome: Outcome;
  /** Why, the first reason first. None for `kept`, at least one for `changed` and `dropped`. */
  readonly reasons: readonly Reason[];
}

/** A cookie as a client holds it after loading. A family may add what it needs for sending and writing. */
export interface StoredCookie {
  /** The line it came from, from 0. */
  readonly line: number;
  readonly name: ByteString;
  readonly value: ByteString;
  /** As the client holds it, without the one dot that stands for "subdomains too"; in the case that it keeps. */
  readonly domain: ByteString;
  readonly hostOnly: boolean;
  readonly path: ByteString;
  readonly secureOnly: boolean;
  readonly httpOnly: boolean;
  /** Absent in a session cookie. */
  readonly expiryTime?: EpochSeconds;
}

/** Why the whole file is refused, or its reading ends in an error. Nothing is loaded then. */
export interface Refusal {
  /** The line at which the client stops, from 0, where it is one line's fault. */
  readonly line?: number;
  readonly reason: Reason;
}

/** What a client has of a file after loading it: data that can be kept as long as the file's version lives. */
export interface LoadedJar<Stored extends StoredCookie = StoredCookie> extends LoadContext {
  readonly refusal?: Refusal;
  /**
   * Of a refused file, by line, each reason for which it would be refused even if the others were mended. Only clients
   * that can be known to look at every line tell; which lines have bytes that are no text is never told.
   */
  readonly stops?: ReadonlyMap<number, Reason>;
  /** By line, an index into `OUTCOMES`. */
  readonly outcomes: Uint8Array;
  /** By line; lines without a reason are missing. Equal reasons may be one array. */
  readonly reasons: ReadonlyMap<number, readonly Reason[]>;
  /**
   * In the order in which the client holds them. A model may make them from the file's lines when they are first asked
   * for, so that verdicts alone cost less; the lines must stay what they were.
   */
  readonly cookies: readonly Stored[];
  /** Makes the cookies in slices, where they are made when they are asked for. */
  readCookies?(): Generator<Progress, void>;
}

/** A request that a client is about to send. */
export interface ClientRequest {
  readonly url: RequestUrl;
  /** `GET` where it is not said. */
  readonly method?: string;
  /** Whether the request comes from the same site; only browsers look at it. */
  readonly initiator?: 'same-site' | 'cross-site';
  readonly now: EpochSeconds;
}

/** A cookie that does not go along, and the first reason for it. */
export interface LeftOut {
  /** Index into the jar's cookies. */
  readonly cookie: number;
  readonly reason: Reason;
}

export interface SentHeader {
  /** The text behind `Cookie: `; absent when no such header is sent. */
  readonly header?: ByteString;
  /** Indices into the jar's cookies, in the order of the header. */
  readonly sent: readonly number[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * A program that loads cookie files: one family, all its releases. It decides everything from its arguments, throws on
 * no bytes and no version. (Browsers are not clients in this sense: they load no such file.)
 */
export interface Client<Stored extends StoredCookie = StoredCookie> {
  /** Equal to the file's name, and what people type: `curl`, `wget`, `python`. */
  readonly id: string;
  /** As people call it: `curl`, `Python http.cookiejar`. */
  readonly title: string;
  /** Models that share their loader have one family. */
  readonly family: 'curl' | 'wget' | 'wget2' | 'python' | 'gallery-dl' | 'perl' | 'aria2' | 'lynx';
  /** Oldest first; the last one is what is meant where no version is said. */
  readonly versions: readonly ClientVersion[];
  /** The options that the model knows. */
  readonly options?: readonly (keyof ClientOptions)[];
  /** What is not modelled, one sentence each. */
  readonly limits: readonly string[];
  load(file: CookieFile, context: LoadContext): LoadedJar<Stored>;
  /** The same with pauses, for files of many lines. */
  loadInSlices(file: CookieFile, context: LoadContext): Generator<Progress, LoadedJar<Stored>>;
  send(jar: LoadedJar<Stored>, request: ClientRequest): SentHeader;
  /**
   * The cookie lines (no comments, no line ends) that the client writes when it saves the jar at once, in its order:
   * lost marks, rewritten paths, added dots and all.
   */
  write(jar: LoadedJar<Stored>): readonly ByteString[];
}

/** What became of one line. A line that the client never read is `ignored`. */
export function verdictOf(jar: LoadedJar, line: number): Verdict {
  return {
    outcome: OUTCOMES[jar.outcomes[line] ?? 0] ?? 'ignored',
    reasons: jar.reasons.get(line) ?? [],
  };
}

/** A file from its bytes as one byte string. For large files hosts implement `CookieFile` over their own memory. */
export function cookieFileOf(text: ByteString): CookieFile {
  const bytes = bytesOf(text);
  const starts = [0];
  for (let at = bytes.indexOf(LF) + 1; at > 0; at = bytes.indexOf(LF, at) + 1) starts.push(at);
  if (starts.at(-1) !== bytes.length) starts.push(bytes.length);
  const from = (index: number): number => starts[index] ?? 0;
  const to = (index: number): number => starts[index + 1] ?? -1;
  return {
    lineCount: starts.length - 1,
    line: (index) => text.slice(from(index), Math.max(0, to(index))),
    memory: { bytes, from, to },
  };
}
