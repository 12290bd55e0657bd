import type { ByteString } from '../../cookie/byte-string.ts';

const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  '#38': '&',
  quot: '"',
  '#34': '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  lt: '<',
  '#60': '<',
  gt: '>',
  '#62': '>',
};
const ENTITY = /&(amp|quot|apos|lt|gt|#38|#34|#39|#x27|#60|#62);/gi;

/** Does the text hold an escape of the five signs that HTML escapes? */
export function hasEntity(text: ByteString): boolean {
  return text.search(ENTITY) >= 0;
}

/** The text without such escapes, also where it was escaped more than once. */
export function unescaped(text: ByteString): ByteString {
  let plain = text;
  while (hasEntity(plain))
    plain = plain.replace(ENTITY, (all, name: string) => SIGNS[name.toLowerCase()] ?? all);
  return plain;
}

/** Single and double curly quotation marks, the low one too, as UTF-8. */
const CURLY = /\xe2\x80[\x98\x99\x9a\x9c\x9d\x9e]/g;
/** The same around a text in the code page of Windows. */
const WINDOWS_CURLY = /^([\x91-\x94\x84])([\x20-\x7e]*)([\x91-\x94])$/;

export function hasCurlyQuotes(text: ByteString): boolean {
  return text.search(CURLY) >= 0 || WINDOWS_CURLY.test(text);
}

/** The text with straight quotation marks instead of curly ones. */
export function straightQuotes(text: ByteString): ByteString {
  const windows = WINDOWS_CURLY.exec(text);
  if (windows !== null) {
    const [, open = '', inner = '', close = ''] = windows;
    return straight(open.charCodeAt(0)) + inner + straight(close.charCodeAt(0));
  }
  return text.replace(CURLY, (mark) => (mark.charCodeAt(2) < 0x9c ? "'" : '"'));
}

function straight(windowsMark: number): ByteString {
  return windowsMark === 0x91 || windowsMark === 0x92 ? "'" : '"';
}
