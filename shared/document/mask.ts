import { displayText } from '../cookie/byte-string.ts';
import type { ByteString } from '../cookie/byte-string.ts';
import { looksSecret } from '../cookie/looks-secret.ts';
import { MASK } from '../cookie/mask.ts';
import { shownDomain, shownName, shownPath } from '../cookie/shown-text.ts';
import { FIELDS, KIND_MASK, Kind } from '../table/columns.ts';
import { isDoubtful, shownText } from '../table/shown-entry.ts';
import type { Table } from '../table/table.ts';

const HTTP_ONLY = /^#HttpOnly_/i;

/** A row's line as it may be shown, ready for people: of an entry, column by column; of any other, as `maskLine` has it. */
export function maskRow(table: Table, row: number): string {
  const line = table.line(row);
  if (((table.columns.flags[row] ?? 0) & KIND_MASK) !== Kind.entry) return maskLine(line);
  const entry = table.rawEntry(row);
  const doubtful = isDoubtful(entry);
  const start = table.columns.start[row] ?? 0;
  let shown = '';
  let at = 0;
  for (const field of FIELDS) {
    const [from, to] = table.fieldEnds(row, field);
    if (to === from) continue;
    shown += displayText(line.slice(at, from - start));
    shown += field === 'value' ? MASK : shownText(entry, field, doubtful);
    at = to - start;
  }
  return shown + displayText(line.slice(at));
}

/**
 * A line that is no entry as it may be shown: everything that can be a value is `MASK`, in lines that could not be read
 * and in comments that look like entries. Ready for people.
 */
export function maskLine(line: ByteString): string {
  const mark = HTTP_ONLY.exec(line)?.[0] ?? '';
  if (mark === '' && line.startsWith('#')) return maskComment(line);
  return mark + maskFields(line.slice(mark.length));
}

/** A line of seven TAB-separated columns is masked by column; any other shows only what it can be sure of. */
function maskFields(text: ByteString): string {
  if (/^[ \t]*$/.test(text)) return text;
  const columns = text.split('\t');
  if (columns.length === FIELDS.length) {
    const [domain = '', flag = '', path = '', secure = '', expiry = '', name = '', value = ''] = columns;
    const entry = { httpOnly: false, domain, flag, path, secure, expiry, name, value };
    if (!isDoubtful(entry)) {
      const shown = FIELDS.map((field) =>
        field === 'value' ? masked(value) : shownText(entry, field, false),
      );
      return shown.join('\t');
    }
  }
  const { shown, rest } = surePart(text);
  return rest === '' || shown.endsWith(MASK) ? shown : shown + MASK;
}

function masked(text: ByteString): string {
  return text === '' ? '' : MASK;
}

const HOST = /([\t ]*)([-\w.*:[\]\x80-\xff]+)/y;
const TRUTH = /([\t ]+)(TRUE|FALSE)(?=[\t ]|$)/iy;
const PATH = /([\t ]+)(\/[^\t ]*)/y;
const EXPIRY = /([\t ]+)([+-]?\d[\d.]{0,20})(?=[\t ]|$)/y;
const NAME = /([\t ]+)([^\t ]+)/y;

/** The beginning of a line, and the blanks behind it, as shown; and what is left of the line. */
interface Sure {
  readonly shown: string;
  readonly rest: ByteString;
}

/**
 * The beginning of a line that is certainly no value: host, flag, path, secure, expiry and name in that order, as far
 * as they go. A host alone is not certain: what is kept verbatim may be a token.
 */
function surePart(text: ByteString): Sure {
  let at = 0;
  const take = (pattern: RegExp): readonly [string, string] | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return undefined;
    at = pattern.lastIndex;
    return [found[1] ?? '', found[2] ?? ''];
  };
  const nothing = { shown: '', rest: text };
  const [indent, host = ''] = take(HOST) ?? [''];
  const domain = shownDomain(host, { doubtful: true });
  const flag = domain === MASK || host === '' ? undefined : take(TRUTH);
  if (flag === undefined) return nothing;
  let shown = indent + domain + flag.join('');
  let end = at;
  const path = take(PATH);
  const secure = take(TRUTH);
  if (path !== undefined && (secure !== undefined || path[1] === '/')) {
    shown += path[0] + shownPath(path[1]);
    end += path.join('').length;
  }
  if (secure === undefined) return { shown, rest: text.slice(end) };
  shown += secure.join('');
  end = at;
  const expiry = take(EXPIRY);
  const name = expiry && take(NAME);
  if (expiry === undefined || name === undefined) return { shown, rest: text.slice(end) };
  const value = text.slice(at).replace(/^[\t ]+/, '');
  const gap = text.slice(at, text.length - value.length);
  shown += expiry.join('') + name[0] + shownName(name[1], { value, doubtful: false }) + gap;
  return { shown, rest: value };
}

/** Comments are prose, or entries that were commented out, or `name=value` notes, or bare tokens. */
function maskComment(text: ByteString): string {
  const hash = /^#+[ \t]*(?:HttpOnly_)?/i.exec(text)?.[0] ?? '#';
  const rest = text.slice(hash.length);
  if (rest.includes('\t') || surePart(rest).shown !== '') return hash + maskFields(rest);
  if (/^(?:set-)?cookie[23]?\s*:/i.test(rest))
    return `${hash}${rest.slice(0, rest.indexOf(':') + 1)} ${MASK}`;
  if (/[{}]|["']\s*[:=]/.test(rest)) return hash + MASK;
  const note = /^([-\w.$]{1,40}[ ]*:[ ]*)[^ ]+$/.exec(rest)?.[1];
  if (note !== undefined && !/^https?:/i.test(note)) {
    return hash + (looksSecret(note) ? MASK : displayText(note) + MASK);
  }
  return hash + maskProse(rest);
}

/** Prose up to the first assignment: what follows it may be a value with blanks in it. */
function maskProse(text: ByteString): string {
  const shown: string[] = [];
  for (const part of text.split(/([ \t]+)/)) {
    const assignment = /^[^=]+=(?=.)/.exec(part)?.[0];
    if (assignment !== undefined && !isAddress(part) && !/^=+$/.test(part)) {
      shown.push(looksSecret(assignment) ? MASK : displayText(assignment) + MASK);
      break;
    }
    shown.push(maskWord(part));
  }
  return shown.join('');
}

/** A word of a comment: addresses keep their path, and words that look drawn by lot are not shown. */
function maskWord(word: ByteString): string {
  if (isAddress(word)) {
    const sure = /^[^?#;=]*[?#;=]/.exec(word)?.[0];
    const address = (sure ?? word).replace(/\/\/[^/@]*@/, `//${MASK}@`);
    const parts = address.split('/').map((part) => (looksSecret(part) ? MASK : displayText(part)));
    return parts.join('/') + (sure === undefined ? '' : MASK);
  }
  if (/[0-9]{8}/.test(word) || looksSecret(word) || word.length > 24) return MASK;
  const isMixed =
    word.length >= 6 && (/[0-9].*[A-Za-z]|[A-Za-z].*[0-9]/.test(word) || /[a-z][A-Z].*[a-z][A-Z]/.test(word));
  return isMixed && !isTimeOrVersion(word) ? MASK : displayText(word);
}

function isAddress(word: ByteString): boolean {
  return /^\W*https?:\/\//i.test(word);
}

/** `2026-01-01T12:00:00Z`, `v2.31.1`, `curl/8.5.0`, `(1.21.3)`. */
function isTimeOrVersion(word: ByteString): boolean {
  return /^\W*(?:[A-Za-z-]+\/)?v?\d[\d.:T+-]*Z?\W*$/.test(word);
}
