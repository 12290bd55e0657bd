import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import { parseIsoTime } from '../../cookie/parse-iso-time.ts';
import type { SetCookie } from '../../cookie/parse-set-cookie.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import { CookieFields, expiryTimeOf, sameSiteOf } from '../json/cookie-fields.ts';
import { parseText } from '../json/parse-json.ts';
import type { WalkedValue } from '../json/walk-json.ts';

/** The members of an element of a log, or why it cannot be read. */
function fieldsOf({ text, isWhole }: WalkedValue): CookieFields | UnparsedReason {
  const members = isWhole ? parseText(text)?.members : undefined;
  if (members !== undefined) return new CookieFields(text, members);
  return isWhole ? 'not-an-object' : 'field-too-long';
}

function read<Result>(
  element: WalkedValue,
  reader: (fields: CookieFields) => Result,
): Result | UnparsedReason {
  const fields = fieldsOf(element);
  if (typeof fields === 'string') return fields;
  const result = reader(fields);
  return fields.problem ?? result;
}

/** A cookie of a response, as if its header were there. */
export function receivedCookie(element: WalkedValue): SetCookie | UnparsedReason {
  return read(element, (fields): SetCookie => {
    const { path, domain, sameSite, expires } = attributes(fields);
    return {
      name: fields.requiredText('name'),
      value: fields.requiredText('value'),
      ...(expires !== undefined && { expires }),
      ...(domain !== undefined && { domain }),
      ...(path !== undefined && { path }),
      secureOnly: fields.flag('secure') ?? false,
      httpOnly: fields.flag('httpOnly') ?? false,
      ...(sameSite && { sameSite }),
      partitioned: false,
      ignored: [],
    };
  });
}

/** A cookie of a request: its name and value, and all of it where the log has that (Chromium's do). */
export function sentCookie(element: WalkedValue): Cookie | Pick<Cookie, 'name' | 'value'> | UnparsedReason {
  return read(element, (fields) => {
    const { path, domain, sameSite, expires } = attributes(fields);
    const pair = { name: fields.requiredText('name'), value: fields.requiredText('value') };
    if (domain === undefined) return pair;
    return {
      ...pair,
      domain: domain.replace(/^\./, ''),
      hostOnly: !domain.startsWith('.'),
      path: path ?? '/',
      secureOnly: fields.flag('secure') ?? false,
      httpOnly: fields.flag('httpOnly') ?? false,
      ...(expires !== undefined && { expiryTime: expiryTimeOf(expires) }),
      ...(sameSite && { extras: { sameSite } }),
    };
  });
}

/** What a header is called, in lower case, and what it says. */
export function headerOf(element: WalkedValue): { readonly name: ByteString; readonly value: ByteString } {
  const header = read(element, (fields) => ({
    name: fields.word('name') ?? '',
    value: fields.text('value') ?? '',
  }));
  return typeof header === 'string' ? { name: '', value: '' } : header;
}

function attributes(fields: CookieFields) {
  const domain = fields.text('domain');
  return {
    path: fields.text('path'),
    // Programs that do not know the domain leave it empty.
    domain: domain === '' ? undefined : domain,
    sameSite: sameSiteOf(fields.word('sameSite')),
    expires: parseIsoTime(fields.word('expires') ?? ''),
  };
}
