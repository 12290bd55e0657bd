import type { ByteString } from '../../cookie/byte-string.ts';
import { fitsColumns, headerLine } from './kept-line.ts';
import { isHeaderText, withoutTags } from './short-line.ts';

/** A line that was made of several. */
export interface JoinedLine {
  readonly line: ByteString;
  /** How many lines behind the first one it takes in. */
  readonly taken: number;
}

/** A line is seldom so long that it is broken more often. */
const MOST_PIECES = 4;

/**
 * A cookie line that was broken before its value, put together again; nothing where the columns do not come out. `next`
 * gives the lines behind it that are no entries, one after another.
 */
export function joinedColumns(
  first: ByteString,
  next: (behind: number) => ByteString | undefined,
): JoinedLine | undefined {
  if (!first.includes('\t') || fitsColumns(first.split('\t'))) return undefined;
  let line = first;
  for (let taken = 1; taken < MOST_PIECES; taken++) {
    const piece = next(taken);
    if (piece === undefined || piece === '') return undefined;
    // The break may have taken the place of a TAB.
    const withTab = `${first}\t${piece}`;
    if (taken === 1 && fitsColumns(withTab.split('\t'))) return { line: withTab, taken };
    line += piece;
    if (fitsColumns(line.split('\t'))) return { line, taken };
  }
  return undefined;
}

/** May this line be the rest of the value in the line before it? One word, and nothing that has a meaning of its own. */
export function mayContinueValue(line: ByteString): boolean {
  return (
    /^[\x21-\x7e]+$/.test(line) &&
    !/^[#$]/.test(line) &&
    headerLine(line) === undefined &&
    !isHeaderText(line) &&
    withoutTags(line) === undefined
  );
}
