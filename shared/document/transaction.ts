import type { EpochSeconds } from '../cookie/cookie.ts';
import type { Change } from './change.ts';

/** What a person or a program did. */
export type UserEvent =
  | 'edit.cell'
  | 'edit.bulk'
  | 'edit.add'
  | 'edit.duplicate'
  | 'edit.delete'
  | 'edit.expire'
  | 'edit.paste'
  | 'edit.move'
  | 'edit.discard'
  | 'fix.rule'
  | 'recipe'
  | 'import'
  | 'reload.disk'
  | 'revert'
  | 'restore';

/** A change as one step that can be undone. */
export interface Transaction {
  /** What to say of it: "Delete 14 cookies". Never a value. */
  readonly label: string;
  readonly event: UserEvent;
  readonly time: EpochSeconds;
  readonly change: Change;
}
