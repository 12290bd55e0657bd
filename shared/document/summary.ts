import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import { isIpAddress } from '../cookie/ip-address.ts';
import { dateText } from './moment.ts';

/** What a summary is made of beside the cookie: its domain and path as they may be shown, and the clock. */
interface SummaryWords {
  readonly domain: string;
  readonly path: string;
  readonly now: EpochSeconds;
}

/** "Sent to example.com and every subdomain, only over HTTPS, until 3 March 2027." Never a value. */
export function summarise(cookie: Cookie, { domain, path, now }: SummaryWords): string {
  const expired = cookie.expiryTime !== undefined && cookie.expiryTime <= now;
  const parts = [`${expired ? 'Was sent' : 'Sent'} to ${receivers(cookie, domain)}`];
  if (path !== '/' && path !== '') parts.push(`under ${path}`);
  if (cookie.secureOnly) parts.push('only over HTTPS');
  if (cookie.httpOnly) parts.push('hidden from scripts');
  if (cookie.expiryTime === undefined) return `${parts.join(', ')}, until the session ends.`;
  if (expired) return `Expired on ${dateText(cookie.expiryTime)}. ${parts.join(', ')}.`;
  return `${parts.join(', ')}, until ${dateText(cookie.expiryTime)}.`;
}

function receivers(cookie: Cookie, domain: string): string {
  if (domain === '') return 'no host: it has none';
  if (isIpAddress(cookie.domain)) return domain;
  return cookie.hostOnly ? `${domain} alone` : `${domain} and every subdomain`;
}
