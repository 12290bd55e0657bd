/** Where a command reads and writes. `write` resolves when the system has taken it, and rejects when it would not. */
export interface Io {
  /** All of standard input. */
  readInput(): Promise<Uint8Array<ArrayBuffer>>;
  write(text: string | Uint8Array): Promise<void>;
  /** One message for the person, as plain text. Never fails: there is nobody else to tell. */
  tell(message: string): void;
  /** The same for what went wrong: it is told however little the person wants to hear. */
  fail(message: string): void;
  /** How far the work has come, on a line of its own that the next one takes the place of; empty when it is done. */
  progress(text: string): void;
  /** A line for developers about a bug; shown only when CRUMBS_DEBUG is set. */
  debug(line: string): void;
  /** Resolves when the program is to end: the person asks for it (Ctrl+C), or the system insists. */
  interrupted(): Promise<'asked' | 'insisted'>;
  /** Where the program is, to start more of it beside this one; absent where that cannot be. */
  readonly program?: URL;
}

/** Whoever read the output has stopped reading: nothing is wrong, and nothing more is wanted. */
export class OutputClosed extends Error {}

/** The output could not be written: a full disk, for one. */
export class OutputFailed extends Error {}
