import type { ByteStrings } from '../cookie/byte-string.ts';
import type { EpochSeconds } from '../cookie/cookie.ts';
import type { Recognised } from '../formats/recognise.ts';
import type { CookieDocument } from './cookie-document.ts';
import type { Progress } from './progress.ts';

/** What a document is opened from. The bytes are kept: do not write to them afterwards. */
export interface OpenRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly strings: ByteStrings;
  readonly now: EpochSeconds;
  /** A format's id, where a person chose it over what the bytes look like. */
  readonly as?: string;
  /** Permission bits, where the file has them. */
  readonly mode?: number;
}

/** Why bytes could not be opened; `code` is an error code of the API. */
export interface OpenRefusal {
  readonly refused: true;
  readonly code: Recognised | 'format-json-syntax' | 'format-json-too-deep';
  readonly line?: number;
  readonly column?: number;
}

/** Reads and judges a file. */
export function openDocument(_request: OpenRequest): Generator<Progress, CookieDocument | OpenRefusal> {
  throw new Error('pending');
}

/** A new Netscape document that has the magic first line and nothing else, and is not saved yet. */
export function newDocument(_strings: ByteStrings, _now: EpochSeconds): CookieDocument {
  throw new Error('pending');
}
