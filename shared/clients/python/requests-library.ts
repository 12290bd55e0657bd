import type { ByteString } from '../../cookie/byte-string.ts';

/** What `RequestsCookieJar` makes of a value in quotation marks: the escaped ones inside are lost. */
export function unescapedQuotes(value: ByteString): ByteString {
  return value.startsWith('"') && value.endsWith('"') ? value.replaceAll('\\"', '') : value;
}

/** The path of a request as requests spells it: escapes that are not needed are resolved. */
export function requestsPath(path: ByteString): ByteString {
  return path.replace(/%[\da-f]{2}/gi, (sequence) => {
    const letter = String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
    return /[\w.~-]/.test(letter) ? letter : sequence.toUpperCase();
  });
}
