import { type ByteString, decodeUtf8 } from '#shared/cookie/byte-string.ts';
import type { Cookie } from '#shared/cookie/cookie.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { canonicalLine } from '#shared/formats/canonical-line.ts';
import { netscape } from '#shared/formats/netscape.ts';
import { entriesOf } from './cookies-of.ts';

/** What a copy is made of: values, names, whole lines, or one request header. */
export type CopyForm = 'value' | 'name' | 'netscape' | 'header';

/** The text of some entries for the clipboard, values and all: a person asked for it. */
export function copyText(document: CookieDocument, ids: Iterable<number>, form: CopyForm): string {
  const { table, format } = document;
  const parts: ByteString[] = [];
  for (const { row, cookie } of entriesOf(document, ids)) {
    if (form !== 'netscape') parts.push(part(cookie, form));
    else if (format.kind === 'lines') parts.push(table.line(row));
    else if (netscape.misfit(cookie)?.code !== 'entry-left-out') parts.push(canonicalLine(cookie));
  }
  if (form === 'header') return parts.length === 0 ? '' : text(`Cookie: ${parts.join('; ')}`);
  if (form === 'netscape') return text(parts.map((line) => `${line}\n`).join(''));
  return text(parts.join('\n'));
}

function part(cookie: Cookie, form: 'value' | 'name' | 'header'): ByteString {
  if (form === 'value') return cookie.value;
  if (form === 'name') return cookie.name;
  return cookie.name === '' ? cookie.value : `${cookie.name}=${cookie.value}`;
}

/** UTF-8 where it is valid; otherwise each byte is one character, so that nothing is lost that a paste could give back. */
function text(bytes: ByteString): string {
  return decodeUtf8(bytes) ?? bytes;
}
