import type { Cookie } from '../cookie/cookie.ts';
import type { Format } from './format.ts';
import type { Loss } from './loss.ts';

/** What would be lost if these cookies were saved in this format. */
export function lossesOf(_cookies: Iterable<Cookie>, _format: Format): readonly Loss[] {
  throw new Error('pending');
}
