import { LF } from './byte-classes.ts';
import type { Progress } from './progress.ts';
import { readLine } from './read-line.ts';
import type { RowStore } from './row-store.ts';
import { scanLines } from './scan-lines.ts';
import { MAX_LINE } from './split-line.ts';
import type { Table } from './table.ts';

/** Small at first, and growing slowly: until the code is compiled, every byte takes many times as long. */
const FIRST_SLICE = 1 << 14;
const SLICE = 1 << 17;

/**
 * Reads the lines of a file into a table, as far as its bytes are there. One call should add 128 kB at most: that is
 * what a slice of work may take.
 */
export class LineScanner {
  readonly #store: RowStore;
  readonly #size: number;
  /** Where the first line begins that was not read yet, and how far was looked for its end. */
  #at: number;
  #looked: number;

  constructor(table: Table) {
    const { store, from, size } = table.source();
    this.#store = store;
    this.#at = from;
    this.#looked = from;
    this.#size = size;
  }

  /** Reads all whole lines in `bytes[.., filled)`; with `filled` equal to the file's size the last line too, ended or not. */
  scanTo(filled: number): void {
    const { bytes } = this.#store;
    const to = Math.min(filled, this.#size);
    let end = to;
    while (end > this.#looked && bytes[end - 1] !== LF) end--;
    if (end > this.#looked) this.#scanEnded(end);
    this.#looked = Math.max(to, this.#looked);
    if (to === this.#size && this.#at < to) this.#readLast(to);
  }

  get done(): boolean {
    return this.#at === this.#size;
  }

  #scanEnded(end: number): void {
    const store = this.#store;
    store.reserveRows(end - this.#looked + 1);
    if (this.#looked - this.#at > MAX_LINE) {
      // Scenario: one line of 200 MB. It came in many slices, none of which looked at more than its own bytes.
      const lineEnd = store.bytes.indexOf(LF, this.#looked) + 1;
      readLine(store, this.#at, lineEnd);
      this.#at = lineEnd;
    }
    scanLines(store, this.#at, end);
    this.#at = end;
  }

  #readLast(end: number): void {
    this.#store.reserveRows(1);
    readLine(this.#store, this.#at, end);
    this.#at = end;
  }
}

/** Reads all lines of a table in slices of 16 kB growing to 128 kB, and waits for bytes that are not `filled` yet. */
export function* scanBase(
  table: Table,
  afterSlice?: () => void,
  filled?: () => number,
): Generator<Progress, void> {
  const scanner = new LineScanner(table);
  const { from, size } = table.source();
  let slice = FIRST_SLICE;
  let at = from;
  while (at < size) {
    const there = filled?.() ?? size;
    if (there <= at) {
      yield { done: at, total: size, waiting: true };
      continue;
    }
    at = Math.min(at + slice, there, size);
    slice = Math.min(slice + (slice >> 2), SLICE);
    scanner.scanTo(at);
    afterSlice?.();
    yield { done: at, total: size };
  }
}
