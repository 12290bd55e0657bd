import type { Cookie } from '../../cookie/cookie.ts';
import { requestTarget } from '../../cookie/request-target.ts';
import { canonicalDomain, canonicalPath } from '../canonical-line.ts';
import type { Misfit } from '../format.ts';
import { isoTimeMisfit } from '../json/iso-time.ts';
import { readSetCookie, setCookieLine } from './set-cookie-entry.ts';

/** What becomes of a cookie in a `Set-Cookie` header: one that would be read as another is left out. */
export function headerMisfit(cookie: Cookie): Misfit | undefined {
  const leftOut = (message: string): Misfit => ({ code: 'entry-left-out', message });
  const changed = (message: string): Misfit => ({ code: 'entry-changed', message });
  const { expiryTime } = cookie;
  const domain = canonicalDomain(cookie.domain);
  if (domain === '') return leftOut('There is no domain.');
  const url = requestTarget(`https://${domain.includes(':') ? `[${domain}]` : domain}/`);
  if (cookie.hostOnly && ('refused' in url || url.host !== domain)) {
    return leftOut('No address has this host, so nothing can say where the header is from.');
  }
  const back = readSetCookie(setCookieLine(cookie), { host: domain, defaultPath: '/' });
  const isSame =
    typeof back !== 'string' &&
    back.name === cookie.name &&
    back.value === cookie.value &&
    back.domain === domain &&
    back.hostOnly === cookie.hostOnly &&
    back.path === canonicalPath(cookie.path);
  if (!isSame) {
    return leftOut(
      'A header of these words would set another cookie, or none: a semicolon, blank, control character or too much text.',
    );
  }
  if (domain !== cookie.domain)
    return changed('The domain is written as browsers do: small letters, no leading full stop.');
  if (!cookie.path.startsWith('/')) return changed('A path that does not begin with "/" is written as "/".');
  if (expiryTime !== undefined && expiryTime < 1) {
    return changed('An expiry out of range is written as the nearest that is in range.');
  }
  return isoTimeMisfit(cookie, 'A Set-Cookie header');
}
