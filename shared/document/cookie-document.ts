import type { ByteStrings } from '../cookie/byte-string.ts';
import type { EpochSeconds } from '../cookie/cookie.ts';
import type { Format } from '../formats/format.ts';
import type { DocumentFacts } from '../rules/rule.ts';
import type { HistoryStep } from './history.ts';
import type { Lines } from './lines.ts';
import type { Progress } from './progress.ts';
import type { Properties } from './properties.ts';
import type { Transaction } from './transaction.ts';
import type { LineState } from './view-row.ts';

/**
 * An open cookie file: the table over its bytes, the lines that point into it, what was done to them and what the
 * rules say. One writer at a time: between the slices of `commit`, `undo`, `redo` and `setNow` others may read.
 */
export class CookieDocument {
  readonly strings: ByteStrings;
  readonly format: Format;
  /** Why it cannot be written back, when it cannot: its bytes do not come out the same. */
  readonly readOnly: 'format' | undefined;

  private constructor(strings: ByteStrings, format: Format) {
    this.strings = strings;
    this.format = format;
    this.readOnly = undefined;
  }

  get lines(): Lines {
    throw new Error('pending');
  }

  get properties(): Properties {
    throw new Error('pending');
  }

  /** Raised by every change, undo and redo: the `version` of the API's `DocumentInfo`. */
  get revision(): number {
    throw new Error('pending');
  }

  /** The version of the present state: what a save passes to `markSaved` when it is done. */
  get version(): number {
    throw new Error('pending');
  }

  get savedVersion(): number | undefined {
    throw new Error('pending');
  }

  get dirty(): boolean {
    throw new Error('pending');
  }

  get undoLabel(): string | undefined {
    throw new Error('pending');
  }

  get redoLabel(): string | undefined {
    throw new Error('pending');
  }

  /** The clock by which entries are expired. */
  get now(): EpochSeconds {
    throw new Error('pending');
  }

  steps(): readonly HistoryStep[] {
    throw new Error('pending');
  }

  /** What document rules look at; also what the status bar shows. */
  facts(): DocumentFacts {
    throw new Error('pending');
  }

  /** How many bytes a save would write, encodings apart. */
  get byteCount(): number {
    throw new Error('pending');
  }

  /** Does the line differ from what is on disk? */
  state(_id: number): LineState {
    throw new Error('pending');
  }

  /** True when another program wrote this line since the document was opened. */
  external(_id: number): boolean {
    throw new Error('pending');
  }

  /** The host tells the permission bits of the file, or that it has none. */
  setMode(_mode: number | undefined): void {
    throw new Error('pending');
  }

  /** Makes a change, judges what it touched and records it as one step. */
  commit(_transaction: Transaction): Generator<Progress, void> {
    throw new Error('pending');
  }

  /** Takes the last step back; false when there is none. */
  undo(): Generator<Progress, boolean> {
    throw new Error('pending');
  }

  redo(): Generator<Progress, boolean> {
    throw new Error('pending');
  }

  /** Moves the clock: what is expired is judged again. */
  setNow(_now: EpochSeconds): Generator<Progress, void> {
    throw new Error('pending');
  }

  /** Says that the state of this version is on disk now. */
  markSaved(_version: number): void {
    throw new Error('pending');
  }

  /** The bytes that a save writes, in order: untouched stretches are slices of the table, not copies. */
  write(): Iterable<Uint8Array> {
    throw new Error('pending');
  }
}
