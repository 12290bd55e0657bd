import type { ByteString } from '../../cookie/byte-string.ts';

/** A command of a text, as the program would get it. */
export interface CommandWords {
  /** The program first. */
  readonly words: readonly ByteString[];
  /** Where in the text it begins. */
  readonly at: number;
}

/** Why a text is more than a command with plain arguments: nothing of it is ever run. */
export type CommandFault =
  | 'expansion'
  | 'operator'
  | 'unclosed-quote'
  | 'other-program'
  | 'no-address'
  | 'no-cookies'
  | 'only-a-file';

/** Thrown inside a reader of commands and caught by it. */
export class CommandFaultError extends Error {
  readonly fault: CommandFault;

  constructor(fault: CommandFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Collects words and commands while a text is read. */
export class WordCollector {
  readonly #commands: CommandWords[] = [];
  #words: ByteString[] = [];
  #word: ByteString | undefined;
  #at = 0;

  /** Adds to the word that is open, or opens one; an empty text makes an empty word. */
  add(text: ByteString, at: number): void {
    if (this.#word === undefined && this.#words.length === 0) this.#at = at;
    this.#word = (this.#word ?? '') + text;
  }

  get inWord(): boolean {
    return this.#word !== undefined;
  }

  get first(): ByteString {
    return this.#words[0] ?? this.#word ?? '';
  }

  endWord(): void {
    if (this.#word !== undefined) this.#words.push(this.#word);
    this.#word = undefined;
  }

  endCommand(): void {
    this.endWord();
    if (this.#words.length > 0) this.#commands.push({ words: this.#words, at: this.#at });
    this.#words = [];
  }

  /** All commands, the text having ended. */
  commands(): readonly CommandWords[] {
    this.endCommand();
    return this.#commands;
  }
}

/** Does nothing but a line's end follow? Browsers set the commands of a list apart so. */
export function endsLine(text: ByteString, at: number): boolean {
  return /^[ \t]*(?:\r?\n|$)/.test(text.slice(at, at + 200));
}

/** What stands between a place and the quote that ends it; what follows an escape is part of it, and so is a doubled quote. */
export function insideOf(
  text: ByteString,
  from: number,
  by: { readonly quote: string; readonly escape?: string; readonly doubled?: boolean },
): ByteString {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === by.escape) at++;
    else if (character !== by.quote) continue;
    else if (by.doubled === true && text.charAt(at + 1) === by.quote) at++;
    else return text.slice(from, at);
  }
  throw new CommandFaultError('unclosed-quote');
}
