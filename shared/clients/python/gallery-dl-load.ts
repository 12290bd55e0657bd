import type { ByteString } from '../../cookie/byte-string.ts';
import { COMMENT, BLANK } from '../column-reasons.ts';
import type { CookieFile, LoadContext, LoadedJar } from '../client.ts';
import { reason, type Reason } from '../reason.ts';
import { refuseAll, verdictSheet, type VerdictSheet } from '../verdict-sheet.ts';
import { charsetOf, findUndecodable } from './charset.ts';
import { pythonJar, type PythonCookie, type PythonJar } from './jar.ts';
import { textLines, type TextLine } from './lines.ts';
import { HTTP_ONLY_LOST, undecodable } from './load.ts';
import { commentResult, MARK, readFields, type EntryReading } from './read-entry.ts';
import { unescapedQuotes } from './requests-library.ts';

const VALUE_CHANGED = reason('value-changed', {}, 'value-quoted');
const CARRIAGE_RETURN = reason('carriage-return');

/** How releases of gallery-dl differ. */
export interface GalleryLoading {
  /** Cookies before a line that cannot be read are kept; otherwise none is. */
  readonly keepsWhatWasRead: boolean;
}

interface Loading {
  readonly reading: EntryReading;
  readonly sheet: VerdictSheet;
  readonly jar: PythonJar;
  /** Cookies, but for those that are thrown away when the file is refused. */
  stop: { readonly line: number; readonly reason: Reason } | undefined;
}

/** A jar, and whether its file was read to the end. */
export type GalleryJar = LoadedJar<PythonCookie> & { readonly stopped?: true };

/** Loads a file as gallery-dl does: no header is asked for, and the first line that cannot be read ends it. */
export function loadGallery(file: CookieFile, context: LoadContext, how: GalleryLoading): GalleryJar {
  const charset = charsetOf(context.options);
  const loading: Loading = {
    reading: { charset, readsMark: true, checksFlag: false, session: 'spelt-zero' },
    sheet: verdictSheet(file),
    jar: pythonJar(),
    stop: undefined,
  };
  const { sheet, jar } = loading;
  const bad = findUndecodable(file, charset);
  for (const source of textLines(file)) {
    if (loading.stop === undefined && bad !== undefined && source.line >= bad.readUntil) {
      loading.stop = { line: bad.line, reason: undecodable(charset.encoding) };
    }
    addLine(loading, source);
  }
  const { stop } = loading;
  if (stop !== undefined) sheet.drop(stop.line, stop.reason);
  const verdicts = { ...context, outcomes: sheet.outcomes, reasons: sheet.reasons };
  if (stop !== undefined && !how.keepsWhatWasRead) {
    refuseAll(sheet, file);
    return { ...verdicts, refusal: stop, cookies: [] };
  }
  const cookies = jar.all();
  for (const { line } of cookies) {
    if (sheet.outcomes[line] === 3) sheet.change(line, CARRIAGE_RETURN);
  }
  return { ...verdicts, ...(stop !== undefined && { stopped: true as const }), cookies };
}

function addLine(loading: Loading, source: TextLine): void {
  const { sheet, jar, stop } = loading;
  const { line, isPiece } = source;
  const text = source.text.replace(/^ +/, '');
  const isMarked = text.startsWith(MARK);
  const bare = isMarked ? text.slice(MARK.length) : text;
  if (bare === '' || /^[#$]/.test(bare)) {
    if (!isPiece || !sheet.reasons.has(line)) passOver(sheet, line, source.text);
    return;
  }
  const result = readFields(bare, source, isMarked, loading.reading);
  if ('fails' in result) {
    loading.stop ??= { line, reason: result.fails };
    if (!(isPiece && sheet.outcomes[line] === 2)) sheet.drop(line, result.fails);
    return;
  }
  if (!('cookie' in result)) return;
  if (stop !== undefined) {
    const hasSay = sheet.outcomes[line] === 2 || sheet.reasons.has(line);
    if (!hasSay) sheet.drop(line, reason('behind-bad-line', { line: stop.line }, stop.reason.rule));
    return;
  }
  const replaced = jar.store(galleryCookie(result.cookie));
  if (replaced !== undefined && replaced.line !== line) {
    sheet.drop(replaced.line, reason('replaced', { line }, 'duplicate-identity'));
  }
  const changes = [...result.changes, ...lossesOf(result.cookie)];
  if (changes.length === 0) sheet.keep(line);
  for (const why of changes) sheet.change(line, why);
}

function passOver(sheet: VerdictSheet, line: number, text: ByteString): void {
  const result = commentResult(text);
  if ('dropped' in result) sheet.drop(line, result.dropped);
  else if ((sheet.outcomes[line] ?? 0) === 0) sheet.ignore(line, text.trim() === '' ? BLANK : COMMENT);
}

/** The mark of a session it never sets; and the value is what the jar makes of it. */
function galleryCookie(cookie: PythonCookie): PythonCookie {
  return { ...cookie, ...(cookie.name !== '' && { value: unescapedQuotes(cookie.value) }), discard: false };
}

function lossesOf({ httpOnly, name, value }: PythonCookie): readonly Reason[] {
  const losses: Reason[] = [];
  if (httpOnly) losses.push(HTTP_ONLY_LOST);
  if (name !== '' && unescapedQuotes(value) !== value) losses.push(VALUE_CHANGED);
  return losses;
}
