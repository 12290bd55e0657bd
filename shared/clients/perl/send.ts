import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { ClientRequest, LeftOut, LoadedJar, SentHeader } from '../client.ts';
import { reason, type Reason } from '../reason.ts';
import type { PerlCookie } from './load.ts';

const EXPIRED = reason('expired-by-now');
const NOT_SECURE = reason('not-secure');
const OTHER_DOMAIN = reason('other-domain');
const LOCAL_NAME = reason('local-name');
const OTHER_PATH = reason('other-path');

/** The header that HTTP::Cookies adds to a request. */
export function sendCookies(jar: LoadedJar<PerlCookie>, { url, now }: ClientRequest): SentHeader {
  const owners = ownersFor(lowerCaseAscii(url.host));
  const path = url.path.includes('%') ? normalPath(url.path) : url.path;
  const leftOut: LeftOut[] = [];
  const matching: { readonly at: number; readonly owner: number; readonly length: number }[] = [];
  for (const [at, cookie] of jar.cookies.entries()) {
    const owner = owners.indexOf(cookie.owner);
    const why = owner < 0 ? otherDomain(cookie, url.host) : reasonAgainst(cookie, { path, url, now });
    if (why === undefined) matching.push({ at, owner, length: cookie.path.length });
    else leftOut.push({ cookie: at, reason: why });
  }
  // Nearer domains first, then longer paths. What is equal in both comes in an order that changes from run to run.
  const sent = matching
    .toSorted((one, other) => one.owner - other.owner || other.length - one.length || one.at - other.at)
    .map(({ at }) => at);
  const pairs = sent.flatMap((at) => {
    const cookie = jar.cookies[at];
    return cookie === undefined ? [] : [`${cookie.name}=${cookie.value}`];
  });
  return { ...(pairs.length > 0 && { header: pairs.join('; ') }), sent, leftOut };
}

/** The domains that are looked up: the host, then without its first label, with the dot before it and without. */
function ownersFor(host: ByteString): readonly ByteString[] {
  const owners: ByteString[] = [];
  let domain = host.includes('.') ? host : `${host}.local`;
  while (domain.includes('.')) {
    owners.push(domain);
    domain = domain.startsWith('.') ? domain.replace(/^\.+/, '') : domain.replace(/^[^.]*/, '');
  }
  return owners;
}

function otherDomain({ owner }: PerlCookie, host: ByteString): Reason {
  return owner === host ? LOCAL_NAME : OTHER_DOMAIN;
}

function reasonAgainst(
  cookie: PerlCookie,
  { path, url, now }: { readonly path: ByteString; readonly url: ClientRequest['url']; readonly now: number },
): Reason | undefined {
  if (!path.startsWith(cookie.path)) return OTHER_PATH;
  if (cookie.secureOnly && url.scheme !== 'https') return NOT_SECURE;
  return cookie.expiryTime !== undefined && cookie.expiryTime < now ? EXPIRED : undefined;
}

/** Percent signs are resolved but for the slash and themselves; blanks, controls and high bytes get one. */
function normalPath(path: ByteString): ByteString {
  return path
    .replace(/%([\da-f]{2})/gi, (_, digits: string) => {
      const hex = digits.toUpperCase();
      return hex === '2F' || hex === '25' ? `%${hex}` : String.fromCharCode(Number.parseInt(hex, 16));
    })
    .replace(
      /[\0- \x7f-\xff]/g,
      (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );
}
