import type { Attribute, Cookie } from '../cookie/cookie.ts';
import { shownCookieName } from '../cookie/shown-text.ts';
import type { Loss } from './loss.ts';

const MAX_NAMES = 10;

/** One kind of loss, before it is counted. */
export type LossKind = Omit<Loss, 'count' | 'names'>;

/** Counts losses of the same words together, in the order in which they were first met. */
export interface LossTally {
  add(kind: LossKind, cookie: Cookie): void;
  losses(): readonly Loss[];
}

/** An empty tally. */
export function lossTally(): LossTally {
  const kinds = new Map<string, { readonly kind: LossKind; count: number; readonly names: Set<string> }>();
  return {
    add(kind, cookie) {
      const id = `${kind.code} ${kind.message}`;
      const seen = kinds.get(id) ?? { kind, count: 0, names: new Set<string>() };
      kinds.set(id, seen);
      seen.count++;
      if (seen.names.size < MAX_NAMES)
        seen.names.add(cookie.name === '' ? '(no name)' : shownCookieName(cookie));
    },
    losses: () =>
      [...kinds.values()].map(({ kind, count, names }) => ({ ...kind, count, names: [...names] })),
  };
}

/** Whether a cookie says anything of this attribute that could be lost. */
export function hasAttribute(cookie: Cookie, attribute: Attribute): boolean {
  switch (attribute) {
    case 'name':
    case 'value':
    case 'domain':
    case 'hostOnly':
    case 'path':
      return true;
    case 'secureOnly':
    case 'httpOnly':
      return cookie[attribute];
    case 'expiryTime':
      return cookie.expiryTime !== undefined;
    default:
      return cookie.extras?.[attribute] !== undefined;
  }
}
