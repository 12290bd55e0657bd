import type { ByteString } from '../../cookie/byte-string.ts';
import { COMMENT, BLANK } from '../column-reasons.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieFile, LoadContext } from '../client.ts';
import { lineByLine } from '../line-by-line.ts';
import { wholeLine, type FilePart, type StoppableJar } from '../quick-load.ts';
import { reason, type Reason } from '../reason.ts';
import { refuseAll, verdictSheet, type VerdictSheet } from '../verdict-sheet.ts';
import { charsetOf, findUndecodable } from './charset.ts';
import { pythonJar, type PythonCookie, type PythonJar } from './jar.ts';
import { textsOf, type TextLine } from './lines.ts';
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
  readonly file: CookieFile | FilePart;
  readonly reading: EntryReading;
  readonly sheet: VerdictSheet;
  readonly jar: PythonJar;
  /** Cookies, but for those that are thrown away when the file is refused. */
  readonly stops: Map<number, Reason>;
  stop: Stop | undefined;
}

interface Stop {
  readonly line: number;
  /** By the lines of the whole file, where only a part is loaded. */
  readonly unreadFrom: number;
  readonly reason: Reason;
}

/** Loads a file as gallery-dl does: no header is asked for, and the first line that cannot be read ends it. */
export function* loadGallery(
  file: CookieFile,
  context: LoadContext,
  how: GalleryLoading,
): Generator<Progress, StoppableJar<PythonCookie>> {
  const charset = charsetOf(context.options);
  const loading: Loading = {
    file,
    reading: { charset, readsMark: true, checksFlag: false, session: 'spelt-zero' },
    sheet: verdictSheet(file),
    jar: pythonJar(),
    stops: new Map(),
    stop: undefined,
  };
  const { sheet, jar } = loading;
  const bad = yield* findUndecodable(file, charset);
  yield* lineByLine(file.lineCount, (line) => {
    if (loading.stop === undefined && bad !== undefined && line >= bad.readUntil) {
      loading.stop = {
        line: bad.line,
        reason: undecodable(charset.encoding),
        unreadFrom: bad.unreadFrom,
      };
    }
    for (const source of textsOf(file, line)) addLine(loading, source);
  });
  const { stop } = loading;
  if (stop !== undefined) sheet.drop(stop.line, stop.reason);
  const verdicts = {
    ...context,
    outcomes: sheet.outcomes,
    reasons: sheet.reasons,
    ...(stop !== undefined && { stopped: { unreadFrom: stop.unreadFrom, behind: behindBadLine(stop) } }),
  };
  if (stop !== undefined && !how.keepsWhatWasRead) {
    yield* refuseAll(sheet, file);
    return {
      ...verdicts,
      refusal: { line: stop.line, reason: stop.reason },
      stops: loading.stops,
      cookies: [],
    };
  }
  const cookies = jar.all();
  for (const { line } of cookies) {
    if (sheet.outcomes[line] === 3) sheet.change(line, CARRIAGE_RETURN);
  }
  return { ...verdicts, cookies };
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
    if (!loading.stops.has(line)) loading.stops.set(line, result.fails);
    loading.stop ??= { line, reason: result.fails, unreadFrom: wholeLine(loading.file, line) + 1 };
    if (!(isPiece && sheet.outcomes[line] === 2)) sheet.drop(line, result.fails);
    return;
  }
  if (!('cookie' in result)) return;
  if (stop !== undefined) {
    const hasSay = sheet.outcomes[line] === 2 || sheet.reasons.has(line);
    if (!hasSay) sheet.drop(line, behindBadLine(stop));
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

function behindBadLine({ line, reason: { rule } }: Stop): Reason {
  return reason('behind-bad-line', { line }, rule);
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
