import { parse } from 'tldts';
import type { ByteString } from './byte-string.ts';

/** What the public suffix list knows of a host name. */
export interface HostParts {
  /** The longest public suffix the host ends with: `co.uk` of `www.example.co.uk`. Absent for IP addresses. */
  readonly publicSuffix?: string;
  /** The suffix and one label more: `example.co.uk`. Absent for IP addresses and for public suffixes themselves. */
  readonly registrableDomain?: string;
  /** The suffix is on the list (private section included), not only assumed because every last label is one. */
  readonly suffixIsListed: boolean;
  readonly isPublicSuffix: boolean;
}

/** Takes a canonical host apart at its public suffix, private ones such as `github.io` included. */
export function hostParts(host: ByteString): HostParts {
  const { domain, publicSuffix, isIcann, isPrivate, isIp } = parse(host, {
    allowPrivateDomains: true,
    extractHostname: false,
    validateHostname: false,
  });
  const suffixIsListed = isIcann === true || isPrivate === true;
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  return {
    ...(publicSuffix !== null && isIp !== true && { publicSuffix }),
    ...(domain !== null && isIp !== true && { registrableDomain: domain }),
    suffixIsListed,
    isPublicSuffix: suffixIsListed && publicSuffix === name,
  };
}
