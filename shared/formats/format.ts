import type { ByteString, ByteStrings } from '../cookie/byte-string.ts';
import type { Attribute, Cookie } from '../cookie/cookie.ts';
import type { UnparsedReason } from '../table/columns.ts';
import type { Progress } from '../table/progress.ts';
import type { CommandFault } from './copied-command/command-text.ts';

/** What a detector may look at: the first bytes (up to 64 KiB), as text, and the whole length. */
export interface Probe {
  readonly head: ByteString;
  readonly size: number;
}

/** Where a reader of a format other than Netscape puts what it read, in the order of the file. */
export interface RowSink {
  /** `origin` is the reader's own mark for the place in the source; it comes back in `WriteBackRow.origin`. */
  entry(cookie: Cookie, origin: number): void;
  /** Something kept verbatim: `text` is what is shown of it (it is masked like a value). */
  unparsed(text: ByteString, reason: UnparsedReason, origin: number): void;
}

/** A row on its way back into the source it was read from. */
export interface WriteBackRow {
  /** The mark that the reader gave; absent for a new row. */
  readonly origin?: number;
  /** True when the row is as it was read: its source text must come out verbatim. */
  readonly untouched: boolean;
  /** Absent for a row kept verbatim; not needed for one that is untouched. */
  readonly cookie?: Cookie;
  /** What is shown of a row kept verbatim; not needed for one that is untouched. */
  readonly kept?: ByteString;
}

/** What reading a structured source gave: its rows went to the sink; `writeBack` gives the bytes of the changed source, in order. */
export interface SourceDocument {
  writeBack(rows: Iterable<WriteBackRow>): Iterable<Uint8Array>;
  /** The line of the source, from 1, in which the row with this mark begins. */
  lineOf(origin: number): number;
}

/** Why a source cannot be read at all. Carries no text of the source: it may hold secrets. */
export interface Refusal {
  readonly code: 'not-cookies' | 'too-deep' | 'too-large' | 'syntax' | 'no-entries-possible' | 'command';
  /** What a command is beyond a program with plain arguments. */
  readonly fault?: CommandFault;
  readonly line?: number;
  readonly column?: number;
}

/** What a format makes of a cookie that it cannot hold as it is. */
export interface Misfit {
  readonly code: 'entry-left-out' | 'entry-changed';
  /** One plain sentence, the same for all cookies with this trouble. */
  readonly message: string;
}

interface FormatFacts {
  /** Equal to the file's name. */
  readonly id: string;
  readonly name: string;
  /** Without the dot; the first is used for new files. */
  readonly extensions: readonly string[];
  /** The attributes a file of this format can hold. */
  readonly carries: readonly Attribute[];
  detect(probe: Probe): boolean;
}

interface FormatReader {
  /** Reads in one pass: when it refuses, what the sink was told until then counts for nothing. */
  read(
    source: Uint8Array,
    sink: RowSink,
    strings: ByteStrings,
  ): Generator<Progress, SourceDocument | Refusal>;
}

interface FormatWriter {
  /** What `write` leaves out or changes of this cookie, the attributes that are not carried apart. */
  misfit(cookie: Cookie): Misfit | undefined;
  /** A whole file of these cookies, in this format's canonical form. */
  write(cookies: Iterable<Cookie>): Iterable<Uint8Array>;
}

/** Lines are the rows: the table reads and writes them itself. Only `netscape` is one. */
export interface LineFormat extends FormatFacts, FormatWriter {
  readonly kind: 'lines';
  readonly json?: never;
}

/** The rows stand inside some other structure (JSON), which is written back. */
export interface SourceFormat extends FormatFacts, FormatReader, FormatWriter {
  readonly kind: 'source';
  /** Is the whole file one JSON text? */
  readonly json?: true;
}

/** A command, a log or a browser's own store: its cookies are read, and nothing is ever written into it. */
export interface ImportFormat extends FormatFacts, FormatReader {
  readonly kind: 'import';
  /** No text: its detector and reader get the file's bytes as they are, whatever encoding they look like. */
  readonly binary?: true;
}

/** What a document can be saved as. */
export type WritableFormat = LineFormat | SourceFormat;

export type Format = WritableFormat | ImportFormat;
