import type { ByteString } from '../cookie/byte-string.ts';
import type { Cookie, CookieExtras, SameSite } from '../cookie/cookie.ts';
import type { Field } from './columns.ts';
import type { UnparsedReason } from './columns.ts';

/** An entry as its line spells it: every field's own bytes, `domain` with its dot, `value` unmasked. */
export interface RawEntry {
  readonly httpOnly: boolean;
  readonly domain: ByteString;
  readonly flag: ByteString;
  readonly path: ByteString;
  readonly secure: ByteString;
  readonly expiry: ByteString;
  readonly name: ByteString;
  readonly value: ByteString;
}

/** Reads rows of a table. A row is known by its number; what it decodes is not kept. */
export interface EntryReader {
  /** The bytes of one field; only for rows that are entries. */
  field(row: number, field: Field): ByteString;
  /** The length in bytes of one field, without decoding it. */
  fieldLength(row: number, field: Field): number;
  /** The whole row without its line end. */
  line(row: number): ByteString;
  rawEntry(row: number): RawEntry;
  cookie(row: number): Cookie;
  extras(row: number): CookieExtras | undefined;
  /** One of the extras, where only that is asked for. */
  sameSite(row: number): SameSite | undefined;
  /** Why the row is kept verbatim; only for rows of `Kind.unparsed`. */
  reason(row: number): UnparsedReason;
}
