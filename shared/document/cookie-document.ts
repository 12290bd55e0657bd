import type { EpochSeconds } from '../cookie/cookie.ts';
import type { ImportFormat, WritableFormat } from '../formats/format.ts';
import type { Judge } from '../rules/judge.ts';
import type { DocumentFacts, FilePlace, FindingData } from '../rules/rule.ts';
import type { Positions } from '../rules/judging/group-judge.ts';
import { Kind, KIND_MASK } from '../table/columns.ts';
import type { Progress } from '../table/progress.ts';
import { TextSearch } from '../table/search.ts';
import type { Table } from '../table/table.ts';
import { ABSENT } from './change.ts';
import type { Change } from './change.ts';
import { countRows, documentFacts, dominantEnd } from './document-facts.ts';
import type { RowCounts } from './document-facts.ts';
import { History } from './history.ts';
import type { HistoryStep } from './history.ts';
import { Lines } from './lines.ts';
import { indexOfId } from './index-of-id.ts';
import type { Properties } from './properties.ts';
import { IgnoredFindings } from './ignored-findings.ts';
import { Protection } from './protection.ts';
import { RowPurposes } from './row-purposes.ts';
import { savedLines } from './reload/saved-lines.ts';
import type { Transaction, UserEvent } from './transaction.ts';
import type { LineKind, LineState } from './view-row.ts';
import { ClientVerdicts } from './verdicts/client-verdicts.ts';
import { writeDocument } from './write-document.ts';

/** What a document begins with: a table that is read and judged. */
export interface DocumentStart {
  readonly table: Table;
  readonly judge: Judge;
  readonly format: WritableFormat;
  /** Where it was read from, when that is nothing that is written back: the rest of it is a copy. */
  readonly importedFrom?: ImportFormat;
  readonly properties: Properties;
  readonly readOnly?: 'format';
  readonly mode?: number;
  readonly now: EpochSeconds;
}

/** The lines that a recent change touched, for views that follow. */
interface Touched {
  readonly revision: number;
  readonly ids: Uint32Array;
}

const KINDS: readonly LineKind[] = ['entry', 'blank', 'comment', 'unparsed'];

/**
 * An open cookie file: the table over its bytes, the lines that point into it, what was done to them and what the
 * rules say. One writer at a time: between the slices of `commit`, `undo`, `redo` and `setNow` others may read. Such work
 * must be run to its end once it has begun: what the rules say follows the lines in later slices.
 */
export class CookieDocument {
  readonly table: Table;
  readonly lines: Lines;
  readonly judge: Judge;
  readonly format: WritableFormat;
  /** Where it was read from, when nothing can be written back there. */
  readonly importedFrom: ImportFormat | undefined;
  readonly search: TextSearch;
  readonly verdicts = new ClientVerdicts(this);
  readonly purposes: RowPurposes;
  readonly protection = new Protection();
  readonly #ignored: IgnoredFindings;
  /** Why it cannot be written back, when it cannot: its bytes do not come out the same. */
  readonly readOnly: 'format' | undefined;
  readonly #history = new History();
  #properties: Properties;
  #name: string | undefined;
  #mode: number | undefined;
  #place: FilePlace = {};
  #now: EpochSeconds;
  #revision = 0;
  #judgementRevision = 0;
  #touched: Touched[] = [];
  #counts: RowCounts | undefined;
  #documentFindings: readonly { readonly rule: number; readonly data: FindingData }[] | undefined;
  /** Rows that a reload appended: `[from, to)` pairs, ascending. */
  #external: (readonly [number, number])[] = [];

