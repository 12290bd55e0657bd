import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import { canonicalDomain } from '../canonical-line.ts';
import { addressLine, HeadReader, NO_ADDRESS } from './head-reader.ts';
import { leavesPath } from './set-cookie-entry.ts';

/** While headers are written: knows what a reader knows by then, and when it has to be told where the next one is from. */
export class AddressGuide {
  readonly #reader = new HeadReader();

  /** Lines that stand between cookies are written; the first may be the rest of a line. */
  between(text: ByteString, isMidLine: boolean): void {
    const lines = text.split('\n').slice(isMidLine ? 1 : 0);
    if (lines.at(-1) === '') lines.pop();
    for (const line of lines) this.#reader.pass(line.replace(/\r$/, ''));
  }

  /** The line that must stand before a header that is from nowhere known. */
  noLead(): ByteString | undefined {
    if (this.#reader.host === undefined) return undefined;
    this.#reader.pass(NO_ADDRESS);
    return NO_ADDRESS;
  }

  /** The line that must stand before the header of this cookie. */
  lead(cookie: Cookie, header: ByteString): ByteString | undefined {
    const reader = this.#reader;
    const domain = canonicalDomain(cookie.domain);
    const noPath = leavesPath(header);
    const isFromThere = !cookie.hostOnly || reader.host === domain;
    if (reader.inHead && isFromThere && (!noPath || reader.defaultPath === cookie.path)) return undefined;
    const host = cookie.hostOnly ? domain : (reader.host ?? domain);
    const line = addressLine(host, noPath ? cookie.path : '/');
    reader.pass(line);
    return line;
  }
}
