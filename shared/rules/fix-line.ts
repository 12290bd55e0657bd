import type { ByteString } from '../cookie/byte-string.ts';
import type { RawEntry } from '../table/entry-reader.ts';
import type { EntryPatch } from './rule.ts';

const HTTP_ONLY = '#HttpOnly_';

/**
 * The Netscape line of an entry with `patch` applied, without its end: seven fields and six TABs, untouched fields byte
 * for byte. Nothing when the line could not be read back as that entry: a TAB, LF, CR or NUL in a new field, no domain,
 * or a domain that would make the line something else.
 */
export function fixLine(entry: RawEntry, patch: Exclude<EntryPatch, 'remove'>): ByteString | undefined {
  if (Object.values(patch).some((bytes) => typeof bytes === 'string' && /[\t\n\r\0]/.test(bytes))) {
    return undefined;
  }
  const { httpOnly, domain, flag, path, secure, expiry, name, value } = { ...entry, ...patch };
  if (domain === '' || (!httpOnly && domain.startsWith('#')) || /^[ \t]/.test(domain)) return undefined;
  return (httpOnly ? HTTP_ONLY : '') + [domain, flag, path, secure, expiry, name, value].join('\t');
}
