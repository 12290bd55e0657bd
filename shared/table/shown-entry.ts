import {
  hasHostElsewhere,
  isExpiryText,
  isFlagText,
  shownDomain,
  shownExpiry,
  shownFlag,
  shownName,
  shownPath,
} from '../cookie/shown-text.ts';
import type { Field } from './columns.ts';
import type { EntryReader, RawEntry } from './entry-reader.ts';

/** The fields of an entry that may be shown while its value may not. */
export type ShownField = Exclude<Field, 'value'>;

/**
 * Do the columns hold something else than they should? A line that lacks a column, or has one too many, has every
 * column behind it out of place: its name, too, may be the value.
 */
export function isDoubtful(entry: RawEntry): boolean {
  if (!isFlagText(entry.flag) || !isFlagText(entry.secure) || !isExpiryText(entry.expiry)) return true;
  if (entry.flag === '' && entry.secure === '') return true;
  return hasHostElsewhere(entry);
}

/** Is there anything odd about the line, so that a host which nobody knows may be anything? */
function isOdd({ flag, path, name, value }: RawEntry): boolean {
  return !/^(?:true|false)$/i.test(flag) || !/^(?:\/|$)/.test(path) || name === '' || value === '';
}

/** A field of an entry for people, with dots for whatever may be a part of its value. */
export function shownText(entry: RawEntry, field: ShownField, doubtful = isDoubtful(entry)): string {
  switch (field) {
    case 'domain':
      return shownDomain(entry.domain, { doubtful: doubtful || isOdd(entry) });
    case 'flag':
    case 'secure':
      return shownFlag(entry[field]);
    case 'path':
      return shownPath(entry.path);
    case 'expiry':
      return shownExpiry(entry.expiry);
    case 'name':
      return shownName(entry.name, { value: entry.value, doubtful });
  }
}

/** A field of a row that is an entry, as `shownText` gives it. */
export function shownField(reader: Pick<EntryReader, 'rawEntry'>, row: number, field: ShownField): string {
  return shownText(reader.rawEntry(row), field);
}
