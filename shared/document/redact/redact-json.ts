import type { ByteString } from '../../cookie/byte-string.ts';
import { isSecretName, looksSecret } from '../../cookie/looks-secret.ts';
import { MASK } from '../../cookie/mask.ts';
import { shownName } from '../../cookie/shown-text.ts';
import { fakeText, type Draw } from './fake-text.ts';
import { redactLooseDomain, redactPath } from './redact-entry.ts';

/** A string or a number that stands where a value may, with the key in front of it; or a comment. */
const TOKEN = /("(?:[^"\\]|\\[^])*")(\s*:)?|-?\d[\d.eE+-]*|\/\/[^\n]*|\/\*[^]*?\*\//g;
/** `\u` with four digits, or a backslash and what it stands before. */
const ESCAPE = /\\u[0-9A-Fa-f]{4}|\\[^]/g;

const DOMAIN = /^(?:domain|host|host_?key|host_?name|first_?party_?domain|top_?level_?site|origin|url)$/i;
const PLAIN =
  /^(?:same_?site|priority|source_?scheme|store_?id|comment|version|format|kind|type|creator|generator|_?meta)$/i;
const TIME = /expir|date|time|creat|access|port|size|version|age$|^id$/i;
const WORD = /^[A-Za-z_ -]{0,24}$/;

/**
 * The text of a JSON file with other texts in the place of all that do not say where a cookie belongs. Layout, keys,
 * booleans and times stay. Works on anything, since it looks at strings and numbers alone.
 */
export function redactJson(text: ByteString, draw: Draw): ByteString {
  let key = '';
  return text.replace(TOKEN, (token: string, string: string | undefined, colon: string | undefined) => {
    if (string === undefined) {
      if (token.startsWith('/')) return token.slice(0, 2) + fakeText(token.slice(2), draw);
      return TIME.test(key) || token.length < 4 ? token : fakeNumber(token, draw);
    }
    const inside = string.slice(1, -1);
    if (colon !== undefined) {
      key = inside;
      return `"${isPlainKey(inside) ? inside : fakeEscaped(inside, draw)}"${colon}`;
    }
    return `"${redactString(inside, key, draw)}"`;
  });
}

function isPlainKey(key: ByteString): boolean {
  return /^[\w$.-]{0,60}$/.test(key) && !looksSecret(key) && !isSecretName(key, '');
}

function redactString(text: ByteString, key: string, draw: Draw): ByteString {
  if (DOMAIN.test(key)) return redactAddress(text, draw);
  if (/^path$/i.test(key))
    return text.includes('\\') ? fakeEscaped(text, draw) : redactPath(text, false, draw);
  if (/^name$/i.test(key)) {
    const shown = shownName(text, { value: 'value', doubtful: false });
    return shown.includes(MASK) || text.includes('\\') ? fakeEscaped(text, draw) : text;
  }
  if (PLAIN.test(key) && WORD.test(text) && !looksSecret(text)) return text;
  if (TIME.test(key) && /^[\d.:TZ+-]*$/.test(text)) return text;
  return fakeEscaped(text, draw);
}

/** A host, or an address of which only scheme and host may stay. */
function redactAddress(text: ByteString, draw: Draw): ByteString {
  const [, scheme = '', host = '', rest = ''] = /^(https?:\/\/)?([^/?#@\\]*)([^]*)$/i.exec(text) ?? [];
  return scheme + redactLooseDomain(host, draw) + fakeEscaped(rest, draw);
}

/** Escapes keep their form: what `\u` says is another letter of the same block, and a backslash before a sign stays. */
function fakeEscaped(text: ByteString, draw: Draw): ByteString {
  let out = '';
  let from = 0;
  for (const match of text.matchAll(ESCAPE)) {
    out += fakeText(text.slice(from, match.index), draw) + fakeEscape(match[0], draw);
    from = match.index + match[0].length;
  }
  return out + fakeText(text.slice(from), draw);
}

function fakeEscape(escape: string, draw: Draw): string {
  if (!escape.startsWith('\\u')) return escape;
  const code = Number.parseInt(escape.slice(2), 16);
  if (code < 0x80 && !/[0-9A-Za-z]/.test(String.fromCharCode(code))) return escape;
  if (code < 0x80) return `\\u00${fakeText(String.fromCharCode(code), draw).charCodeAt(0).toString(16)}`;
  const step = 1 + ((draw(escape, 1)[0] ?? 0) % 0x3f);
  const low = ((code & 0x3f) + step) % 0x40;
  return `\\u${((code & ~0x3f) | low).toString(16).padStart(4, '0')}`;
}

/** Other digits; the first is not a nought, which JSON forbids. */
function fakeNumber(number: string, draw: Draw): string {
  return fakeText(number, draw).replace(
    /^(-?)0(?=\d)/,
    (_zero, sign: string) => `${sign}${number.replace('-', '').startsWith('9') ? '8' : '9'}`,
  );
}
