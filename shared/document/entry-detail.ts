import type { EpochSeconds } from '../cookie/cookie.ts';
import type { CookieDocument } from './cookie-document.ts';
import type { DocumentFinding } from './findings.ts';
import type { LineKind, LineState } from './view-row.ts';

/** Everything the inspector shows of one line (`EntryDetail` of the API). */
export interface EntryDetail {
  id: number;
  line: number;
  version: number;
  kind: LineKind;
  state: LineState;
  summary: string;
  name: string;
  value?: string;
  domain: string;
  hostOnly: boolean;
  path: string;
  secureOnly: boolean;
  httpOnly: boolean;
  expiryTime?: EpochSeconds;
  expiryText: string;
  sameSite?: string;
  registrableDomain?: string;
  unicodeDomain?: string;
  nameBytes: number;
  valueBytes: number;
  extras: { label: string; text: string }[];
  editable: string[];
  findings: DocumentFinding[];
  raw: string;
  savedRaw?: string;
  reason?: string;
}

/** Everything about a line, its value only when it is revealed; nothing when there is no such line. */
export function entryDetail(
  _document: CookieDocument,
  _request: { readonly id: number; readonly reveal: boolean },
): EntryDetail | undefined {
  throw new Error('pending');
}
