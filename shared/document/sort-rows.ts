/** The columns that can be sorted by. */
export type SortColumn =
  | 'line'
  | 'name'
  | 'value'
  | 'domain'
  | 'path'
  | 'expires'
  | 'secureOnly'
  | 'httpOnly'
  | 'hostOnly'
  | 'sameSite'
  | 'size'
  | 'severity';

export interface SortKey {
  readonly column: SortColumn;
  readonly descending: boolean;
}
