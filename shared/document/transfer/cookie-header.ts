import type { ByteString } from '../../cookie/byte-string.ts';
import { type CookiePair, cookiePairs } from '../../cookie/cookie-pairs.ts';
import { COOKIE_LINE, HOST_LINE } from '../../cookie/header-lines.ts';
import { isHeaderText } from '../../rules/reading/short-line.ts';

/** The pairs of a `Cookie` header that a person pasted, and the host that the headers around it name. */
export interface CookieHeaderText {
  readonly pairs: readonly CookiePair[];
  readonly host?: ByteString;
}

const PAIR = /^[\w.$-]+=[^;\s]*$/;

/** The `Cookie` header in a text: a line of that name among request headers, or its bare content as the only line. */
export function cookieHeaderIn(text: ByteString): CookieHeaderText | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const named = lines.filter((line) => COOKIE_LINE.test(line)).map((line) => line.replace(COOKIE_LINE, ''));
  const [only = ''] = lines;
  const bare = lines.length === 1 && (isHeaderText(only.trim()) || PAIR.test(only.trim()));
  if (named.length === 0 && !bare) return undefined;
  const pairs = (named.length > 0 ? named : [only]).flatMap(cookiePairs);
  if (pairs.length === 0) return undefined;
  const host = lines.map((line) => HOST_LINE.exec(line)?.[1]).find((found) => found !== undefined);
  return { pairs, ...(host !== undefined && { host }) };
}
