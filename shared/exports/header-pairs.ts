import type { ByteString } from '../cookie/byte-string.ts';
import type { Cookie } from '../cookie/cookie.ts';
import { shownCookieName } from '../cookie/shown-text.ts';
import { lossTally } from '../formats/loss-tally.ts';
import type { Loss } from '../formats/loss.ts';
import type { ExportRefusal, ExportRequest } from './export-target.ts';
import { refuse } from './file-use.ts';
import { cookieApplies, inSendingOrder, type RequestAddress } from './request-address.ts';

/** `name=value` pairs of one request header, and the cookies that are not in it. */
export interface HeaderPairs {
  /** Joined by `; `. */
  readonly text: ByteString;
  readonly losses: readonly Loss[];
}

/** What a medium can hold of names and values, and how that is said. */
export interface HeaderMedium {
  readonly allowed: RegExp;
  readonly reason: string;
}

/** Files: any byte but controls. */
export const IN_FILE: HeaderMedium = {
  allowed: /^[^\x00-\x1f\x7f]*$/,
  reason:
    'holds a control character, which would end or change the header. Leave it out, or export a cookie file.',
};

/**
 * The header of a request to `address`: only what a browser would send there goes in, and the rest is told. Refused
 * when a cookie that belongs in cannot be said in this medium; the refusal names it, never its value.
 */
export function headerPairs(
  { cookies, now }: ExportRequest,
  address: RequestAddress,
  medium: HeaderMedium,
): HeaderPairs | ExportRefusal {
  const tally = lossTally();
  const applying: Cookie[] = [];
  for (const cookie of cookies) {
    if (cookieApplies(cookie, address, now)) applying.push(cookie);
    else
      tally.add(
        {
          code: 'other-address',
          message: 'A browser would not send it to that address, so it is left away.',
        },
        cookie,
      );
  }
  if (applying.length === 0) return refuse('None of the cookies belongs to that address.');
  for (const cookie of applying) {
    const { name, value } = cookie;
    const called =
      name === ''
        ? 'A cookie without a name'
        : `The cookie ${shownCookieName(cookie).replace(/[^\x20-\x7e•]/g, '?')}`;
    if (!medium.allowed.test(name + value)) return refuse(`${called} ${medium.reason}`);
    if (name === '' || /[=;\s]/.test(name) || value.includes(';') || value.trim() !== value) {
      return refuse(
        `${called} cannot stand in a header: a server would read another one. Export a cookie file instead.`,
      );
    }
  }
  const pairs = inSendingOrder(applying).map(({ name, value }) => `${name}=${value}`);
  return { text: pairs.join('; '), losses: tally.losses() };
}
