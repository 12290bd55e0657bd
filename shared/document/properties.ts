import type { SourceDocument } from '../formats/format.ts';

/** How the bytes of a file spell its text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** What was read from a file whose rows stand inside some other structure, for writing it back. */
export interface SourceState {
  readonly document: SourceDocument;
  /** The reader's mark by row, for the rows that came from this source; `ABSENT` for others. */
  readonly originOf: (row: number, id: number) => number | undefined;
  /** True when the row is as the source has it. */
  readonly untouched: (row: number) => boolean;
}

/** What a document has beside its lines. A change replaces it whole; it is never written to. */
export interface Properties {
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
  /** Every line end is a lone CR on disk; in the table it is LF. */
  readonly carriageReturns: boolean;
  readonly source?: SourceState;
}
