import type { Attribute, Cookie, CookieExtras } from '../../cookie/cookie.ts';
import { canonicalExpiry } from '../../formats/canonical-line.ts';
import type { Format } from '../../formats/format.ts';

/** The cookie as a file of the format has it: attributes that it cannot hold are gone, the expiry is in range. */
export function asWritten(cookie: Cookie, { carries }: Pick<Format, 'carries'>): Cookie {
  const { extras = {}, expiryTime, ...bare } = cookie;
  const kept = Object.entries(extras).filter(([name]) => (carries as readonly string[]).includes(name));
  return {
    ...bare,
    ...(expiryTime !== undefined && { expiryTime: Number(canonicalExpiry(expiryTime)) }),
    ...(kept.length > 0 && { extras: Object.fromEntries(kept) as CookieExtras }),
  };
}

/** What of a header's cookie a file of the format cannot hold. */
export function notCarried(
  { extras = {} }: Cookie,
  { carries }: Pick<Format, 'carries'>,
): readonly Attribute[] {
  const asked: readonly Attribute[] = ['sameSite', 'partitionKey'];
  return asked.filter((name) => name in extras && !carries.includes(name));
}

/** Attributes that may differ between two cookies of one identity. */
const COMPARED = ['value', 'secureOnly', 'httpOnly', 'expiryTime'] as const;

/** In what two cookies of one identity differ, as a file of the format has them. */
export function differences(
  one: Cookie,
  other: Cookie,
  { carries }: Pick<Format, 'carries'>,
): readonly Attribute[] {
  const differing: Attribute[] = COMPARED.filter((name) => one[name] !== other[name]);
  if (carries.includes('sameSite') && one.extras?.sameSite !== other.extras?.sameSite)
    differing.push('sameSite');
  return differing;
}

/** The cookie without the site of the pages that it is kept apart for. */
export function withoutPartition({ extras, ...cookie }: Cookie): Cookie {
  const { partitionKey: _, ...others } = extras ?? {};
  return { ...cookie, extras: others };
}
