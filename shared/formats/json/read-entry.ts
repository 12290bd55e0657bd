import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import { CookieFields } from './cookie-fields.ts';
import type { JsonShape } from './json-shape.ts';
import type { JsonValue } from './parse-json.ts';

/** The cookie of an entry, or why it is kept verbatim. */
export function readEntry(
  shape: Pick<JsonShape, 'read'>,
  text: ByteString,
  entry: JsonValue,
): Cookie | UnparsedReason {
  if (entry.members === undefined) return 'not-an-object';
  const fields = new CookieFields(text, entry.members);
  const cookie = shape.read(fields);
  if (fields.problem !== undefined) return fields.problem;
  if (/^\.*$/.test(cookie.domain)) return 'no-domain';
  return cookie;
}
