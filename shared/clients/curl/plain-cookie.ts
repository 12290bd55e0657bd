import type { ByteString } from '../../cookie/byte-string.ts';
import type { PlainFields } from '../plain-line.ts';
import type { CurlBehaviour } from './behaviour.ts';
import type { CurlCookie } from './curl-cookie.ts';

/** The cookie of the line that was scanned into `fields`; `text` is the same line. */
export function plainCookie(
  text: ByteString,
  line: number,
  { fields, behaviour }: { readonly fields: Readonly<PlainFields>; readonly behaviour: CurlBehaviour },
): CurlCookie {
  const { expiryTime } = fields;
  const part = (from: number, to: number): ByteString => text.slice(from - fields.from, to - fields.from);
  const path = part(fields.pathFrom, fields.pathTo);
  return {
    line,
    name: part(fields.nameFrom, fields.nameTo),
    value: text.slice(fields.nameTo + 1 - fields.from, -1),
    domain: part(fields.domainFrom, fields.domainTo),
    hasDomain: true,
    hostOnly: fields.hostOnly,
    path,
    matchPath: behaviour.keepsPathAsWritten && path === '/' ? '' : path,
    secureOnly: fields.secureOnly,
    httpOnly: fields.httpOnly,
    ...(expiryTime > 0 && { expiryTime }),
  };
}
