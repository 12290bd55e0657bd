import type { ByteString } from './byte-string.ts';
import type { Cookie } from './cookie.ts';

/** Name and value together, in bytes: what browsers keep (RFC 6265bis §5.7, step 6). */
export const MAX_NAME_AND_VALUE = 4096;
/** The whole value of a `Set-Cookie` header, in bytes: the older reading of the same limit. */
export const MAX_HEADER_VALUE = 4096;

/** The size of a cookie in bytes: its name and its value, nothing between. */
export function cookieSize(cookie: { readonly name: ByteString; readonly value: ByteString }): number {
  return cookie.name.length + cookie.value.length;
}

/** How many bytes name and value may have together if the whole header value is to keep to `cap`. */
export function headerSizeCap(headerLength: number, size: number, cap: number = MAX_HEADER_VALUE): number {
  return cap - (headerLength - size);
}

const EXPIRES = 'Sat, 01 Jan 2022 08:00:00 GMT';
const SAME_SITE = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

/**
 * The length in bytes of the `Set-Cookie` header value that would set this cookie, with `Domain`, `Path`, `Secure`,
 * `HttpOnly`, `Expires` and `SameSite` where it has them.
 */
export function setCookieLength(cookie: Cookie): number {
  let length = cookieSize(cookie) + 1 + '; Path='.length + cookie.path.length;
  if (!cookie.hostOnly) length += '; Domain='.length + cookie.domain.length;
  if (cookie.secureOnly) length += '; Secure'.length;
  if (cookie.httpOnly) length += '; HttpOnly'.length;
  if (cookie.expiryTime !== undefined) length += '; Expires='.length + EXPIRES.length;
  const sameSite = cookie.extras?.sameSite;
  if (sameSite !== undefined) length += '; SameSite='.length + SAME_SITE[sameSite].length;
  return length;
}
