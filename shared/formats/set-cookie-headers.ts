import { byteString, type ByteString } from '../cookie/byte-string.ts';
import { type Attribute, type Cookie, USUAL_ATTRIBUTES } from '../cookie/cookie.ts';
import type { UnparsedReason } from '../table/columns.ts';
import { chunks } from './chunks.ts';
import type { SourceDocument, SourceFormat, WriteBackRow } from './format.ts';
import { AddressGuide } from './headers/address-guide.ts';
import { isSetCookieText } from './headers/is-header-text.ts';
import { headerMisfit } from './headers/set-cookie-misfit.ts';
import { hasMaxAge, setCookieLine, setCookieTexts, setCookieWords } from './headers/set-cookie-entry.ts';
import { SetCookieReader } from './headers/set-cookie-reader.ts';
import { eachLine } from './records/each-line.ts';
import { editedWords } from './records/edited-words.ts';
import { recordDocument, type RecordSource } from './records/record-document.ts';
import { shownText } from './records/shown-text.ts';

const CARRIES: readonly Attribute[] = [...USUAL_ATTRIBUTES, 'sameSite', 'priority'];

/**
 * `Set-Cookie` headers, one a line, or saved responses (`curl -i`, `-D`, `-v`, `wget -S`) with such headers. A header without
 * `Domain` is for the host that it came from: the request head before it tells it, a redirection, or a line
 * `# https://example.com/`; where nothing does, it is kept and no entry.
 */
export const setCookieHeaders: SourceFormat = {
  kind: 'source',
  id: 'set-cookie-headers',
  name: 'Set-Cookie headers',
  extensions: ['txt', 'headers'],
  carries: CARRIES,
  detect: isSetCookieText,
  misfit: headerMisfit,
  write: (cookies) => chunks(lines(cookies)),
  *read(bytes, sink, strings) {
    const starts: number[] = [];
    const ends: number[] = [];
    const entries: (Cookie | UnparsedReason)[] = [];
    const reader = new SetCookieReader(({ text, start, end, entry }) => {
      const origin = starts.length;
      starts.push(start);
      ends.push(end);
      entries.push(entry);
      if (typeof entry !== 'string') sink.entry(entry, origin);
      else sink.unparsed(shownText(text), entry, origin);
    });
    yield* eachLine(bytes, (start, end) => reader.line(strings.decode(bytes, start, end), start, end));
    reader.end();
    return headerDocument({ bytes, starts, ends, entries });
  },
};

function* lines(cookies: Iterable<Cookie>): Iterable<ByteString> {
  const guide = new AddressGuide();
  for (const cookie of cookies) {
    if (headerMisfit(cookie)?.code === 'entry-left-out') continue;
    const line = setCookieLine(cookie);
    const lead = guide.lead(cookie, line);
    yield `${lead === undefined ? '' : `${lead}\n`}${line}\n`;
  }
}

interface HeaderSource extends Pick<RecordSource, 'bytes' | 'starts' | 'ends'> {
  /** What each record was read as. */
  readonly entries: readonly (Cookie | UnparsedReason)[];
}

function headerDocument({ entries, ...source }: HeaderSource): SourceDocument {
  const asRead = (origin: number): Cookie | undefined => {
    const entry = entries[origin];
    return typeof entry === 'string' ? undefined : entry;
  };
  const cookieOf = ({ origin = -1, cookie }: WriteBackRow): Cookie | undefined => cookie ?? asRead(origin);
  const guide = (): NonNullable<ReturnType<NonNullable<RecordSource['guide']>>> => {
    const address = new AddressGuide();
    return {
      between: (text, isMidLine) => address.between(text, isMidLine),
      lead(row, record) {
        const cookie = cookieOf(row);
        if (cookie !== undefined) return address.lead(cookie, record);
        return entries[row.origin ?? -1] === 'no-domain' ? address.noLead() : undefined;
      },
    };
  };
  // Seconds give way to a date, which means the same anywhere, where the end is edited or may come behind another response.
  const written = (dated: boolean): SourceDocument =>
    recordDocument({
      ...source,
      guide,
      record(cookie, old, origin = -1) {
        const before = asRead(origin);
        if (old === undefined || before === undefined) return setCookieLine(cookie);
        const redates = hasMaxAge(old) && (dated || cookie.expiryTime !== before.expiryTime);
        return edited(cookie, old, { before, redates });
      },
    });
  return {
    lineOf: written(false).lineOf,
    writeBack(rows) {
      const list = [...rows];
      return isMoved(list)
        ? written(true).writeBack(list.map((row) => withoutMaxAge(row)))
        : written(false).writeBack(list);
    },
  };

  /** Scenario: headers change places, so that seconds would count from the date of another response. */
  function withoutMaxAge(row: WriteBackRow): WriteBackRow {
    const { origin = -1 } = row;
    const record = byteString(source.bytes, source.starts[origin] ?? 0, source.ends[origin] ?? 0);
    const cookie = cookieOf(row);
    if (!row.untouched || cookie === undefined || !hasMaxAge(record)) return row;
    return { origin, untouched: false, cookie };
  }
}

function isMoved(rows: readonly WriteBackRow[]): boolean {
  let highest = -1;
  return rows.some(({ origin = highest }) => {
    const goesBack = origin < highest;
    highest = Math.max(highest, origin);
    return goesBack;
  });
}

/** A header with new words for what changed. */
function edited(
  cookie: Cookie,
  old: ByteString,
  { before, redates }: { readonly before: Cookie; readonly redates: boolean },
): ByteString {
  const was = setCookieTexts(before);
  if (!redates) return editedWords(old, setCookieWords(old), { was, is: setCookieTexts(cookie) });
  return editedWords(old, setCookieWords(old), {
    was: [...was.map(([name, text]) => [name, name === 'expires' ? '' : text] as const), ['max-age', '']],
    is: [...setCookieTexts(cookie), ['max-age', undefined]],
  });
}
