import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import { hostParts } from '../../cookie/public-suffix.ts';
import { reason, type Reason } from '../reason.ts';
import { isNumericHost } from './bucket.ts';

const MAX_LENGTH = 255;
const SUFFIX = reason('public-suffix');
const SINGLE_LABEL = reason('single-label');
const TOO_LONG = reason('domain-too-long', { limit: MAX_LENGTH });

/** Why cookies of a domain are not stored by curl from 8.22 on; asked once for each spelling. */
export function suffixJudge(): (domain: ByteString) => Reason | undefined {
  const known = new Map<ByteString, Reason | undefined>();
  return (domain) => {
    if (!known.has(domain)) known.set(domain, suffixReason(lowerCaseAscii(domain)));
    return known.get(domain);
  };
}

function suffixReason(host: ByteString): Reason | undefined {
  if (isNumericHost(host)) return undefined;
  if (host.length > MAX_LENGTH) return TOO_LONG;
  if (!host.includes('.')) return SINGLE_LABEL;
  return hostParts(host).isPublicSuffix ? SUFFIX : undefined;
}
