import type { ByteString } from '../cookie/byte-string.ts';
import { isIpv6Address } from '../cookie/ip-address.ts';

/** Letters, digits, `-`, `_` and single full stops; one full stop may stand before. */
const ORDINARY = /^\.?(?!\.)[-.\w]+$/;

/** Is there no host of this name, whatever is asked for? An IPv6 address without brackets is one. */
export function isNoHost(domain: ByteString): boolean {
  if (ORDINARY.test(domain)) return /\.\./.test(domain);
  return !isIpv6Address(domain.startsWith('.') ? domain.slice(1) : domain);
}
