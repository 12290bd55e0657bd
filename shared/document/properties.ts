import type { SourceDocument } from '../formats/format.ts';
import type { Encoding } from '../table/encoding.ts';

/** What was read from a file whose rows stand inside some other structure, for writing it back. */
export interface SourceState {
  readonly document: SourceDocument;
  /** The reader's mark by line id; `ABSENT` for a line that is not in the source. */
  readonly origins: Uint32Array;
  /** The row by line id that is as the source has it. */
  readonly rows: Uint32Array;
}

/** What a document has beside its lines. A change replaces it whole; it is never written to. */
export interface Properties {
  readonly encoding: Encoding;
  readonly source?: SourceState;
}

/** Do two documents spell their text alike and come from the same source? */
export function sameProperties(left: Properties, right: Properties): boolean {
  return (
    left.source === right.source &&
    left.encoding.charset === right.encoding.charset &&
    left.encoding.byteOrderMark === right.encoding.byteOrderMark &&
    left.encoding.crOnly === right.encoding.crOnly
  );
}
