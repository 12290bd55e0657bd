import type { ByteString } from '../cookie/byte-string.ts';
import type { StoredCookie } from './client.ts';

/** A line as programs save it, from what they spell in ways of their own: the first and the fifth column. */
export function savedLine(
  {
    hostOnly,
    path,
    secureOnly,
    name,
    value,
  }: Pick<StoredCookie, 'hostOnly' | 'path' | 'secureOnly' | 'name' | 'value'>,
  spelled: { readonly domain: ByteString; readonly expiry: ByteString },
): ByteString {
  const flag = (set: boolean): string => (set ? 'TRUE' : 'FALSE');
  return [spelled.domain, flag(!hostOnly), path, flag(secureOnly), spelled.expiry, name, value].join('\t');
}
