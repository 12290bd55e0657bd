import type { Cookie } from '../../cookie/cookie.ts';
import type { RawEntry } from '../../table/entry-reader.ts';

/**
 * A cookie of structured text with what a fix changes in the fields that its line would have; nothing when it stays as
 * it is. `raw` are those fields now. Attributes that the fix does not name are the very same.
 */
export function patchedCookie(cookie: Cookie, raw: RawEntry, patch: Partial<RawEntry>): Cookie | undefined {
  const { name, value, path, httpOnly, secure, expiry } = patch;
  const changed: Cookie = {
    ...(expiry === undefined ? cookie : withExpiry(cookie, expiry)),
    ...(name !== undefined && { name }),
    ...(value !== undefined && { value }),
    ...(path !== undefined && { path }),
    ...(httpOnly !== undefined && { httpOnly }),
    ...(secure !== undefined && { secureOnly: isTrue(secure) }),
    ...((patch.domain !== undefined || patch.flag !== undefined) && scopeOf({ ...raw, ...patch })),
  };
  const keys = Object.keys({ ...cookie, ...changed }) as (keyof Cookie)[];
  return keys.every((key) => changed[key] === cookie[key]) ? undefined : changed;
}

function withExpiry(cookie: Cookie, expiry: string): Cookie {
  const { expiryTime: _gone, ...session } = cookie;
  const seconds = expiry === '' ? 0 : Number(expiry);
  if (!Number.isFinite(seconds)) return cookie;
  return seconds === 0 ? session : { ...session, expiryTime: seconds };
}

/** A full stop in front of the domain says nothing beside the flag, but one that contradicts it is kept. */
function scopeOf({ domain, flag }: RawEntry): Pick<Cookie, 'domain' | 'hostOnly'> {
  const hostOnly = !isTrue(flag);
  return { domain: hostOnly ? domain : domain.replace(/^\./, ''), hostOnly };
}

function isTrue(text: string): boolean {
  return text.toUpperCase() === 'TRUE';
}
