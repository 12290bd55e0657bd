import type { ByteString } from './byte-string.ts';
import type { Cookie } from './cookie.ts';

/** The name prefixes that bind a cookie's attributes (RFC 6265bis §4.1.3), the longest first. */
export const NAME_PREFIXES = ['__Host-Http-', '__Host-', '__Secure-', '__Http-'] as const;
export type NamePrefix = (typeof NAME_PREFIXES)[number];

/** What a prefix asks for and a cookie may lack. */
export const PREFIX_REQUIREMENTS = ['secureOnly', 'httpOnly', 'hostOnly', 'rootPath'] as const;
export type PrefixRequirement = (typeof PREFIX_REQUIREMENTS)[number];

const NEEDS: Readonly<Record<NamePrefix, readonly PrefixRequirement[]>> = {
  '__Host-Http-': ['secureOnly', 'httpOnly', 'hostOnly', 'rootPath'],
  '__Host-': ['secureOnly', 'hostOnly', 'rootPath'],
  '__Secure-': ['secureOnly'],
  '__Http-': ['secureOnly', 'httpOnly'],
};

const PREFIXED = /^__(?:host-(?:http-)?|secure-|http-)/i;

/** The prefix a name begins with, in any case, as browsers compare (RFC 6265bis §5.4). */
export function namePrefix(name: ByteString): NamePrefix | undefined {
  const begin = PREFIXED.exec(name)?.[0].toLowerCase();
  return begin === undefined ? undefined : NAME_PREFIXES.find((prefix) => prefix.toLowerCase() === begin);
}

/** What the prefix of a cookie's name asks for and the cookie does not have; empty where all is well. */
export function brokenRequirements(
  cookie: Pick<Cookie, 'name' | 'secureOnly' | 'httpOnly' | 'hostOnly' | 'path'>,
): readonly PrefixRequirement[] {
  const prefix = namePrefix(cookie.name);
  if (prefix === undefined) return [];
  const has = { ...cookie, rootPath: cookie.path === '/' };
  return NEEDS[prefix].filter((requirement) => !has[requirement]);
}
