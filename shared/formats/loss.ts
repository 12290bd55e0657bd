import type { Attribute } from '../cookie/cookie.ts';

/** One thing that an output leaves out, changes or needs, counted. `names` are cookie names, never values. */
export interface Loss {
  readonly code: 'attribute-lost' | 'entry-left-out' | 'entry-changed' | 'needs-option' | 'other-address';
  readonly attribute?: Attribute;
  /** One plain sentence that says what happens and why. */
  readonly message: string;
  readonly count: number;
  /** At most ten names, as people may see them. */
  readonly names: readonly string[];
}

/** Whether something is lost; the others are advice that a command follows by itself, and what an address is not sent. */
export function isLost({ code }: { readonly code: string }): boolean {
  return code !== 'needs-option' && code !== 'other-address';
}
