import type { RequestTarget } from '../cookie/request-target.ts';
import type { Initiator } from './browser.ts';

/**
 * Where a request comes from, as people choose it. `same-site`: the person, or a page of the same site. `cross-site`: a
 * link on a page of another site. `embedded`: a picture, a frame or a script in a page of another site.
 */
export const ORIGINS = ['same-site', 'cross-site', 'embedded'] as const;
export type Origin = (typeof ORIGINS)[number];

/** Belongs to no site that there is. */
const ELSEWHERE = 'another-site.invalid';

/** The initiator that is meant; nothing where the request counts as the person's own. */
export function initiatorOf(origin: Origin, { scheme, host }: RequestTarget): Initiator | undefined {
  if (origin === 'same-site') return undefined;
  const other = host.endsWith(ELSEWHERE) ? `not-${ELSEWHERE}` : ELSEWHERE;
  return { target: { scheme, host: other, path: '/' }, topLevel: origin === 'cross-site' };
}
