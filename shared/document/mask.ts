import { displayText } from '../cookie/byte-string.ts';
import type { ByteString } from '../cookie/byte-string.ts';

/** What stands for a value that is not shown: always as many dots, so that no length leaks. */
export const MASK = '••••••';

const HTTP_ONLY = /^#HttpOnly_/i;

/**
 * A line as it may be shown: everything that can be a value is `MASK`, also in lines that could not be read and in
 * comments that look like entries. Ready for people.
 */
export function maskLine(line: ByteString): string {
  const text = displayText(line);
  const mark = HTTP_ONLY.exec(text)?.[0] ?? '';
  if (mark === '' && text.startsWith('#')) return maskComment(text);
  return mark + maskFields(text.slice(mark.length));
}

/** A line of seven TAB-separated columns is masked by column; any other shows only what it can be sure of. */
function maskFields(text: string): string {
  if (/^\s*$/.test(text)) return text;
  const columns = text.split('\t');
  if (columns.length === 7 && EXPIRY_TEXT.test(columns[4] ?? '')) {
    return columns[6] === '' ? text : [...columns.slice(0, 6), MASK].join('\t');
  }
  const sure = surePart(text);
  return sure.length === text.length ? text : sure + MASK;
}

/** What stands for a time, or for none. Anything else there says that a column is missing, and may be a value. */
const EXPIRY_TEXT = /^(?:\s*[+-]?[\d.]*\s*|session|never|none|null|[\d:TZ. -]{8,24})$/i;

const HOST = /^\s*[\w.*:[\]-]+/y;
const TRUTH = /[\t ]+(?:TRUE|FALSE)(?=[\t ]|$)/iy;
const PATH = /[\t ]+\/[^\t ]*/y;
const EXPIRY = /[\t ]+[+-]?\d[\d.]*(?=[\t ]|$)/y;
const NAME = /[\t ]+[^\t ]+/y;

/**
 * The beginning of a line that is certainly no value: host, flag, path, secure, expiry and name in that order, as far
 * as they go. A host alone is not certain: what is kept verbatim may be a token.
 */
function surePart(text: string): string {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  if (!take(HOST) || !take(TRUTH)) return '';
  take(PATH);
  if (take(TRUTH) && take(EXPIRY) && take(NAME)) {
    const blank = /^[\t ]+/.exec(text.slice(at));
    at += blank?.[0].length ?? 0;
  }
  return text.slice(0, at);
}

/** Comments are prose, or entries that were commented out, or `name=value` notes, or bare tokens. */
function maskComment(text: string): string {
  const hash = /^#+\s*(?:HttpOnly_)?/i.exec(text)?.[0] ?? '#';
  const rest = text.slice(hash.length);
  if (rest.includes('\t') || surePart(rest) !== '') return hash + maskFields(rest);
  if (/^(?:set-)?cookie2?\s*:/i.test(rest)) return `${hash}${rest.slice(0, rest.indexOf(':') + 1)} ${MASK}`;
  return hash + rest.split(/(\s+)/).map(maskWord).join('');
}

/** A word of a comment: addresses keep their path, assignments their name, long words with digits nothing. */
function maskWord(word: string): string {
  const address = /^[^?#]*[?#]/.exec(word)?.[0];
  if (/^\W*https?:\/\//i.test(word)) return address === undefined ? word : address + MASK;
  const assignment = /^[^=]+=(?=.)/.exec(word)?.[0];
  if (assignment !== undefined && !/^=+$/.test(word)) return assignment + MASK;
  return word.length >= 16 && /\d/.test(word) ? MASK : word;
}
