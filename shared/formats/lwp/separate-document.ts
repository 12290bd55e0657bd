import { byteString, bytesOf } from '../../cookie/byte-string.ts';
import type { SourceDocument } from '../format.ts';
import { recordDocument, type RecordSource } from '../records/record-document.ts';

/**
 * A file in which some records share a line, set apart by `commas`, [from, to) each. As long as nothing is changed it stays as it is; after
 * that each record has a line of its own, so that it can be moved and removed, and its text stays.
 */
export function separateDocument(
  source: RecordSource,
  commas: readonly { readonly from: number; readonly to: number }[],
  prefix: string,
): SourceDocument {
  const { bytes, starts } = source;
  return {
    lineOf: (origin) => recordDocument(source).lineOf(origin),
    *writeBack(rows) {
      const list = [...rows];
      const asRead = list.every(({ origin, untouched }, at) => untouched && origin === at);
      if (asRead && list.length === starts.length) yield bytes;
      else yield* recordDocument(separated(source, commas, `\n${prefix}`)).writeBack(list);
    },
  };
}

function separated(
  { bytes, starts, ends, record }: RecordSource,
  commas: readonly { readonly from: number; readonly to: number }[],
  between: string,
): RecordSource {
  const pieces: string[] = [];
  const newStarts = Array.from(starts);
  const newEnds = Array.from(ends);
  let grown = 0;
  let at = 0;
  let origin = 0;
  for (const { from, to } of commas) {
    for (; (starts[origin] ?? bytes.length) < to; origin++) {
      newStarts[origin] = (starts[origin] ?? 0) + grown;
      newEnds[origin] = (ends[origin] ?? 0) + grown;
    }
    pieces.push(byteString(bytes, at, from), between);
    at = to;
    grown += between.length - (to - from);
    // The record behind the comma begins with the prefix that it has now.
    newStarts[origin] = to + grown - between.length + 1;
    newEnds[origin] = (ends[origin] ?? 0) + grown;
    origin++;
  }
  for (; origin < starts.length; origin++) {
    newStarts[origin] = (starts[origin] ?? 0) + grown;
    newEnds[origin] = (ends[origin] ?? 0) + grown;
  }
  pieces.push(byteString(bytes, at));
  return { bytes: bytesOf(pieces.join('')), starts: newStarts, ends: newEnds, record };
}
