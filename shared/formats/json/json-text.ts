import { encodeUtf8, type ByteString } from '../../cookie/byte-string.ts';

/** A piece of JSON, as bytes of UTF-8. */
export type JsonText = ByteString;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * The text inside the quotes of a JSON string: bytes outside ASCII stay as they are, `\u` escapes become UTF-8. Half of
 * a surrogate pair, which UTF-8 cannot spell, becomes U+FFFD.
 */
export function unescapeJson(inside: JsonText): ByteString {
  if (!inside.includes('\\')) return inside;
  return inside.replace(/(?:\\u[0-9a-fA-F]{4})+|\\(.)/gs, (run, letter: string | undefined) => {
    if (letter !== undefined && letter !== 'u') return ESCAPES[letter] ?? letter;
    const units = run
      .slice(2)
      .split('\\u')
      .map((digits) => Number.parseInt(digits, 16));
    return encodeUtf8(String.fromCharCode(...units));
  });
}

/** A byte string as a JSON string. Its bytes outside ASCII are written as they are. */
export function quoteJson(text: ByteString): JsonText {
  const inside = text.replace(/["\\\x00-\x1f\x7f]/g, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${inside}"`;
}

/** Members as a JSON object on one line. */
export function compactObject(members: readonly (readonly [string, JsonText])[]): JsonText {
  return `{${members.map(([key, value]) => `${quoteJson(key)}:${value}`).join(',')}}`;
}
