import type { ByteString } from './byte-string.ts';
import { isIpAddress } from './ip-address.ts';
import { parseUrl } from './parse-url.ts';

/** What of a URL decides about cookies. */
export interface RequestTarget {
  /** Canonical (`canonicalHost`), an IPv6 address without its brackets. */
  readonly host: ByteString;
  readonly path: ByteString;
  readonly scheme: 'http' | 'https';
}

/** Why no cookie can come from, or go to, an address. */
export type NoTarget = 'not-an-address' | 'other-scheme' | 'no-host';

/** Takes a URL apart as browsers do: host in lower case and punycode, path percent-encoded, dot segments resolved. */
export function requestTarget(url: string): RequestTarget | { readonly refused: NoTarget } {
  const parsed = parseUrl(url);
  if (parsed === undefined) {
    return { refused: /^https?:[/\\]*(?:[?#:]|$)/i.test(url.trim()) ? 'no-host' : 'not-an-address' };
  }
  const { protocol, hostname, pathname } = parsed;
  if (protocol !== 'http:' && protocol !== 'https:') return { refused: 'other-scheme' };
  return {
    host: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
    path: pathname,
    scheme: protocol === 'https:' ? 'https' : 'http',
  };
}

/**
 * Is a connection to this target one that browsers call trustworthy: https, or http to this very machine
 * (Secure Contexts §3.1: 127.0.0.0/8, ::1, `localhost` and what ends in `.localhost`)?
 */
export function isTrustworthy({ host, scheme }: RequestTarget): boolean {
  return scheme === 'https' || isLoopback(host);
}

function isLoopback(host: ByteString): boolean {
  if (isIpAddress(host)) return host === '::1' || host.startsWith('127.');
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  return name === 'localhost' || name.endsWith('.localhost');
}
