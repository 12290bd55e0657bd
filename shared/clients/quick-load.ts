import { bytesOf, type ByteString } from '../cookie/byte-string.ts';
import { finish, type Progress } from '../table/progress.ts';
import {
  OUTCOMES,
  type CookieFile,
  type LoadContext,
  type LoadedJar,
  type Refusal,
  type StoredCookie,
} from './client.ts';
import { identities, mixBytes, START } from './identities.ts';
import { lineByLine } from './line-by-line.ts';
import { plainFields, scanPlainLine, type PlainFields } from './plain-line.ts';
import type { Reason } from './reason.ts';
import { FILE_REFUSED } from './verdict-sheet.ts';

/*
 * Verdicts without cookies. Most lines of a large file are ordinary and concern no other line: for these a model says at
 * a glance what it makes of them. It loads only the rest, as a small file of its own, and the whole file when somebody
 * asks for its cookies. A test compares both ways, line by line.
 */

/** What a model makes of an ordinary line that shares name and domain with no other. */
export interface PlainVerdict {
  readonly outcome: 'kept' | 'changed' | 'dropped';
  readonly reasons: readonly Reason[];
}

/** A jar, and where its program stops reading without giving up what it has. */
export type StoppableJar<Stored extends StoredCookie> = LoadedJar<Stored> & { readonly stopped?: Stop };

interface Stop {
  /** Entries from this line of the whole file on are not read, */
  readonly unreadFrom: number;
  /** for this reason. */
  readonly behind: Reason;
}

export interface QuickModel<Stored extends StoredCookie> {
  /**
   * Of an ordinary line; nothing where the model must look at it itself. Each verdict is one object that is given again
   * and again.
   */
  verdict(fields: Readonly<PlainFields>, bytes: Uint8Array, line: number): PlainVerdict | undefined;
  /** Lines of a refused file that would have been dropped anyway keep their own reasons; otherwise the refusal is theirs. */
  readonly readsPastRefusal?: boolean;
  load(file: CookieFile, context: LoadContext): Generator<Progress, StoppableJar<Stored>>;
}

/** Lines of a file, as a small file of its own. */
export interface FilePart extends CookieFile {
  readonly whole: CookieFile;
  /** By line of the part, the line of the whole file. */
  readonly lines: readonly number[];
}

/** The line of the whole file that a line of a file or of a part of it is. */
export function wholeLine(file: CookieFile | FilePart, line: number): number {
  return 'lines' in file ? (file.lines[line] ?? 0) : line;
}

/** It is stored as it is written. */
export const KEPT: PlainVerdict = { outcome: 'kept', reasons: [] };

export function droppedFor(why: Reason): PlainVerdict {
  return { outcome: 'dropped', reasons: [why] };
}

export function changedFor(why: Reason): PlainVerdict {
  return { outcome: 'changed', reasons: [why] };
}

/** Files of fewer lines are loaded at once. */
const FEW = 1000;
/** Codes of lines at which the model must look itself: they are odd; */
const ODD = 0;
/** the model says nothing of them at a glance; */
const UNCLEAR = 255;
/** or they share name and domain with another one. */
const SHARED = 254;
const DROPPED = OUTCOMES.indexOf('dropped');
const NO_REASONS: readonly Reason[] = [];

/** Loads a file through its ordinary lines first. Its cookies are read when they are first asked for. */
export function* quickLoad<Stored extends StoredCookie>(
  file: CookieFile,
  context: LoadContext,
  model: QuickModel<Stored>,
): Generator<Progress, LoadedJar<Stored>> {
  if (file.memory === undefined || file.lineCount < FEW) return yield* model.load(file, context);
  const glance = yield* glanceAt(file, model);
  const lines = yield* linesToLoad(file, glance);
  const part: FilePart = {
    whole: file,
    lines,
    lineCount: lines.length,
    line: (at) => file.line(lines[at] ?? 0),
  };
  const jar = yield* model.load(part, context);
  const verdicts = yield* together(glance, lines, jar, model.readsPastRefusal === true);
  if (jar.refusal !== undefined) {
    const stops = jar.stops && new Map(Array.from(jar.stops, ([at, why]) => [lines[at] ?? 0, why]));
    const refusal = ofWhole(jar.refusal, lines);
    return { ...context, ...verdicts, refusal, ...(stops && { stops }), cookies: [] };
  }
  let whole: LoadedJar<Stored> | undefined;
  return {
    ...context,
    ...verdicts,
    *readCookies() {
      whole ??= yield* model.load(file, context);
    },
    get cookies() {
      whole ??= finish(model.load(file, context));
      return whole.cookies;
    },
  };
}

/** What was seen of each line. */
interface Glance {
  /** By line: `ODD`, `UNCLEAR`, `SHARED`, or one more than the place of the verdict. */
  readonly codes: Uint8Array;
  readonly verdicts: readonly PlainVerdict[];
  /** The first line of this name and domain. */
  lineOf(hash: number): number | undefined;
}

function* glanceAt<Stored extends StoredCookie>(
  { memory, lineCount }: CookieFile,
  model: QuickModel<Stored>,
): Generator<Progress, Glance> {
  const codes = new Uint8Array(lineCount);
  const verdicts: PlainVerdict[] = [];
  const table = identities();
  const fields = plainFields();
  const isSame = (): boolean => true;
  yield* lineByLine(lineCount, (line) => {
    if (memory === undefined || !scanPlainLine(memory, line, fields)) return;
    const verdict = model.verdict(fields, memory.bytes, line);
    const other = table.findOrAdd(hashOfFields(memory.bytes, fields), line, isSame);
    if (other !== undefined && codes[other] !== UNCLEAR) codes[other] = SHARED;
    if (verdict === undefined) codes[line] = UNCLEAR;
    else if (other === undefined) {
      const place = verdicts.indexOf(verdict);
      codes[line] = place < 0 ? verdicts.push(verdict) : place + 1;
    } else codes[line] = SHARED;
  });
  return { codes, verdicts, lineOf: (hash) => table.find(hash) };
}

