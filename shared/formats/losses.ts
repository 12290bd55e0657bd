import { ATTRIBUTES, type Attribute, type Cookie } from '../cookie/cookie.ts';
import { type Progress, visitInSlices } from '../table/progress.ts';
import type { WritableFormat } from './format.ts';
import type { Loss } from './loss.ts';
import { hasAttribute, type LossTally, lossTally } from './loss-tally.ts';

const WORDS: Readonly<Record<Attribute, string>> = {
  name: 'The name',
  value: 'The value',
  domain: 'The domain',
  hostOnly: 'Whether subdomains get the cookie',
  path: 'The path',
  secureOnly: 'The Secure mark',
  httpOnly: 'The HttpOnly mark',
  expiryTime: 'The expiry',
  sameSite: 'SameSite',
  partitionKey: 'The partition (CHIPS)',
  storeId: 'The cookie store or container',
  priority: 'The priority',
  sourceScheme: 'The scheme it was set over',
  sourcePort: 'The port it was set over',
  creationTime: 'The creation time',
  lastAccessTime: 'The time of last use',
};

/** What decides which losses there are; a format, or an output that is never read back. */
export type Container = Pick<WritableFormat, 'name' | 'carries' | 'misfit'>;

/** What would be lost if these cookies were saved in this format: nothing is lost that is not told. */
export function* countLosses(
  cookies: readonly Cookie[],
  format: Container,
): Generator<Progress, readonly Loss[]> {
  const tally = lossTally();
  yield* visitInSlices(cookies, (cookie) => addLosses(tally, cookie, format));
  return tally.losses();
}

/** Counts what one cookie would lose in a format; false when the format cannot hold it at all. */
export function addLosses(tally: LossTally, cookie: Cookie, format: Container): boolean {
  const misfit = format.misfit(cookie);
  if (misfit !== undefined) tally.add(misfit, cookie);
  if (misfit?.code === 'entry-left-out') return false;
  for (const attribute of ATTRIBUTES) {
    if (format.carries.includes(attribute) || !hasAttribute(cookie, attribute)) continue;
    const message = `${WORDS[attribute]} has no place in ${format.name}.`;
    tally.add({ code: 'attribute-lost', attribute, message }, cookie);
  }
  return true;
}