  constructor(start: DocumentStart) {
    this.table = start.table;
    this.judge = start.judge;
    this.format = start.format;
    this.importedFrom = start.importedFrom;
    this.readOnly = start.readOnly;
    this.#properties = start.properties;
    this.#mode = start.mode;
    this.#now = start.now;
    this.search = new TextSearch(start.table);
    this.purposes = new RowPurposes(start.table);
    this.lines = new Lines(start.table.count);
    this.#ignored = new IgnoredFindings(start.judge.findings, this.lines);
    // Rows of structured text are not the lines that people count.
    if (start.format.kind === 'source') this.judge.usePositions(this.#positions());
  }

  get properties(): Properties {
    return this.#properties;
  }

  /** Raised by every change, undo and redo: the `version` of the API's `DocumentInfo`. */
  get revision(): number {
    return this.#revision;
  }

  /** Raised whenever the rules say something else of the same lines: the clock moved, or findings are ignored. */
  get judgementRevision(): number {
    return this.#judgementRevision;
  }

  /** What the person does not want to hear of the rules. */
  get ignored(): Pick<IgnoredFindings, 'places' | 'list'> {
    return this.#ignored;
  }

  /** The version of the present state: what a save passes to `markSaved` when it is done. */
  get version(): number {
    return this.#history.version;
  }

  /** The version that is on disk; absent when what is on disk is no state of this document's history. */
  get savedVersion(): number | undefined {
    return this.#history.savedVersion;
  }

  get dirty(): boolean {
    return this.#history.dirty;
  }

  get undoLabel(): string | undefined {
    return this.#history.undoLabel;
  }

  get redoLabel(): string | undefined {
    return this.#history.redoLabel;
  }

  /** The clock by which entries are expired. */
  get now(): EpochSeconds {
    return this.#now;
  }

  /** Every step, the ones that can be redone included. */
  steps(): readonly HistoryStep[] {
    return this.#history.steps();
  }

  /** The one change that leads from what is on disk to the present state. */
  sinceSaved(): Change {
    return this.#history.sinceSaved();
  }

  /** Counts over all lines as they are now. */
  counts(): RowCounts {
    this.#counts ??= countRows(this.table, this.lines.rows());
    return this.#counts;
  }

  /** What document rules look at; also what the status bar shows. */
  facts(): DocumentFacts {
    const { table, lines, format } = this;
    return documentFacts({
      table,
      lines,
      format,
      counts: this.counts(),
      properties: this.#properties,
      name: this.#name,
      mode: this.#mode,
      place: this.#place,
    });
  }

  /** The findings about the document as a whole. */
  documentFindings(): readonly { readonly rule: number; readonly data: FindingData }[] {
    this.#documentFindings ??= this.judge.judgeDocument(this.facts());
    return this.#documentFindings;
  }

  /** What a line is; it must be there. */
  kind(id: number): LineKind {
    return KINDS[(this.table.columns.flags[this.lines.row(id)] ?? Kind.blank) & KIND_MASK] ?? 'blank';
  }

  /** Line number from 1 for people: of a structured file the line in which the entry began when it was read, else its place. */
  lineNumber(id: number): number {
    const place = this.lines.place(id);
    const { source } = this.#properties;
    const origin = source?.origins[id];
    return source === undefined || origin === undefined || origin === ABSENT || place === 0
      ? place
      : source.document.lineOf(origin);
  }

  /** Does the line differ from what is on disk? */
  state(id: number): LineState {
    const { ids, before } = this.#history.sinceSaved().rows;
    const at = indexOfId(ids, id);
    if (at < 0) return 'saved';
    return before[at] === ABSENT ? 'added' : 'edited';
  }

  /** True when another program wrote this line since the document was opened. */
  external(id: number): boolean {
    const row = this.lines.row(id);
    return this.#external.some(([from, to]) => row >= from && row < to);
  }

  /** Notes that rows `[from, to)` are what another program wrote. */
  markExternal(from: number, to: number): void {
    if (to > from) this.#external.push([from, to]);
  }

  /** The host tells the name of the file: what it ends in says what people take it for. */
  setName(name: string): void {
    this.#name = name;
    this.#documentFindings = undefined;
  }

  /** The host tells the permission bits of the file, or that it has none. */
  setMode(mode: number | undefined): void {
    this.#mode = mode;
    this.#documentFindings = undefined;
  }

  /** The host tells who else gets to see the file because of where it lies. */
  setPlace(place: FilePlace): void {
    this.#place = place;
    this.#documentFindings = undefined;
  }

  /** Makes a change, judges what it touched and records it as one step. */
  *commit(transaction: Transaction): Generator<Progress, void> {
    const { change } = transaction;
    yield { done: 0, total: change.rows.ids.length, final: true };
    if (this.lines.untouched) this.judge.usePositions(this.#positions());
    this.lines.prepare(change);
    yield { done: 0, total: change.rows.ids.length };
    this.#history.push(transaction);
    yield* this.#apply(change);
  }

  /** Takes the last step back; false when there is none. */
  *undo(): Generator<Progress, boolean> {
    const change = this.#history.undo();
    if (change !== undefined) yield* this.#apply(change);
    return change !== undefined;
  }

  /** Takes the step forward again that was taken back last; false when there is none. */
  *redo(): Generator<Progress, boolean> {
    const change = this.#history.redo();
    if (change !== undefined) yield* this.#apply(change);
    return change !== undefined;
  }

  /** Takes back every step since `version` and forgets it: what a piece of work owes that fails on its way. */
  *takeBack(version: number): Generator<Progress, void> {
    while (this.version !== version && (yield* this.undo()));
    this.#history.forgetRedo();
  }

  /** Makes one step of all that were taken since `version`. */
  squash(version: number, label: string, event: UserEvent): void {
    this.#history.squash(version, label, event);
  }

  /** Moves the clock: what is expired is judged again. */
  *setNow(now: EpochSeconds): Generator<Progress, void> {
    this.#now = now;
    this.#judgementRevision++;
    yield* this.judge.setNow(now);
    yield* this.#ignored.afterJudging();
  }

  /** Says nothing of these rules, wherever they find something. */
  ignoreRules(rules: readonly string[]): void {
    this.#ignored.setRules(rules);
    this.#judgementRevision++;
  }

  /** Says nothing of a rule on these lines, whatever is edited in them; it is no step, and not in the file. */
  ignoreHere(rule: string, ids: Iterable<number>): void {
    this.#ignored.ignore(rule, ids);
    this.#judgementRevision++;
  }

  /** Says all that there is to say of a rule again. */
  *heed(rule: string): Generator<Progress, void> {
    this.#ignored.heed(rule);
    this.#judgementRevision++;
    yield* this.judge.judgeTogether();
    yield* this.setNow(this.#now);
  }

  /** Says that the state of this version is on disk now. */
  markSaved(version: number): void {
    this.#history.markSaved(version);
  }

  /** Says that what is on disk is the present state without `sinceSaved`. */
  markSavedBefore(sinceSaved: Change): void {
    this.#history.markSavedBefore(sinceSaved);
  }

  /** The lines that were touched after a revision; nothing when that is too long ago to tell, or too many. */
  touchedSince(revision: number): Uint32Array[] | undefined {
    const oldest = this.#touched[0]?.revision ?? this.#revision + 1;
    if (revision < oldest - 1) return revision === this.#revision ? [] : undefined;
    return this.#touched.filter((touched) => touched.revision > revision).map(({ ids }) => ids);
  }

  /** The bytes that a save writes, in order: untouched stretches are slices of the table, not copies. */
  write(): Iterable<Uint8Array> {
    const { table, lines } = this;
    return writeDocument({ table, lines, properties: this.#properties, lineEnd: dominantEnd(this.counts()) });
  }

  /** The bytes that were read or saved last, in order, as far as the document knows what is on disk. */
  writeSaved(): Iterable<Uint8Array> {
    const { ids, rows, rowOf } = savedLines(this);
    return writeDocument({
      table: this.table,
      lines: { ids: () => ids, rows: () => rows, row: (id) => rowOf[id] ?? ABSENT },
      properties: this.sinceSaved().properties?.before ?? this.#properties,
      lineEnd: dominantEnd(this.counts()),
    });
  }

  #positions(): Positions {
    const { lines } = this;
    return {
      rank: (row) => lines.rank(lines.idOf(row)),
      place: (row) => this.lineNumber(lines.idOf(row)) - 1,
    };
  }

  *#apply(change: Change): Generator<Progress, void> {
    const { lines } = this;
    if (lines.untouched) this.judge.usePositions(this.#positions());
    lines.apply(change);
    if (change.properties !== undefined) this.#properties = change.properties.after;
    this.#revision++;
    this.#counts = undefined;
    this.#documentFindings = undefined;
    this.#touched.push({ revision: this.#revision, ids: change.rows.ids });
    if (this.#touched.length > 64) this.#touched.shift();
    const size = change.rows.ids.length;
    yield { done: 0, total: size };
    const retired = rowsIn(change.rows.before);
    yield { done: 0, total: size };
    const current = rowsIn(change.rows.after);
    yield { done: 0, total: size };
    yield* this.judge.replace(retired, current);
    // Group rules look at the order of lines.
    if (change.move !== undefined) yield* this.judge.judgeTogether();
    yield* this.#ignored.afterJudging();
  }
}

/** The rows among what may be `ABSENT`. */
function rowsIn(column: Uint32Array): Uint32Array {
  const rows = new Uint32Array(column.length);
  let length = 0;
  for (let at = 0; at < column.length; at++) {
    const row = column[at] as number;
    if (row !== ABSENT) rows[length++] = row;
  }
  return rows.subarray(0, length);
}
