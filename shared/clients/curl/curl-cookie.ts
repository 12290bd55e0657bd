import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { StoredCookie } from '../client.ts';
import type { CurlBehaviour } from './behaviour.ts';

/** A cookie as curl holds it. `path` is the one that is written back. */
export interface CurlCookie extends StoredCookie {
  /** A `Set-Cookie:` line without a domain leaves none. */
  readonly hasDomain: boolean;
  /** Absent in a `Set-Cookie:` line without a path. */
  readonly matchPath?: ByteString;
  /** The expiry in digits where a number cannot hold it. */
  readonly expiryText?: string;
}

/** The expiry as the cookie carries it, from its digits. */
export function expiryOf(digits: string): Pick<CurlCookie, 'expiryTime' | 'expiryText'> {
  if (digits === '0') return {};
  return { expiryTime: Number(digits), ...(digits.length > 15 && { expiryText: digits }) };
}

/** The path that requests are compared with: quotation marks off, `/` unless it begins with one, without a slash at its end. */
export function matchPathOf(path: ByteString, { keepsPathAsWritten }: CurlBehaviour): ByteString {
  let bare = path.startsWith('"') ? path.slice(1) : path;
  if (bare.endsWith('"')) bare = bare.slice(0, -1);
  if (!bare.startsWith('/')) return '/';
  // Before 8.18 the slash of `/` itself goes as well; nothing is left then, which every path begins with.
  const hasSlashToLose = bare.endsWith('/') && (keepsPathAsWritten || bare.length > 1);
  return hasSlashToLose ? bare.slice(0, -1) : bare;
}

/** Does the name's prefix promise what the cookie does not keep? curl knows `__Secure-` and `__Host-`. */
export function breaksPrefix(
  names: readonly ByteString[],
  { secureOnly, hostOnly, path, matchPath }: CurlCookie,
  { prefixesInAnyCase }: CurlBehaviour,
): boolean {
  for (const name of names) {
    if (!name.startsWith('__')) continue;
    const spelt = prefixesInAnyCase ? lowerCaseAscii(name) : name;
    const begins = (prefix: string): boolean =>
      spelt.startsWith(prefixesInAnyCase ? prefix.toLowerCase() : prefix);
    if (begins('__Secure-') && !secureOnly) return true;
    const isRoot = matchPath !== undefined && path === '/';
    if (begins('__Host-') && !(secureOnly && hostOnly && isRoot)) return true;
  }
  return false;
}
