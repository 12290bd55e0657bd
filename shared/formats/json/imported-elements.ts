import type { ByteStrings } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import { type Progress, visitInSlices } from '../../table/progress.ts';
import type { Refusal, RowSink, SourceDocument } from '../format.ts';
import { importedSource } from '../imported-source.ts';
import { shownText } from '../records/shown-text.ts';
import type { CookieFields } from './cookie-fields.ts';
import { parseText } from './parse-json.ts';
import { readEntry } from './read-entry.ts';
import { walkFile } from './walk-file.ts';
import { elements, take, type Walk, type WalkedValue } from './walk-json.ts';

/** Where in a file of JSON there are cookies, and what one of them says. */
export interface ElementReader {
  /** Gathers them; false where the file has no place for any. */
  find(walk: Walk, found: WalkedValue[]): Generator<Progress, boolean>;
  /** The cookie of an element; problems go to `fields`. */
  read(fields: CookieFields): Cookie;
}

/** Reads the cookies that stand somewhere in a file of JSON that is not written back. */
export function* importedElements(
  { bytes, sink, strings }: { bytes: Uint8Array; sink: RowSink; strings: ByteStrings },
  { find, read }: ElementReader,
): Generator<Progress, SourceDocument | Refusal> {
  const found: WalkedValue[] = [];
  const refusal = yield* walkFile(bytes, strings, (walk) => find(walk, found));
  if (refusal !== undefined) return refusal;
  yield* visitInSlices(found, (element, origin) => {
    const entry = entryOf(element, read);
    if (typeof entry !== 'string') sink.entry(entry, origin);
    else sink.unparsed(shownText(element.text), entry, origin);
  });
  return importedSource({ lineOf: (origin) => found[origin]?.line ?? 1 });
}

/** Gathers the elements of a list; false for any other value. */
export function* gather(walk: Walk, found: WalkedValue[]): Generator<Progress, boolean> {
  return yield* elements(walk, function* () {
    found.push(yield* take(walk));
  });
}

function entryOf(
  { text, isWhole }: WalkedValue,
  read: (fields: CookieFields) => Cookie,
): Cookie | UnparsedReason {
  if (!isWhole) return 'field-too-long';
  const value = parseText(text);
  return value === undefined ? 'not-an-object' : readEntry({ read }, text, value);
}
