import type { EntryReader } from '../../table/entry-reader.ts';
import { shownField } from '../../table/shown-entry.ts';
import type { ShownField } from '../../table/shown-entry.ts';
import type { FindingData } from '../rule.ts';

const LONGEST_QUOTE = 80;

/** A field of an entry for a finding's data: as people read it, without what may be its value, cut when it is very long. */
export function quoted(reader: Pick<EntryReader, 'rawEntry'>, row: number, field: ShownField): string {
  return cut(shownField(reader, row, field));
}

/** Text that may be shown, cut when it is very long. */
export function cut(shown: string): string {
  return shown.length > LONGEST_QUOTE ? `${shown.slice(0, LONGEST_QUOTE)}…` : shown;
}

/** One item of a finding's data as text, an empty one where it is missing. */
export function word(data: FindingData, key: string): string {
  return String(data[key] ?? '');
}

/** A whole number with commas between thousands. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}

/** One item of a finding's data as a counted noun: `1 byte`, `4,097 bytes`. */
export function counted(data: FindingData, key: string, noun: string): string {
  const count = Number(data[key] ?? 0);
  return `${grouped(count)} ${noun}${count === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;
}
