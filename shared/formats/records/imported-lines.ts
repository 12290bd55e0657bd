import type { ByteString, ByteStrings } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { RowSink, SourceDocument } from '../format.ts';
import { importedSource } from '../imported-source.ts';
import { eachLine } from './each-line.ts';
import { shownText } from './shown-text.ts';

/** What a reader of lines has found, in one or several of them. */
export interface ReadLines {
  readonly text: ByteString;
  /** A cookie, or why it is none. */
  readonly entry: Cookie | UnparsedReason;
  /** How many lines before the last one it begins; none unless it says so. */
  readonly before?: number;
}

/** Takes lines apart. */
export interface LineReader {
  /** Is told of each line, and says when it has found something. */
  line(text: ByteString): ReadLines | undefined;
  /** What is left over behind the last line. */
  end?(): ReadLines | undefined;
}

/** Reads a text of lines that is not written back. */
export function* importedLines(
  { bytes, sink, strings }: { bytes: Uint8Array; sink: RowSink; strings: ByteStrings },
  reader: LineReader,
): Generator<Progress, SourceDocument> {
  const begins: number[] = [];
  let number = 0;
  const tell = (found: ReadLines | undefined): void => {
    if (found === undefined) return;
    const { text, entry, before = 0 } = found;
    if (typeof entry === 'string') sink.unparsed(shownText(text), entry, begins.length);
    else sink.entry(entry, begins.length);
    begins.push(number - before);
  };
  yield* eachLine(bytes, (start, end) => {
    number += 1;
    tell(reader.line(strings.decode(bytes, start, end)));
  });
  tell(reader.end?.());
  return importedSource({ lineOf: (origin) => begins[origin] ?? 1 });
}
