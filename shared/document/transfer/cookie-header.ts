import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import type { RequestTarget } from '../../cookie/request-target.ts';
import { isHeaderText } from '../../rules/reading/short-line.ts';

/** The pairs of a `Cookie` header that a person pasted, and the host that the headers around it name. */
export interface CookieHeaderText {
  readonly pairs: readonly Pick<Cookie, 'name' | 'value'>[];
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
  const pairs = (named.length > 0 ? named : [only]).flatMap(pairsOf);
  if (pairs.length === 0) return undefined;
  const host = lines.map((line) => HOST.exec(line)?.[1]).find((found) => found !== undefined);
  return { pairs, ...(host !== undefined && { host }) };
}

/** A pair without "=" is the value of a cookie that has no name (RFC 6265bis §5.8.3). */
function pairsOf(header: ByteString): CookieHeaderText['pairs'] {
  return header.split(';').flatMap((part) => {
    const pair = part.trim();
    const equals = pair.indexOf('=');
    if (pair === '' || pair === '=') return [];
    return [
      { name: pair.slice(0, Math.max(0, equals)).trimEnd(), value: pair.slice(equals + 1).trimStart() },
    ];
  });
}

/**
 * The cookies of a header that went to a host. It says no more than names and values: they are for that host alone, for
 * every path, until the session ends, and for HTTPS only if they went over it or if their names ask for it.
 */
export function cookiesOfHeader({ pairs }: CookieHeaderText, to: Omit<RequestTarget, 'path'>): Cookie[] {
  return pairs.map(({ name, value }) => ({
    name,
    value,
    domain: to.host,
    hostOnly: true,
    path: '/',
    secureOnly: to.scheme === 'https' || /^__(?:secure|host)-/i.test(name),
    httpOnly: false,
  }));
}
