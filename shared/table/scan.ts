import type { Progress } from './progress.ts';
import type { Table } from './table.ts';

/** Reads the lines of a file into a table, as far as its bytes are there. */
export class LineScanner {
  constructor(_table: Table) {
    throw new Error('pending');
  }

  /** Reads all whole lines in `bytes[.., filled)`; with `filled` equal to the file's size the last line too, ended or not. */
  scanTo(_filled: number): void {
    throw new Error('pending');
  }
}

/** Reads all lines of a table whose bytes are all there, in slices of 16 kB growing to 128 kB. */
export function scanBase(_table: Table, _afterSlice?: () => void): Generator<Progress, void> {
  throw new Error('pending');
}
