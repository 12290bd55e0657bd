import type { Cookie } from '../../cookie/cookie.ts';
import { isIpAddress } from '../../cookie/ip-address.ts';
import { canonicalDomain, canonicalLine, canonicalPath } from '../../formats/canonical-line.ts';
import type { LineEnd } from '../../table/table.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { LINE_ENDS } from '../edits/write-row.ts';
import { asWritten, differences } from '../set-cookie/written-cookie.ts';
import type { Incoming } from './incoming.ts';

/** How rows get into a document: their lines and their entries as they are, or each cookie written anew. */
export type Passage = 'line' | 'row' | 'cookie';

/** Lines stay what they are among lines, entries within one format. */
export function passageOf({ format }: CookieDocument, incoming: Incoming): Passage {
  if (format.kind === 'lines') return incoming.format?.kind === 'lines' ? 'line' : 'cookie';
  return incoming.format?.id === format.id ? 'row' : 'cookie';
}

/** The cookie of an incoming entry as the document will have it. */
export function arrivingCookie(document: CookieDocument, incoming: Incoming, row: number): Cookie {
  const cookie = incoming.table.cookie(row);
  if (passageOf(document, incoming) !== 'cookie') return cookie;
  const written = asWritten(cookie, document.format);
  if (document.format.kind === 'source') return written;
  const domain = canonicalDomain(cookie.domain);
  return {
    ...written,
    domain,
    hostOnly: cookie.hostOnly || isIpAddress(domain),
    path: canonicalPath(cookie.path),
  };
}

/** Puts an incoming row into the document's table. */
export function arrivingRow(
  document: CookieDocument,
  incoming: Incoming,
  { row, end }: { readonly row: number; readonly end: LineEnd },
): number {
  const { table, format } = document;
  const passage = passageOf(document, incoming);
  if (passage === 'row') return table.appendRow(incoming.table, row);
  if (passage === 'line') return table.appendLine(incoming.table.line(row) + LINE_ENDS[end]);
  const cookie = arrivingCookie(document, incoming, row);
  return format.kind === 'source'
    ? table.appendEntry(cookie)
    : table.appendLine(canonicalLine(cookie) + LINE_ENDS[end]);
}

/** Do two cookies of one identity say the same, as far as a document's format can hold it? */
export function saysTheSame(one: Cookie, other: Cookie, { format }: CookieDocument): boolean {
  if (differences(one, other, format).length > 0) return false;
  return extrasText(asWritten(one, format)) === extrasText(asWritten(other, format));
}

function extrasText({ extras = {} }: Cookie): string {
  return JSON.stringify(Object.entries(extras).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
