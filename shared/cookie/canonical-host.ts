import type { ByteString } from './byte-string.ts';
import { decodeUtf8 } from './byte-string.ts';
import { parseUrl } from './parse-url.ts';

/** Bytes that may stand in a URL's host without ending it or being taken for something else. */
const HOST_ONLY = /^[^\s/?#@:\\%<>[\]^|]+$/;

/** A byte string with `A` to `Z` made small; other bytes, and so other alphabets, stay. */
export function lowerCaseAscii(text: ByteString): ByteString {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * The form in which hosts are compared (RFC 6265bis §5.1.2): ASCII in lower case, labels of other alphabets as
 * punycode. A trailing full stop stays, for it names another host. Nothing where no host name can be made of it.
 */
export function canonicalHost(host: ByteString): ByteString | undefined {
  if (/^[\0-\x7f]*$/.test(host)) return host === '' ? undefined : lowerCaseAscii(host);
  const text = decodeUtf8(host);
  if (text === undefined || !HOST_ONLY.test(text)) return undefined;
  return parseUrl(`http://${text}/`)?.hostname;
}
