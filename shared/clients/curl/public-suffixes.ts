import { byteString, type ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import { hostParts } from '../../cookie/public-suffix.ts';
import { isSpelt } from '../identities.ts';
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

interface Known {
  readonly domain: ByteString;
  readonly reason: Reason | undefined;
  /** The one before it with the same hash. */
  readonly next: Known | undefined;
}

/** The same for a domain in memory, of which a string is made only when it is new. */
export function suffixJudgeOfBytes(
  judge: (domain: ByteString) => Reason | undefined,
): (bytes: Uint8Array, from: number, to: number) => Reason | undefined {
  const byHash = new Map<number, Known>();
  return (bytes, from, to) => {
    let hash = 0;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const first = byHash.get(hash);
    for (let known = first; known !== undefined; known = known.next) {
      if (isSpelt(known.domain, bytes, from, to)) return known.reason;
    }
    const domain = byteString(bytes, from, to);
    const why = judge(domain);
    byHash.set(hash, { domain, reason: why, next: first });
    return why;
  };
}

function suffixReason(host: ByteString): Reason | undefined {
  if (isNumericHost(host)) return undefined;
  if (host.length > MAX_LENGTH) return TOO_LONG;
  if (!host.includes('.')) return SINGLE_LABEL;
  return hostParts(host).isPublicSuffix ? SUFFIX : undefined;
}
