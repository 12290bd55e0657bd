import {
  byteString,
  bytesOf,
  joinBytes,
  type ByteString,
  type ByteStrings,
} from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import type { WritableFormat } from '../../formats/format.ts';
import { ndjson } from '../../formats/ndjson.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import { byteOrderMark, encodeStretch } from '../../table/encoding.ts';
import { finish, type Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { LINE_ENDS } from '../edits/write-row.ts';
import { statedCookie } from '../stated-cookie.ts';
import type { Draw } from './fake-text.ts';
import { redactLine } from './free-text.ts';
import { redactEntry } from './redact-entry.ts';
import { redactJson } from './redact-json.ts';

/** Drawing other text takes longer than most that is done to a line. */
const LINES_A_PIECE = 512;

export interface Redacted {
  readonly bytes: Uint8Array;
  /** How many entries are in it. */
  readonly entries: number;
}

/**
 * The document as a file that may be shown to others: every value, and every other text that may hold a secret, is
 * another one of the same shape, the same one wherever the text was the same. Layout, oddities and line ends stay, so
 * that the file has the problems that it had. `ids`: only these entries, below the first line where it is a header.
 */
export function* redactDocument(
  document: CookieDocument,
  draw: Draw,
  ids?: Iterable<number>,
): Generator<Progress, Redacted> {
  const { encoding } = document.properties;
  const chosen = ids === undefined ? undefined : new Set(ids);
  const { pieces, entries } =
    document.format.kind === 'source'
      ? redactSource(document, draw, chosen)
      : yield* redactLines(document, draw, chosen);
  const plain = encoding.charset === 'utf-8' && !encoding.crOnly;
  const encoded = plain ? pieces : [encodeStretch(joinBytes(pieces), encoding)];
  return { bytes: joinBytes([byteOrderMark(encoding), ...encoded]), entries };
}

interface RedactedText {
  readonly pieces: readonly Uint8Array[];
  readonly entries: number;
}

function* redactLines(
  { table, lines }: CookieDocument,
  draw: Draw,
  chosen: ReadonlySet<number> | undefined,
): Generator<Progress, RedactedText> {
  const pieces: Uint8Array[] = [];
  let parts: ByteString[] = [];
  let open = false;
  let entries = 0;
  const ids = lines.ids();
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const row = lines.row(id);
    const kind = (table.columns.flags[row] ?? Kind.blank) & KIND_MASK;
    const isEntry = kind === Kind.entry;
    if (
      row !== ABSENT &&
      (chosen === undefined || (isEntry ? chosen.has(id) : at === 0 && kind === Kind.comment))
    ) {
      const line = table.line(row);
      if (isEntry) entries++;
      const redacted = isEntry ? redactEntry(line, table.rawEntry(row), draw) : redactLine(line, draw);
      const text = redacted + LINE_ENDS[table.lineEnd(row)];
      parts.push(open ? `\n${text}` : text);
      open = !text.endsWith('\n');
    }
    if ((at + 1) % LINES_A_PIECE > 0) continue;
    pieces.push(bytesOf(parts.join('')));
    parts = [];
    yield { done: at + 1, total: ids.length };
  }
  return { pieces: [...pieces, bytesOf(parts.join(''))], entries };
}

/** Structured text is written as it stands, or with the chosen entries alone, and then gone through. */
function redactSource(
  document: CookieDocument,
  draw: Draw,
  chosen: ReadonlySet<number> | undefined,
): RedactedText {
  const { table, lines, format, properties } = document;
  const ids = [...lines.ids()].filter((id) => chosen === undefined || chosen.has(id));
  const rows = ids
    .map((id) => lines.row(id))
    .filter((row) => row !== ABSENT && ((table.columns.flags[row] ?? Kind.blank) & KIND_MASK) === Kind.entry);
  const whole = chosen === undefined && document.readOnly === undefined;
  const cookies = rows.map((row) => statedCookie(table, row));
  const entries = rows.length;
  if (format.json === true || format === ndjson) {
    const bytes = whole && properties.encoding.charset === 'utf-8' ? document.write() : format.write(cookies);
    const text = redactJson(textOf(bytes).replace(/^\xef\xbb\xbf/, ''), draw);
    // Scenario: Cookie Quick Manager spells flags and times as text, and what looks like text is replaced.
    if (cookiesIn(format, text, table.strings).length === entries)
      return { pieces: [bytesOf(text)], entries };
  }
  const redacted = cookiesIn(ndjson, redactJson(textOf(ndjson.write(cookies)), draw), table.strings);
  return { pieces: [...format.write(redacted)], entries };
}

function cookiesIn(format: WritableFormat, text: ByteString, strings: ByteStrings): readonly Cookie[] {
  const cookies: Cookie[] = [];
  const sink = { entry: (cookie: Cookie) => void cookies.push(cookie), unparsed: () => undefined };
  if (format.kind === 'source') finish(format.read(bytesOf(text), sink, strings));
  return cookies;
}

function textOf(chunks: Iterable<Uint8Array>): ByteString {
  return [...chunks].map((chunk) => byteString(chunk)).join('');
}