function hashOfFields(bytes: Uint8Array, { domainFrom, domainTo, nameFrom, nameTo }: PlainFields): number {
  return pair(
    mixBytes(START, bytes, domainFrom, domainTo, true),
    mixBytes(START, bytes, nameFrom, nameTo, true),
  );
}

function pair(domain: number, name: number): number {
  return Math.imul(domain, 31) ^ name;
}

/** The lines that want a look, those that they may concern, and the ordinary ones beside them, in their order. */
function* linesToLoad(file: CookieFile, { codes, lineOf }: Glance): Generator<Progress, readonly number[]> {
  const isChosen = new Uint8Array(codes.length);
  // Some programs judge the file by its first line.
  isChosen[0] = 1;
  let before = -1;
  yield* lineByLine(codes.length, (line) => {
    const code = codes[line] ?? ODD;
    const last = before;
    if (code !== ODD) before = line;
    if (code !== ODD && code < SHARED) return;
    isChosen[line] = 1;
    if (code === SHARED) return;
    // Some programs join lines, or spoil the one before.
    if (last >= 0) isChosen[last] = 1;
    if (line + 1 < codes.length) isChosen[line + 1] = 1;
    if (code === UNCLEAR) return;
    for (const hash of hashesIn(file.line(line))) {
      const other = lineOf(hash);
      if (other !== undefined) isChosen[other] = 1;
    }
  });
  const chosen: number[] = [];
  for (let line = 0; line < codes.length; line++) {
    if (isChosen[line] === 0) continue;
    codes[line] = ODD;
    chosen.push(line);
  }
  return chosen;
}

/** The hash of every name and domain that the line might hold, whichever columns a program takes for them. */
function hashesIn(text: ByteString): readonly number[] {
  if (!text.includes('\t') && !/^set-cookie:/i.test(text)) return [];
  const tokens = [...new Set(text.split(/[\t\r\n\0;=]+/).flatMap((token) => [token, token.trim()]))];
  const names = tokens.map(hashOfText);
  const hashes: number[] = [];
  for (const token of tokens) {
    const domain = token
      .trim()
      .replace(/^(?:#HttpOnly_)*\.*/i, '')
      .replace(/:.*$/s, '');
    if (!/^[-.\w]+$/.test(domain)) continue;
    const owner = hashOfText(domain);
    for (const name of names) hashes.push(pair(owner, name));
  }
  return hashes;
}

function hashOfText(text: ByteString): number {
  return mixBytes(START, bytesOf(text), 0, text.length, true);
}

function* together(
  { codes, verdicts }: Glance,
  chosen: readonly number[],
  { outcomes: ofPart, reasons: whys, refusal, stopped }: StoppableJar<StoredCookie>,
  readsPastRefusal: boolean,
): Generator<Progress, Pick<LoadedJar, 'outcomes' | 'reasons'>> {
  const outcomes = new Uint8Array(codes.length);
  const reasons = new Map<number, readonly Reason[]>();
  const told = [
    { outcome: 'ignored', reasons: NO_REASONS } as const,
    ...verdicts.map((verdict) => {
      const isRefused = refusal !== undefined && !(readsPastRefusal && verdict.outcome === 'dropped');
      return isRefused ? { outcome: 'dropped' as const, reasons: FILE_REFUSED } : verdict;
    }),
  ].map(({ outcome, reasons: own }) => ({ code: OUTCOMES.indexOf(outcome), reasons: own }));
  const unreadFrom = stopped?.unreadFrom ?? codes.length;
  const behind = stopped === undefined ? NO_REASONS : withLinesOf([stopped.behind], chosen);
  yield* lineByLine(codes.length, (line) => {
    const code = codes[line] ?? ODD;
    if (code === ODD) return;
    const isRead = line < unreadFrom;
    const why = isRead ? (told[code]?.reasons ?? NO_REASONS) : behind;
    outcomes[line] = isRead ? (told[code]?.code ?? 0) : DROPPED;
    if (why.length > 0) reasons.set(line, why);
  });
  yield* lineByLine(chosen.length, (at) => {
    const line = chosen[at] ?? 0;
    outcomes[line] = ofPart[at] ?? 0;
    const why = whys.get(at);
    if (why !== undefined) reasons.set(line, withLinesOf(why, chosen));
  });
  return { outcomes, reasons };
}

/** Reasons name lines of the small file; they are lines of the whole one. */
function withLinesOf(reasons: readonly Reason[], chosen: readonly number[]): readonly Reason[] {
  if (reasons.every(({ data }) => data['line'] === undefined)) return reasons;
  return reasons.map((why) => {
    const { line } = why.data;
    return line === undefined ? why : { ...why, data: { ...why.data, line: chosen[Number(line)] ?? 0 } };
  });
}

function ofWhole({ line, reason: why }: Refusal, chosen: readonly number[]): Refusal {
  const [whole = why] = withLinesOf([why], chosen);
  return { ...(line !== undefined && { line: chosen[line] ?? 0 }), reason: whole };
}
