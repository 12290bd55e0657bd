import type { ByteString } from '../../cookie/byte-string.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieFile, LoadContext, LoadedJar, Refusal } from '../client.ts';
import { lineByLine } from '../line-by-line.ts';
import { reason, type Reason } from '../reason.ts';
import { refuseAll, verdictSheet, type VerdictSheet } from '../verdict-sheet.ts';
import { charsetOf, findUndecodable } from './charset.ts';
import { pythonJar, type PythonCookie, type PythonJar } from './jar.ts';
import { textsOf, type TextLine } from './lines.ts';
import { readMozillaLine, type EntryReading, type EntryResult } from './read-entry.ts';

const MAGIC = /^#(?: Netscape)? HTTP Cookie File/;
const NO_MAGIC = reason('no-magic-header');
const SESSION = reason('session-not-loaded');
const EXPIRED = reason('expired');
export const HTTP_ONLY_LOST = reason('http-only-lost');

/** What comes before Python's own loader: yt-dlp looks at each line first. */
export type Sieve = (text: ByteString, reading: EntryReading) => Sieved;

export type Sieved =
  | { readonly text: ByteString; readonly lostMark: boolean }
  | { readonly skipped: Reason }
  /** The file is given up for this reason. */
  | { readonly refused: Reason };

/** How a program uses `MozillaCookieJar`. */
export interface MozillaLoading {
  readonly readsMark: boolean;
  readonly zeroIsSession: boolean;
  readonly keepsSession: boolean;
  readonly keepsExpired: boolean;
  readonly sieve?: Sieve;
  /** What is lost of a cookie that Python itself keeps. */
  loss?(cookie: PythonCookie): Reason | undefined;
}

interface Loading extends MozillaLoading {
  readonly file: CookieFile;
  readonly context: LoadContext;
  readonly reading: EntryReading;
  readonly sheet: VerdictSheet;
  readonly jar: PythonJar;
  readonly stops: Map<number, Reason>;
  refusal: Refusal | undefined;
  hasMagic: boolean;
}

/** Loads a file with `MozillaCookieJar`. Lines behind one that has it refused are judged as well. */
export function* loadMozilla(
  file: CookieFile,
  context: LoadContext,
  how: MozillaLoading,
): Generator<Progress, LoadedJar<PythonCookie>> {
  const charset = charsetOf(context.options);
  const { readsMark, zeroIsSession, sieve } = how;
  const loading: Loading = {
    ...how,
    file,
    context,
    reading: { charset, readsMark, session: zeroIsSession ? 'zero' : 'empty', checksFlag: true },
    sheet: verdictSheet(file),
    jar: pythonJar(),
    stops: new Map(),
    refusal: undefined,
    hasMagic: false,
  };
  const { sheet } = loading;
  const bad = yield* findUndecodable(file, charset);
  // yt-dlp reads all before Python's loader sees a line.
  const readUntil = bad === undefined || sieve !== undefined ? 0 : bad.readUntil;
  yield* lineByLine(file.lineCount, (line) => {
    for (const source of textsOf(file, line)) addText(loading, source);
  });
  if (!loading.hasMagic && loading.refusal?.reason.code !== 'is-json') {
    loading.refusal = { line: 0, reason: NO_MAGIC };
  }
  if (bad !== undefined && (loading.refusal?.line ?? Infinity) >= readUntil) {
    const why = undecodable(charset.encoding);
    sheet.drop(bad.line, why);
    loading.refusal = { line: bad.line, reason: why };
  }
  const { refusal } = loading;
  const verdicts = { ...context, outcomes: sheet.outcomes, reasons: sheet.reasons };
  if (refusal === undefined) return { ...verdicts, cookies: settle(loading) };
  yield* refuseAll(sheet, file);
  return { ...verdicts, refusal, stops: loading.stops, cookies: [] };
}

/** Why bytes cannot be read as text. */
export function undecodable(encoding: string): Reason {
  return encoding === 'utf-8' ? reason('not-utf-8') : reason('not-in-encoding', { encoding });
}

function addText(loading: Loading, source: TextLine): void {
  const { sieve, sheet, reading } = loading;
  const sieved = sieve?.(source.text, reading);
  if (sieved === undefined) return addLine(loading, source, false);
  if ('text' in sieved) return addLine(loading, { ...source, text: sieved.text }, sieved.lostMark);
  if ('skipped' in sieved) return settlePiece(sheet, source, { dropped: sieved.skipped });
  sheet.drop(source.line, sieved.refused);
  if (!loading.stops.has(source.line)) loading.stops.set(source.line, sieved.refused);
  if (loading.refusal?.reason.code !== 'is-json') {
    loading.refusal = { line: source.line, reason: sieved.refused };
  }
}

function addLine(loading: Loading, source: TextLine, lostMark: boolean): void {
  const { reading, sheet } = loading;
  if (!loading.hasMagic && loading.refusal === undefined) {
    if (MAGIC.test(source.text)) {
      loading.hasMagic = true;
      return settlePiece(sheet, source, { ignored: reason('comment') });
    }
    loading.refusal = { line: source.line, reason: NO_MAGIC };
  }
  const result = readMozillaLine(source, reading);
  if ('fails' in result) {
    sheet.drop(source.line, result.fails);
    if (!loading.stops.has(source.line)) loading.stops.set(source.line, result.fails);
    loading.refusal ??= { line: source.line, reason: result.fails };
    return;
  }
  if (!('cookie' in result)) return settlePiece(sheet, source, result);
  const { cookie } = result;
  const why = reasonAgainst(loading, cookie);
  if (why !== undefined) return settlePiece(sheet, source, { dropped: why });
  const replaced = loading.jar.store(cookie);
  if (replaced !== undefined && replaced.line !== source.line) {
    sheet.drop(replaced.line, reason('replaced', { line: source.line }, 'duplicate-identity'));
  }
  const loss = lostMark ? HTTP_ONLY_LOST : loading.loss?.(cookie);
  keep(sheet, source.line, loss === undefined ? result.changes : [...result.changes, loss]);
}

function keep(sheet: VerdictSheet, line: number, changes: readonly Reason[]): void {
  if (changes.length === 0) sheet.keep(line);
  for (const why of changes) sheet.change(line, why);
}

function reasonAgainst(loading: Loading, { discard, expiryTime }: PythonCookie): Reason | undefined {
  if (discard) return loading.keepsSession ? undefined : SESSION;
  if (loading.keepsExpired || expiryTime === undefined || expiryTime > loading.context.now) return undefined;
  return expiryTime === 0 ? SESSION : EXPIRED;
}

/** A line that gives no cookie. Where other pieces of the same line did or will, those have the say. */
function settlePiece(sheet: VerdictSheet, { line, text, isPiece }: TextLine, result: EntryResult): void {
  const isSettled = sheet.reasons.has(line) || (sheet.outcomes[line] ?? 0) > 0;
  if (isSettled && (isPiece || text.trim() === '')) return;
  if ('dropped' in result) sheet.drop(line, result.dropped);
  else if ('ignored' in result) sheet.ignore(line, result.ignored);
}

/** The cookies; and a line of several pieces counts as kept as long as one of its cookies is. */
function settle({ jar, sheet, file }: Loading): readonly PythonCookie[] {
  const cookies = jar.all();
  for (const { line } of cookies) {
    if ((sheet.outcomes[line] ?? 0) === 3 && file.line(line).includes('\r')) {
      sheet.change(line, reason('carriage-return'));
    }
  }
  return cookies;
}
