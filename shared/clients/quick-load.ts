import { bytesOf, type ByteString } from '../cookie/byte-string.ts';
import { OUTCOMES, type CookieFile, type LoadContext, type LoadedJar, type StoredCookie } from './client.ts';
import { identities, mixBytes, START } from './identities.ts';
import { plainFields, scanPlainLine, type PlainFields } from './plain-line.ts';
import type { Reason } from './reason.ts';

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

export interface QuickModel<Stored extends StoredCookie> {
  /**
   * Of an ordinary line; nothing where the model must look at it itself. Each verdict is one object that is given again
   * and again.
   */
  verdict(fields: Readonly<PlainFields>, bytes: Uint8Array): PlainVerdict | undefined;
  /** Whether all lines together may reach a limit, when so many others than ordinary ones are among them. */
  mustLoad?(others: number): boolean;
  load(file: CookieFile, context: LoadContext): LoadedJar<Stored>;
}

/** It is stored as it is written. */
export const KEPT: PlainVerdict = { outcome: 'kept', reasons: [] };

export function droppedFor(reason: Reason): PlainVerdict {
  return { outcome: 'dropped', reasons: [reason] };
}

export function changedFor(reason: Reason): PlainVerdict {
  return { outcome: 'changed', reasons: [reason] };
}

/** Files of fewer lines are loaded at once. */
const FEW = 1000;
/** Codes of lines at which the model must look itself: they are odd; */
const ODD = 0;
/** the model says nothing of them at a glance; */
const UNCLEAR = 255;
/** or they share name and domain with another one. */
const SHARED = 254;
const NO_REASONS: readonly Reason[] = [];

/** Loads a file through its ordinary lines first. */
export function quickLoad<Stored extends StoredCookie>(
  file: CookieFile,
  context: LoadContext,
  model: QuickModel<Stored>,
  few = FEW,
): LoadedJar<Stored> {
  if (file.memory === undefined || file.lineCount < few) return model.load(file, context);
  const glance = glanceAt(file, model);
  if (model.mustLoad?.(countOf(glance.codes, ODD)) === true) return model.load(file, context);
  const chosen = linesToLoad(file, glance);
  const jar = model.load({ lineCount: chosen.length, line: (at) => file.line(chosen[at] ?? 0) }, context);
  if (jar.refusal !== undefined) return model.load(file, context);
  const { outcomes, reasons } = together(glance, chosen, jar);
  let whole: LoadedJar<Stored> | undefined;
  return {
    ...context,
    outcomes,
    reasons,
    get cookies() {
      whole ??= model.load(file, context);
      return whole.cookies;
    },
  };
}

function countOf(codes: Uint8Array, wanted: number): number {
  let count = 0;
  for (const code of codes) if (code === wanted) count++;
  return count;
}

/** What was seen of each line. */
interface Glance {
  /** By line: `ODD`, `UNCLEAR`, `SHARED`, or one more than the place of the verdict. */
  readonly codes: Uint8Array;
  readonly verdicts: readonly PlainVerdict[];
  /** The first line of this name and domain. */
  lineOf(hash: number): number | undefined;
}

function glanceAt<Stored extends StoredCookie>(file: CookieFile, model: QuickModel<Stored>): Glance {
  const { memory, lineCount } = file;
  const codes = new Uint8Array(lineCount);
  const verdicts: PlainVerdict[] = [];
  const table = identities();
  const fields = plainFields();
  const isSame = (): boolean => true;
  for (let line = 0; memory !== undefined && line < lineCount; line++) {
    if (!scanPlainLine(memory, line, fields)) continue;
    const verdict = model.verdict(fields, memory.bytes);
    const other = table.findOrAdd(hashOfFields(memory.bytes, fields), line, isSame);
    if (other !== undefined && codes[other] !== UNCLEAR) codes[other] = SHARED;
    if (verdict === undefined || other !== undefined) {
      codes[line] = verdict === undefined ? UNCLEAR : SHARED;
      continue;
    }
    let place = verdicts.indexOf(verdict);
    if (place < 0) place = verdicts.push(verdict) - 1;
    codes[line] = place + 1;
  }
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
function linesToLoad(file: CookieFile, { codes, lineOf }: Glance): readonly number[] {
  const isChosen = new Uint8Array(codes.length);
  // Some programs judge the file by its first line.
  isChosen[0] = 1;
  let before = -1;
  for (const [line, code] of codes.entries()) {
    const last = before;
    if (code !== ODD) before = line;
    if (code !== ODD && code < SHARED) continue;
    isChosen[line] = 1;
    if (code === SHARED) continue;
    // Some programs join lines, or spoil the one before.
    if (last >= 0) isChosen[last] = 1;
    if (line + 1 < codes.length) isChosen[line + 1] = 1;
    if (code === UNCLEAR) continue;
    for (const hash of hashesIn(file.line(line))) {
      const other = lineOf(hash);
      if (other !== undefined) isChosen[other] = 1;
    }
  }
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

function together(
  { codes, verdicts }: Glance,
  chosen: readonly number[],
  jar: LoadedJar,
): Pick<LoadedJar, 'outcomes' | 'reasons'> {
  const outcomes = new Uint8Array(codes.length);
  const reasons = new Map<number, readonly Reason[]>();
  const outcomeOf = [0, ...verdicts.map(({ outcome }) => OUTCOMES.indexOf(outcome))];
  const reasonsOf = [NO_REASONS, ...verdicts.map((verdict) => verdict.reasons)];
  for (let line = 0; line < codes.length; line++) {
    const code = codes[line] ?? ODD;
    outcomes[line] = outcomeOf[code] ?? 0;
    const why = reasonsOf[code] ?? NO_REASONS;
    if (why.length > 0) reasons.set(line, why);
  }
  for (const [at, line] of chosen.entries()) {
    outcomes[line] = jar.outcomes[at] ?? 0;
    const why = jar.reasons.get(at);
    if (why !== undefined) reasons.set(line, withLinesOf(why, chosen));
  }
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
