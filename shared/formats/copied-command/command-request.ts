import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import type { CommandWords } from './command-text.ts';

/** What a command says of the cookies of a request. */
export interface CommandRequest {
  /** As written: it may lack its scheme. */
  readonly url?: ByteString;
  /** What stands behind `Cookie:`. */
  readonly headers: readonly ByteString[];
  /** Files that the command takes cookies from; none of them is read. */
  readonly files: readonly ByteString[];
  /** Cookies of which the command says more than a header can. */
  readonly cookies: readonly Cookie[];
  /** Where in the text it begins. */
  readonly at: number;
}

/** Gathers a request while arguments are read. */
export class RequestBuilder {
  #url: ByteString | undefined;
  readonly headers: ByteString[] = [];
  readonly files: ByteString[] = [];
  readonly cookies: Cookie[] = [];

  /** The address; of several the first one counts, since all of them get the same cookies. */
  address(url: ByteString): void {
    this.#url ??= url;
  }

  /** A header; `@file` stands for those of a file. */
  header(line: ByteString): void {
    const cookie = /^\s*cookie\s*:(.*)$/is.exec(line)?.[1];
    if (cookie !== undefined) this.headers.push(cookie);
  }

  request({ at }: CommandWords): CommandRequest {
    const { headers, files, cookies } = this;
    return { headers, files, cookies, at, ...(this.#url !== undefined && { url: this.#url }) };
  }
}

/** An argument that is an option, or one that is not. */
export interface Argument {
  /** A long name without its dashes, or one letter; absent for an operand. */
  readonly option?: string;
  readonly value: ByteString;
}

/** Which options of a program take a value. What is not listed takes none, unless it is joined to it (`--name=value`). */
export interface OptionTable {
  readonly letters: string;
  readonly names: ReadonlySet<string>;
}

/** The arguments of a command in the manner of getopt_long: letters may stand together, with a value behind the last. */
export function* argumentsOf([, ...words]: readonly ByteString[], table: OptionTable): Iterable<Argument> {
  const left = words[Symbol.iterator]();
  const next = (): ByteString => left.next().value ?? '';
  for (const word of left) {
    if (word === '--') {
      for (const value of left) yield { value };
    } else if (word.startsWith('--')) {
      const [, option = '', joined] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
      yield { option, value: joined ?? (table.names.has(option) ? next() : '') };
    } else if (word.startsWith('-') && word !== '-') {
      yield* letters(word.slice(1), table, next);
    } else yield { value: word };
  }
}

function* letters(word: ByteString, table: OptionTable, next: () => ByteString): Iterable<Argument> {
  for (let at = 0; at < word.length; at++) {
    const option = word.charAt(at);
    if (!table.letters.includes(option)) yield { option, value: '' };
    else return yield { option, value: at + 1 < word.length ? word.slice(at + 1) : next() };
  }
}
