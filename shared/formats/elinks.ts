import type { ByteString } from '../cookie/byte-string.ts';
import { lowerCaseAscii } from '../cookie/canonical-host.ts';
import { type Cookie, USUAL_ATTRIBUTES } from '../cookie/cookie.ts';
import type { UnparsedReason } from '../table/columns.ts';
import { isElinks } from './elinks/is-elinks.ts';
import type { ImportFormat } from './format.ts';
import { expiryTimeOf } from './json/cookie-fields.ts';
import { importedLines } from './records/imported-lines.ts';

/**
 * `~/.elinks/cookies`: name, value, the server that set it, path, domain, expiry, Secure and, in newer versions, HttpOnly. It is not written: the file
 * does not say whether there was a domain. Where the server is the domain, the cookie is taken to be for that host alone.
 */
export const elinks: ImportFormat = {
  kind: 'import',
  id: 'elinks',
  name: 'ELinks cookies',
  extensions: ['txt'],
  carries: USUAL_ATTRIBUTES,
  detect: isElinks,
  read: (bytes, sink, strings) =>
    importedLines(
      { bytes, sink, strings },
      { line: (text) => (text === '' ? undefined : { text, entry: entryOf(text.split('\t')) }) },
    ),
};

function entryOf(cells: readonly ByteString[]): Cookie | UnparsedReason {
  const [name = '', value = '', server = '', path = '', domain = '', expiry = '', secure = '', httpOnly] =
    cells;
  if (cells.length !== 7 && cells.length !== 8) return 'cells-differ';
  if (!/^\d+$/.test(expiry) || !/^\d+$/.test(secure) || !/^\d*$/.test(httpOnly ?? ''))
    return 'field-wrong-type';
  if (/^\.*$/.test(domain)) return 'no-domain';
  return {
    name,
    value,
    domain: domain.replace(/^\./, ''),
    hostOnly: lowerCaseAscii(server) === lowerCaseAscii(domain),
    path,
    secureOnly: Number(secure) !== 0,
    httpOnly: Number(httpOnly ?? '0') !== 0,
    ...(Number(expiry) !== 0 && { expiryTime: expiryTimeOf(Number(expiry)) }),
  };
}
