import { hostParts } from './public-suffix.ts';
import type { RequestTarget } from './request-target.ts';

/** The schemeful site of a target: what two addresses share when requests between them are same-site. */
export function siteOf({ scheme, host }: RequestTarget): string {
  return `${scheme}://${hostParts(host).registrableDomain ?? host}`;
}
