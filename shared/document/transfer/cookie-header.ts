import type { ByteString } from '../../cookie/byte-string.ts';
import { type CookiePair, cookiePairs } from '../../cookie/cookie-pairs.ts';
import { isHeaderText } from '../../rules/reading/short-line.ts';

/** The pairs of a `Cookie` header that a person pasted, and the host that the headers around it name. */
export interface CookieHeaderText {
  readonly pairs: readonly CookiePair[];
  readonly host?: ByteString;
}

/** `Cookie: a=b`, also behind the mark that `curl -v` and the like put before what goes out. */
const COOKIE = /^[>*\s]*cookie[ \t]*:/i;
const HOST = /^[>*\s]*(?:host|:authority)[ \t]*:\s*(\S+)\s*$/i;
const PAIR = /^[\w.$-]+=[^;\s]*$/;

/** The `Cookie` header in a text: a line of that name among request headers, or its bare content as the only line. */
export function cookieHeaderIn(text: ByteString): CookieHeaderText | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const named = lines.filter((line) => COOKIE.test(line)).map((line) => line.replace(COOKIE, ''));
  const [only = ''] = lines;
  const bare = lines.length === 1 && (isHeaderText(only.trim()) || PAIR.test(only.trim()));
  if (named.length === 0 && !bare) return undefined;
  const pairs = (named.length > 0 ? named : [only]).flatMap(cookiePairs);
  if (pairs.length === 0) return undefined;
  const host = lines.map((line) => HOST.exec(line)?.[1]).find((found) => found !== undefined);
  return { pairs, ...(host !== undefined && { host }) };
}
