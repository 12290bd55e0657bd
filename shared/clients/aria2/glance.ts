import type { EpochSeconds } from '../../cookie/cookie.ts';
import { HTTP_ONLY_IS_COMMENT } from '../column-reasons.ts';
import { mixBytes, START } from '../identities.ts';
import type { PlainFields } from '../plain-line.ts';
import { droppedFor, KEPT, type PlainVerdict } from '../quick-load.ts';
import { reason } from '../reason.ts';

const SPACE = 32;
const ZERO = 48;
const NINE = 57;
const CAPITAL_A = 65;
const CAPITAL_Z = 90;

const MARKED = droppedFor(HTTP_ONLY_IS_COMMENT);
const IS_EXPIRED = droppedFor(reason('expired'));

/** What aria2 makes of ordinary lines, as long as no limit is near: those depend on all lines together. */
export interface Glances {
  verdict(fields: Readonly<PlainFields>, bytes: Uint8Array): PlainVerdict | undefined;
  /** The most cookies of one domain so far, and how many domains there are. */
  readonly most: { cookies: number; domains: number };
}

export function glances(now: EpochSeconds): Glances {
  const counts = new Map<number, number>();
  const most = { cookies: 0, domains: 0 };
  return {
    most,
    verdict(fields, bytes) {
      const { httpOnly, expiryTime, domainFrom, domainTo } = fields;
      if (httpOnly) return MARKED;
      const domain = mixBytes(START, bytes, domainFrom, domainTo, true);
      const count = (counts.get(domain) ?? 0) + 1;
      counts.set(domain, count);
      most.domains = counts.size;
      if (count > most.cookies) most.cookies = count;
      if (!isUsual(fields, bytes)) return undefined;
      return expiryTime === 0 || expiryTime >= now ? KEPT : IS_EXPIRED;
    },
  };
}

/** No blank that it takes off, no address, no capital of a domain that it would not match. */
function isUsual(fields: Readonly<PlainFields>, bytes: Uint8Array): boolean {
  const { domainFrom, domainTo, pathTo, nameFrom, nameTo, to } = fields;
  const first = bytes[domainFrom] ?? 0;
  if (first >= ZERO && first <= NINE) return false;
  for (let at = domainFrom; at < domainTo; at++) {
    const code = bytes[at] ?? 0;
    if (code >= CAPITAL_A && code <= CAPITAL_Z) return false;
  }
  const ends = [pathTo - 1, nameFrom, nameTo - 1, nameTo + 1, to - 2];
  return ends.every((at) => bytes[at] !== SPACE);
}
