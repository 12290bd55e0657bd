import type { ByteString } from './byte-string.ts';

/** Does a request for `requestPath` match a cookie's path (RFC 6265bis §5.1.4)? Nothing is normalised. */
export function pathMatches(requestPath: ByteString, cookiePath: ByteString): boolean {
  if (!requestPath.startsWith(cookiePath)) return false;
  if (requestPath.length === cookiePath.length || cookiePath.endsWith('/')) return true;
  return requestPath.charAt(cookiePath.length) === '/';
}
