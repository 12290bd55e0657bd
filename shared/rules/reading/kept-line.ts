import type { ByteString } from '../../cookie/byte-string.ts';
import { isBooleanWord } from './booleans.ts';

/** What is wrong with a line that has more than seven fields. */
export type ExtraFields =
  | 'doubled-tabs'
  | 'trailing-tab'
  | 'size-column'
  | 'http-only-column'
  | 'tab-in-value';

const HTTP_ONLY = '#HttpOnly_';

/** Are these seven fields such as a cookie line has? */
export function fitsColumns(fields: readonly ByteString[]): boolean {
  const [domain = '', flag = '', , secure = '', expiry = '', name = ''] = fields;
  return (
    fields.length === 7 &&
    domain !== '' &&
    name !== '' &&
    isBooleanWord(flag) &&
    isBooleanWord(secure) &&
    /^[0-9]+$/.test(expiry)
  );
}

/** A line with more than seven fields taken apart: what is wrong, and the line mended where that is certain. */
export function extraFields(line: ByteString): { readonly kind: ExtraFields; readonly mended?: ByteString } {
  const fields = line.split('\t');
  const seven = fields.slice(0, 7);
  const rest = fields.slice(7);
  if (rest.length > 0 && rest.every((field) => field === '') && fitsColumns(seven)) {
    return { kind: 'trailing-tab', mended: seven.join('\t') };
  }
  const filled = fields.filter((field) => field !== '');
  if (filled.length < fields.length && fitsColumns(filled)) {
    return { kind: 'doubled-tabs', mended: filled.join('\t') };
  }
  if (rest.length === 1 && fitsColumns(seven)) {
    const [last = ''] = rest;
    if (/^http-?only$/i.test(last)) {
      const plain = seven.join('\t');
      return { kind: 'http-only-column', mended: plain.startsWith(HTTP_ONLY) ? plain : HTTP_ONLY + plain };
    }
    const [name = '', value = ''] = seven.slice(5);
    if (last === String(name.length + value.length)) return { kind: 'size-column', mended: seven.join('\t') };
  }
  return { kind: 'tab-in-value' };
}

/** A blank of any kind between columns: blanks, TABs, and the no-break space as UTF-8 or as one byte. */
const GAP = /(?:[ \t]|\xc2\xa0|\xa0)+/g;

/**
 * A line whose columns stand apart by blanks, with TABs again; nothing where the columns cannot be told. A value keeps
 * its own blanks. Six words with a boolean third mean an empty path, which is written `/`.
 */
export function columnsByTabs(line: ByteString): ByteString | undefined {
  const text = line.replace(/^(?:[ \t]|\xc2\xa0|\xa0)+|(?:[ \t]|\xc2\xa0|\xa0)+$/g, '');
  const words = text.split(GAP);
  const pathMissing = isBooleanWord(words[2] ?? '') && !isBooleanWord(words[3] ?? '');
  const before = pathMissing ? 5 : 6;
  if (words.length < before) return undefined;
  const first = words.slice(0, before);
  const fields = pathMissing ? [...first.slice(0, 2), '/', ...first.slice(2)] : first;
  const columns = fields.map((field, at) => (at === 1 || at === 3 ? field.toUpperCase() : field));
  const value = valueAfter(text, before);
  return fitsColumns([...columns, value]) ? [...columns, value].join('\t') : undefined;
}

/** What stands behind the first `count` words. */
function valueAfter(text: ByteString, count: number): ByteString {
  let gaps = 0;
  for (const gap of text.matchAll(GAP)) {
    gaps++;
    if (gaps === count) return text.slice(gap.index + gap[0].length).replaceAll('\t', ' ');
  }
  return '';
}

/** A line without the NUL bytes at its ends; nothing when it has none there, or others inside. */
export function withoutNulPadding(line: ByteString): ByteString | undefined {
  const text = line.replace(/^\0+/, '').replace(/\0+$/, '');
  return text === line || text.includes('\0') ? undefined : text;
}

/** The header that a line begins with, as saved responses have them. */
export function headerLine(line: ByteString): 'set-cookie' | 'cookie' | undefined {
  if (/^set-cookie3?:/i.test(line)) return 'set-cookie';
  return /^cookie:/i.test(line) ? 'cookie' : undefined;
}
