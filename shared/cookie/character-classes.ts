import type { ByteString } from './byte-string.ts';

/** A byte of 0x00 to 0x1F, or 0x7F. */
// oxlint-disable-next-line no-control-regex -- control characters are what is asked for
const CONTROL = /[\0-\x1f\x7f]/;
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const COOKIE_OCTETS = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/;
const HIGH = /[\x80-\xff]/;

/** Is this a token (RFC 9110 §5.6.2), which is what a server may use as a cookie's name? */
export function isToken(text: ByteString): boolean {
  return TOKEN.test(text);
}

/** Is this a cookie-value that a server may send (RFC 6265bis §4.1.1): cookie-octets, in double quotes or without? */
export function isCookieValue(text: ByteString): boolean {
  return COOKIE_OCTETS.test(isQuoted(text) ? text.slice(1, -1) : text);
}

/** Does it begin and end with a double quote, two different ones? */
export function isQuoted(text: ByteString): boolean {
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"');
}

export function hasControlCharacter(text: ByteString): boolean {
  return CONTROL.test(text);
}

/** Is there a byte of 0x80 or above? */
export function hasHighByte(text: ByteString): boolean {
  return HIGH.test(text);
}

/** `text` with every byte that is not a cookie-octet, and `%` itself, written as `%` and two hexadecimal digits. */
export function percentEncodeValue(text: ByteString): ByteString {
  return text.replace(
    /[^\x21\x23\x24\x26-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
