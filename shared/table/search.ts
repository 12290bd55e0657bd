import type { ByteString } from '../cookie/byte-string.ts';
import type { Progress } from './progress.ts';
import type { Table } from './table.ts';

/** Where text is looked for; with `line`, anywhere in comments and in lines kept verbatim as well. */
export const SearchField = { domain: 1, path: 2, name: 4, value: 8, line: 16 } as const;

export interface Search {
  /** UTF-8 bytes; `A` to `Z` are found as `a` to `z` and the other way round. */
  readonly needle: ByteString;
  /** `SearchField` bits, or-ed; all of them without it. */
  readonly fields?: number;
  /** Only these rows, ascending: the matches of a shorter needle. */
  readonly within?: Uint32Array;
  /** Stop when so many rows were found. */
  readonly limit?: number;
}

/** Text search over all rows of a table, current or not. Keeps a lower-case copy of the bytes once it was used. */
export class TextSearch {
  constructor(_table: Table) {
    throw new Error('pending');
  }

  /** The rows that contain the needle, ascending. */
  find(_search: Search): Generator<Progress, Uint32Array> {
    throw new Error('pending');
  }

  /** Does one row contain it? */
  matches(_row: number, _search: Search): boolean {
    throw new Error('pending');
  }

  /** Builds the copy ahead of the first search. */
  prepare(): Generator<Progress, void> {
    throw new Error('pending');
  }
}
