import type { ByteString } from '../cookie/byte-string.ts';
import type { RawEntry } from '../table/entry-reader.ts';
import type { EntryPatch } from './rule.ts';

const HTTP_ONLY = '#HttpOnly_';

/**
 * The Netscape line of an entry with `patch` applied, without its end: seven fields and six TABs, untouched fields byte
 * for byte. Nothing when the line could not be read back as that entry (TAB, LF, CR or NUL in a field, a TAB in the
 * value included; no domain; a domain that would make the line a comment).
 */
export function fixLine(entry: RawEntry, patch: Exclude<EntryPatch, 'remove'>): ByteString | undefined {
  const { httpOnly, domain, flag, path, secure, expiry, name, value } = { ...entry, ...patch };
  const fields = [domain, flag, path, secure, expiry, name, value];
  // oxlint-disable-next-line no-control-regex -- these four bytes are what a line cannot hold
  if (fields.some((field) => /[\t\n\r\0]/.test(field))) return undefined;
  if (domain === '' || /^[# ]/.test(domain)) return undefined;
  return (httpOnly ? HTTP_ONLY : '') + fields.join('\t');
}
