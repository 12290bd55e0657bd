import type { Cookie } from '../cookie/cookie.ts';
import { canonicalLine } from '../formats/canonical-line.ts';

/** The line of a cookie for Python: up to 3.15 it takes the expiry 0 for 1970, and an empty one is its own way to say session. */
export function pythonLine(cookie: Cookie): string {
  const text = canonicalLine(cookie);
  return cookie.expiryTime === undefined ? text.replace(/^((?:[^\t]*\t){4})0\t/, '$1\t') : text;
}
