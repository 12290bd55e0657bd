import type { ByteString } from '../../cookie/byte-string.ts';
import { canonicalHost } from '../../cookie/canonical-host.ts';
import { isIpAddress } from '../../cookie/ip-address.ts';
import { parseSetCookie } from '../../cookie/parse-set-cookie.ts';

/**
 * The Netscape line of a `Set-Cookie` header, when the header says all of it: domain and path, and no lifetime that
 * counts from the moment of the response. What such a line cannot hold (SameSite, Partitioned) is left out.
 */
export function lineOfSetCookie(line: ByteString): ByteString | undefined {
  const header = /^set-cookie:(.*)$/is.exec(line)?.[1];
  const parsed = header === undefined ? undefined : parseSetCookie(header);
  if (parsed === undefined || 'refused' in parsed) return undefined;
  const { name, value, domain = '', path = '', expires, maxAge, secureOnly, httpOnly } = parsed;
  const host = canonicalHost(domain.replace(/^\./, ''));
  if (host === undefined || host === '' || name === '' || !path.startsWith('/') || maxAge !== undefined) {
    return undefined;
  }
  if (/[\t\r\n\0]/.test(name + value + path)) return undefined;
  const hostOnly = isIpAddress(host);
  return [
    `${httpOnly ? '#HttpOnly_' : ''}${hostOnly ? '' : '.'}${host}`,
    hostOnly ? 'FALSE' : 'TRUE',
    path,
    secureOnly ? 'TRUE' : 'FALSE',
    expires === undefined ? '0' : String(Math.max(1, Math.floor(expires))),
    name,
    value,
  ].join('\t');
}
