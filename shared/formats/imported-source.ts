import { displayText, encodeUtf8, type ByteString } from '../cookie/byte-string.ts';
import { chunks } from './chunks.ts';
import type { SourceDocument, WriteBackRow } from './format.ts';
import { jsonMisfit } from './json/json-shape.ts';
import { compactObject, quoteJson } from './json/json-text.ts';
import { ndjsonLine } from './ndjson.ts';

/** What was read from where nothing is written: its rows go out as NDJSON, whole; what was kept verbatim as far as it is shown. */
export function importedSource({ lineOf }: Pick<SourceDocument, 'lineOf'>): SourceDocument {
  return { lineOf, writeBack: (rows) => chunks(lines(rows)) };
}

function* lines(rows: Iterable<WriteBackRow>): Iterable<ByteString> {
  for (const { cookie, kept = '' } of rows) {
    const whole = cookie !== undefined && jsonMisfit(cookie)?.code !== 'entry-left-out';
    yield `${whole ? ndjsonLine(cookie) : keptLine(kept)}\n`;
  }
}

/** A line that no reader takes for an entry. */
function keptLine(text: ByteString): ByteString {
  return compactObject([['kept', quoteJson(encodeUtf8(displayText(text)))]]);
}
