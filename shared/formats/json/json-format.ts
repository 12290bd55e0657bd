import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import { chunks } from '../chunks.ts';
import type { Misfit, Refusal, RowSink, SourceFormat } from '../format.ts';
import { tooDeepAt } from './depth.ts';
import { jsonDocument, layOut } from './json-document.ts';
import { jsonMisfit, type JsonShape } from './json-shape.ts';
import { outline } from './outline.ts';
import { parseEntries, type JsonValue } from './parse-json.ts';
import { readEntry } from './read-entry.ts';
import { shownText } from '../records/shown-text.ts';

/** JavaScript holds no text of more than 512 Mi characters; half of it leaves room to write back. */
const MAX_SIZE = 1 << 28;

/** The whole of a file format from what one dialect of JSON says of itself. */
export function jsonFormat(shape: JsonShape): SourceFormat {
  // What leaves an entry out says more than what only changes it.
  const misfit = (cookie: Cookie): Misfit | undefined => {
    const found = [jsonMisfit(cookie), shape.misfit?.(cookie)].filter((one) => one !== undefined);
    return found.find(({ code }) => code === 'entry-left-out') ?? found[0];
  };
  return {
    kind: 'source',
    json: true,
    id: shape.id,
    name: shape.name,
    extensions: shape.extensions,
    carries: shape.carries,
    detect({ head }) {
      const seen = outline(head);
      return seen !== undefined && !seen.tooDeep && shape.claims(seen);
    },
    misfit,
    write: (cookies) => chunks(layOut(shape, kept(cookies, misfit))),
    *read(source, sink, strings) {
      if (source.length > MAX_SIZE) return { code: 'too-large' };
      const text = strings.decode(source, 0, source.length);
      const from = text.startsWith('\xef\xbb\xbf') ? 3 : 0;
      const deep = yield* tooDeepAt(text);
      if (deep >= 0) return { code: 'too-deep', ...placeOf(text, deep, from) };
      const starts: number[] = [];
      const ends: number[] = [];
      const list = yield* parseEntries(text, from, shape.listKey, (entry) => {
        tell({ shape, text, sink }, entry, starts.length);
        starts.push(entry.start);
        ends.push(entry.end);
      });
      if (list === undefined) return { code: 'no-entries-possible' };
      if ('faultAt' in list) return { code: 'syntax', ...placeOf(text, list.faultAt, from) };
      return jsonDocument({ shape, text, list: { ...list, starts, ends } });
    },
  };
}

function* kept(cookies: Iterable<Cookie>, misfit: (cookie: Cookie) => Misfit | undefined): Iterable<Cookie> {
  for (const cookie of cookies) if (misfit(cookie)?.code !== 'entry-left-out') yield cookie;
}

interface Telling {
  readonly shape: JsonShape;
  readonly text: ByteString;
  readonly sink: RowSink;
}

/** Tells the sink what an entry is: a cookie, or something kept verbatim. */
function tell({ shape, text, sink }: Telling, entry: JsonValue, origin: number): void {
  const read = readEntry(shape, text, entry);
  if (typeof read !== 'string') sink.entry(read, origin);
  else sink.unparsed(shownText(text.slice(entry.start, entry.end)), read, origin);
}

/** Line and column, from 1, of a place; columns count characters. */
function placeOf(text: ByteString, at: number, from: number): Pick<Refusal, 'line' | 'column'> {
  const before = text.slice(from, at);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const line = (before.match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
  return { line, column: before.slice(lineStart).replace(/[\x80-\xbf]/g, '').length + 1 };
}
