import { displayText } from '../cookie/byte-string.ts';
import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import { isIpAddress } from '../cookie/ip-address.ts';
import { dateText } from './moment.ts';

/** "Sent to example.com and every subdomain, only over HTTPS, until 3 March 2027." Never a value. */
export function summarise(cookie: Cookie, now: EpochSeconds): string {
  const expired = cookie.expiryTime !== undefined && cookie.expiryTime <= now;
  const parts = [`${expired ? 'Was sent' : 'Sent'} to ${receivers(cookie)}`];
  const path = displayText(cookie.path);
  if (path !== '/' && path !== '') parts.push(`under ${path}`);
  if (cookie.secureOnly) parts.push('only over HTTPS');
  if (cookie.httpOnly) parts.push('hidden from scripts');
  if (cookie.expiryTime === undefined) return `${parts.join(', ')}, until the session ends.`;
  if (expired) return `Expired on ${dateText(cookie.expiryTime)}. ${parts.join(', ')}.`;
  return `${parts.join(', ')}, until ${dateText(cookie.expiryTime)}.`;
}

function receivers(cookie: Cookie): string {
  const domain = displayText(cookie.domain);
  if (domain === '') return 'no host: it has none';
  if (isIpAddress(cookie.domain)) return domain;
  return cookie.hostOnly ? `${domain} alone` : `${domain} and every subdomain`;
}
