import { EDITABLE_FIELDS } from './edits/editable-fields.ts';
import type { EditableField } from './edits/editable-fields.ts';
import { displayText } from '../cookie/byte-string.ts';
import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import { MASK } from '../cookie/mask.ts';
import { Kind, KIND_MASK } from '../table/columns.ts';
import { isDoubtful, shownText } from '../table/shown-entry.ts';
import type { Table } from '../table/table.ts';
import { ABSENT } from './change.ts';
import { dateText } from './moment.ts';
import type { RowOf } from './reload/compare-rows.ts';

/** One field of an entry before and after, ready for people. */
export interface FieldDifference {
  field: EditableField;
  before: string;
  after: string;
}

/** The fields in which two rows differ; what may be a value is masked unless revealed. Nothing unless both are entries. */
export function fieldDifferences(
  table: Table,
  rows: { readonly before: number; readonly after: number },
  reveal: boolean,
): FieldDifference[] {
  if (!isEntry(table, rows.before) || !isEntry(table, rows.after)) return [];
  return entryDifferences({ table, row: rows.before }, { table, row: rows.after }, reveal);
}

/** The fields in which two entries differ, wherever they stand, as `fieldDifferences` has them. */
export function entryDifferences(before: RowOf, after: RowOf, reveal: boolean): FieldDifference[] {
  const was = before.table.cookie(before.row);
  const is = after.table.cookie(after.row);
  return EDITABLE_FIELDS.flatMap((field) => {
    if (fieldText(was, field) === fieldText(is, field)) return [];
    const shown = ({ table, row }: RowOf): string => shownEntryField(table, row, field, reveal);
    return [{ field, before: shown(before), after: shown(after) }];
  });
}

/** A field of an entry, ready for people; what may be a value is masked unless revealed. */
export function shownEntryField(table: Table, row: number, field: EditableField, reveal: boolean): string {
  const text = fieldText(table.cookie(row), field);
  return reveal ? text : maskedField(table, row, field, text);
}

/** A field's text as it may be shown. */
function maskedField(table: Table, row: number, field: EditableField, text: string): string {
  switch (field) {
    case 'value':
      return MASK;
    case 'name':
    case 'path':
      return shownText(table.rawEntry(row), field);
    case 'domain':
      return withoutDot(shownText(table.rawEntry(row), field));
    default:
      return text;
  }
}

/** "example.com sid", or what kind of line it is; what may be a value is masked unless revealed. */
export function subjectOf(table: Table, row: number, reveal: boolean): string {
  if (isEntry(table, row)) {
    const entry = table.rawEntry(row);
    const doubtful = isDoubtful(entry);
    const text = (field: 'domain' | 'name'): string =>
      reveal ? displayText(entry[field]) : shownText(entry, field, doubtful);
    return `${withoutDot(text('domain'))} ${text('name')}`;
  }
  switch ((table.columns.flags[row] ?? 0) & KIND_MASK) {
    case Kind.blank:
      return 'Blank line';
    case Kind.comment:
      return 'Comment';
    default:
      return 'Unread line';
  }
}

function fieldText(cookie: Cookie, field: EditableField): string {
  switch (field) {
    case 'name':
    case 'value':
    case 'domain':
    case 'path':
      return displayText(cookie[field]);
    case 'hostOnly':
    case 'secureOnly':
    case 'httpOnly':
      return cookie[field] ? 'yes' : 'no';
    case 'expires':
      return expiryText(cookie.expiryTime);
    case 'sameSite':
      return cookie.extras?.sameSite ?? 'unset';
  }
}

function expiryText(time: EpochSeconds | undefined): string {
  return time === undefined ? 'session' : dateText(time, true);
}

function withoutDot(domain: string): string {
  return domain.replace(/^\./, '');
}

function isEntry(table: Table, row: number): boolean {
  return row !== ABSENT && ((table.columns.flags[row] ?? 0) & KIND_MASK) === Kind.entry;
}
