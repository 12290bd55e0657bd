import type { Progress } from './progress.ts';
import type { Table } from './table.ts';

/** What rows are sorted by: a column, or a rank from 0 to 2^32 - 1 that the caller knows of each row. */
export type SortBy =
  | 'domain'
  | 'path'
  | 'name'
  | 'value'
  | 'expiry'
  | 'httpOnly'
  | 'secure'
  | 'subdomains'
  | 'size'
  | ((row: number) => number);

export interface TableSortKey {
  readonly by: SortBy;
  readonly descending: boolean;
}

/**
 * The rows in order, by the first key, then the next; rows that are alike stay in the order given. Text is compared
 * byte by byte, `size` is name and value together, a session cookie expires last and an unreadable expiry first.
 * Rows that are not entries come behind all entries, whatever the direction.
 */
export function sortRows(
  _table: Table,
  _rows: Uint32Array,
  _keys: readonly TableSortKey[],
): Generator<Progress, Uint32Array> {
  throw new Error('pending');
}
