import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { ByteString } from '../../cookie/byte-string.ts';
import type { Progress } from '../../table/progress.ts';
import { unescapeJson } from './json-text.ts';

/** A value and where it stands: [start, end) of the text. Only objects keep what is in them. */
export interface JsonValue {
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  readonly start: number;
  readonly end: number;
  readonly members?: readonly JsonMember[];
}

/** A key (unescaped) with its value; `start` is where the key's opening quote stands. */
export interface JsonMember {
  readonly key: ByteString;
  readonly start: number;
  readonly value: JsonValue;
}

/** Where the list of entries stands: right behind its `[`, and at its `]`. */
export interface JsonList {
  readonly open: number;
  readonly close: number;
}

/** The place where a text stops being JSON. */
export interface JsonFault {
  readonly faultAt: number;
}

/** jsonc-parser's `SyntaxKind`: an ambient const enum, which isolated modules cannot use. */
const Token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineBreak: 14,
  blank: 15,
  end: 17,
} as const;

/** How much text is read between two slices: some milliseconds. */
const SLICE = 1 << 15;

class SyntaxFault extends Error {
  readonly at: number;
  constructor(at: number) {
    super('not JSON');
    this.at = at;
  }
}

/** RFC 8259 to the letter: no comments, no trailing commas. Recurses, so the depth must have been looked at before. */
class Parser {
  readonly #text: ByteString;
  readonly #scanner: JSONScanner;
  #token: number = Token.end;

  constructor(text: ByteString, from: number) {
    this.#text = text;
    this.#scanner = createScanner(text, false);
    this.#scanner.setPosition(from);
    this.#next();
  }

  get #start(): number {
    return this.#scanner.getTokenOffset();
  }

  get #end(): number {
    return this.#start + this.#scanner.getTokenLength();
  }

  #next(): void {
    do {
      this.#token = this.#scanner.scan();
      if (this.#scanner.getTokenError() !== 0) throw new SyntaxFault(this.#start);
    } while (this.#token === Token.blank || this.#token === Token.lineBreak);
  }

  at(token: number): boolean {
    return this.#token === token;
  }

  /** Takes this token, or it is a fault; gives the place behind it. */
  take(token: number): number {
    if (this.#token !== token) throw new SyntaxFault(this.#start);
    const end = this.#end;
    this.#next();
    return end;
  }

  /** Elements or members between brackets; gives the place behind the closing one. */
  list(closing: number, each: () => void): number {
    if (!this.at(closing)) {
      each();
      while (this.at(Token.comma)) {
        this.#next();
        each();
      }
    }
    return this.take(closing);
  }

  /** A key and its colon. */
  key(): ByteString {
    const start = this.#start;
    const end = this.take(Token.string);
    this.take(Token.colon);
    return unescapeJson(this.#text.slice(start + 1, end - 1));
  }

  #member(): JsonMember {
    const start = this.#start;
    const key = this.key();
    return { key, start, value: this.value() };
  }

  value(): JsonValue {
    const start = this.#start;
    switch (this.#token) {
      case Token.openBrace: {
        const members: JsonMember[] = [];
        this.#next();
        const end = this.list(Token.closeBrace, () => members.push(this.#member()));
        return { kind: 'object', start, end, members };
      }
      case Token.openBracket: {
        this.#next();
        return { kind: 'array', start, end: this.list(Token.closeBracket, () => this.value()) };
      }
      case Token.string:
        return { kind: 'string', start, end: this.take(Token.string) };
      case Token.number:
        return { kind: 'number', start, end: this.take(Token.number) };
      case Token.true:
      case Token.false:
        return { kind: 'boolean', start, end: this.take(this.#token) };
      case Token.null:
        return { kind: 'null', start, end: this.take(Token.null) };
      default:
        throw new SyntaxFault(start);
    }
  }

  /** The list's elements, one by one; the scanner stands on its `[`. */
  *entries(onEntry: (entry: JsonValue) => void): Generator<Progress, JsonList> {
    const total = this.#text.length;
    const open = this.take(Token.openBracket);
    let told = open;
    let more = !this.at(Token.closeBracket);
    while (more) {
      const entry = this.value();
      onEntry(entry);
      if (entry.end - told >= SLICE) {
        told = entry.end;
        yield { done: told, total };
      }
      more = this.#comma();
    }
    const close = this.#start;
    this.take(Token.closeBracket);
    return { open, close };
  }

  /** The list that the root object holds under a key, if it does; the scanner stands on its `{`. */
  *entriesUnder(
    listKey: string,
    onEntry: (entry: JsonValue) => void,
  ): Generator<Progress, JsonList | undefined> {
    let list: JsonList | undefined;
    this.take(Token.openBrace);
    let more = !this.at(Token.closeBrace);
    while (more) {
      if (this.key() !== listKey || !this.at(Token.openBracket)) this.value();
      else if (list === undefined) list = yield* this.entries(onEntry);
      else this.fault();
      more = this.#comma();
    }
    this.take(Token.closeBrace);
    return list;
  }

  /** Steps over a comma, if there is one. */
  #comma(): boolean {
    const there = this.at(Token.comma);
    if (there) this.#next();
    return there;
  }

  fault(): never {
    throw new SyntaxFault(this.#start);
  }
}

/**
 * Reads a whole JSON text and calls `onEntry` for each element of the root array, or of the array that the root object
 * holds under `listKey`. Gives the list's place, nothing when there is no such list, or where the text is at fault;
 * entries seen before a fault have been told by then.
 */
export function* parseEntries(
  text: ByteString,
  from: number,
  listKey: string | undefined,
  onEntry: (entry: JsonValue) => void,
): Generator<Progress, JsonList | JsonFault | undefined> {
  try {
    const parser = new Parser(text, from);
    let list: JsonList | undefined;
    if (listKey === undefined && parser.at(Token.openBracket)) list = yield* parser.entries(onEntry);
    else if (listKey !== undefined && parser.at(Token.openBrace))
      list = yield* parser.entriesUnder(listKey, onEntry);
    else parser.value();
    parser.take(Token.end);
    return list;
  } catch (error) {
    if (error instanceof SyntaxFault) return { faultAt: error.at };
    throw error;
  }
}

/** One value that is known to be JSON, at `start`. */
export function parseValue(text: ByteString, start: number): JsonValue {
  return new Parser(text, start).value();
}

/** A text that is one value of JSON and nothing else; nothing when it is not. Its depth must have been looked at before. */
export function parseText(text: ByteString): JsonValue | undefined {
  try {
    const parser = new Parser(text, 0);
    const value = parser.value();
    parser.take(Token.end);
    return value;
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined;
    throw error;
  }
}
