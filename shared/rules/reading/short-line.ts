import type { ByteString } from '../../cookie/byte-string.ts';
import { fitsColumns } from './kept-line.ts';
import { unescaped } from './html-text.ts';

/** A line whose TABs are written as a backslash and a `t`, with TABs again; nothing where the columns do not fit. */
export function columnsByWrittenTabs(line: ByteString): ByteString | undefined {
  if (!line.includes('\\t') || line.includes('\t')) return undefined;
  // As an element of a list in some program: quotation marks around, perhaps a comma.
  const text = /^\s*(["'])(.*)\1\s*[,;]?\s*$/.exec(line)?.[2] ?? line;
  const fields = text.replace(/(?:\\r)?\\n$/, '').split('\\t');
  return fitsColumns(fields) ? fields.join('\t') : undefined;
}

/** `name=value` pairs set apart by semicolons, as a Cookie header has them; one pair alone needs a semicolon behind it. */
export function isHeaderText(line: ByteString): boolean {
  return /^[\w.$-]+=[^;\s]*;(?: *[\w.$-]+=[^;\s]*;?)*\s*$/.test(line);
}

const TAG = String.raw`<\/?(?:!doctype|html|head|body|pre|code|div|p|span|br|meta|title|style)\b[^<>]*>`;
const TAGS_FIRST = new RegExp(`^(?:\\s*${TAG})+`, 'i');
const TAGS_LAST = new RegExp(`(?:${TAG}\\s*)+$`, 'i');

/** A line without the HTML tags that it begins or ends with; nothing when it has none. */
export function withoutTags(line: ByteString): ByteString | undefined {
  if (!line.includes('<')) return undefined;
  const text = line.replace(TAGS_FIRST, '').replace(TAGS_LAST, '');
  if (text === line) return undefined;
  return unescaped(text.trim());
}
