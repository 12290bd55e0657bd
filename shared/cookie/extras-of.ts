import type { Cookie, CookieExtras } from './cookie.ts';

/** Extras as they were found: what is not known may stand there as `undefined`. */
type FoundExtras = { readonly [Name in keyof CookieExtras]: CookieExtras[Name] | undefined };

/** The part of a cookie that has those of its extras that are known; nothing where none is. */
export function extrasOf(found: FoundExtras): Pick<Cookie, 'extras'> {
  const extras: Record<string, unknown> = {};
  let some = false;
  for (const [name, value] of Object.entries(found)) {
    if (value === undefined) continue;
    extras[name] = value;
    some = true;
  }
  return some ? { extras } : {};
}

const PRIORITIES = ['low', 'medium', 'high'] as const;

/** The priority of a word in small letters (Chromium's own attribute); nothing for any other word. */
export function priorityOf(word: string | undefined): CookieExtras['priority'] {
  return PRIORITIES.find((priority) => priority === word);
}
