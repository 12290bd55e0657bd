import type { EpochSeconds } from '../cookie/cookie.ts';
import type { Severity } from '../rules/rule.ts';

export type LineKind = 'entry' | 'comment' | 'blank' | 'unparsed';
export type LineState = 'saved' | 'added' | 'edited';

/** A line as the grid shows it (`Row` of the API). Text is ready for people; `value` only when it is revealed. */
export interface ViewRow {
  id: number;
  /** From 1, in the file as it would be written now. */
  line: number;
  kind: LineKind;
  state: LineState;
  /** Another program wrote this line since the document was opened. */
  external?: boolean;
  selected: boolean;
  protected?: boolean;
  name: string;
  value?: string;
  domain: string;
  hostOnly: boolean;
  path: string;
  secureOnly: boolean;
  httpOnly: boolean;
  expiryTime?: EpochSeconds;
  expiryUnreadable?: boolean;
  sameSite?: string;
  size: number;
  severity?: Severity;
  findings: number;
  /** Comments and kept lines: their text, masked where it could hold a value. */
  text?: string;
}
