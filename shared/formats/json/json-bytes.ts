import { byteString, type ByteString } from '../../cookie/byte-string.ts';
import { MAX_DEPTH } from './depth.ts';

/** Where a text stops being JSON, or where it is nested too deeply. */
export class JsonBytesFault extends Error {
  readonly at: number;
  readonly tooDeep: boolean;

  constructor(at: number, tooDeep = false) {
    super(tooDeep ? 'nested too deeply' : 'not JSON');
    this.at = at;
    this.tooDeep = tooDeep;
  }
}

export const Byte = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  backslash: 0x5c,
  openBracket: 0x5b,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
  end: -1,
} as const;

/** What may stand next while a value is passed over. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'comma' | 'inside-key' | 'inside-string';

/** How many bytes are passed over between two chances for others: some milliseconds at most. */
const SLICE = 1 << 16;
/** Keys that are asked for are short, and so are numbers. */
const LONGEST_WORD = 400;

const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?)$/i;

/**
 * Reads JSON (RFC 8259) from bytes, a token at a time and without recursion. Strings that nobody asks for are passed over and never
 * decoded, so a log of a gigabyte costs no more memory than its bytes. Strings may hold escapes that JSON does not know.
 */
export class JsonBytes {
  readonly #bytes: Uint8Array;
  #at = 0;
  #line = 1;
  #told = 0;
  #depth = 0;
  /** Of the value that is being passed over: the brackets that are open, and what may stand next. */
  readonly #open: number[] = [];
  #expected: Expected = 'value';

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
  }

  get position(): number {
    return this.#at;
  }

  /** The line of the next token, from 1, once `peek` was asked. */
  get line(): number {
    return this.#line;
  }

  /** Whether others should have a turn; asking gives it. */
  get isDue(): boolean {
    if (this.#at - this.#told < SLICE) return false;
    this.#told = this.#at;
    return true;
  }

  /** The next byte that is no blank; it is not taken. */
  peek(): number {
    for (; ; this.#at++) {
      const byte = this.#bytes[this.#at] ?? Byte.end;
      if (byte === 0x0a) this.#line++;
      else if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return byte;
    }
  }

  /** Takes this byte if it is the next one. */
  takes(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.#at++;
    return true;
  }

  take(byte: number): void {
    if (!this.takes(byte)) this.#fault();
  }

  /** Goes into an object or a list. */
  enter(opening: number): void {
    this.#deeper();
    this.take(opening);
  }

  leave(closing: number): void {
    this.take(closing);
    this.#depth--;
  }

  /** A key and its colon; nothing for one that is too long to be asked for. */
  key(): ByteString {
    if (this.peek() !== Byte.quote) this.#fault();
    const start = this.#at + 1;
    while (!this.skip());
    const end = this.#at - 1;
    this.take(Byte.colon);
    return end - start > LONGEST_WORD ? '' : byteString(this.#bytes, start, end);
  }

  /** Passes over the next value, or over a stretch of it: false when it must be called again. */
  skip(): boolean {
    const until = this.#at + SLICE;
    while (this.#at < until) {
      if (this.#expected === 'inside-string' || this.#expected === 'inside-key') {
        if (this.#string(until) && this.#stringEnded()) return true;
      } else if (this.#token()) return true;
    }
    return false;
  }

  /** Passes over one token that is no inside of a string; true when the value is complete. */
  #token(): boolean {
    const byte = this.peek();
    switch (this.#expected) {
      case 'first-key':
      case 'key':
        if (byte === Byte.quote) return this.#begin('inside-key');
        return byte === Byte.closeBrace && this.#expected === 'first-key' ? this.#close() : this.#fault();
      case 'comma':
        return this.#comma(byte);
      default:
        return byte === Byte.closeBracket && this.#expected === 'first-value'
          ? this.#close()
          : this.#value(byte);
    }
  }

  #value(byte: number): boolean {
    switch (byte) {
      case Byte.quote:
        return this.#begin('inside-string');
      case Byte.openBrace:
      case Byte.openBracket:
        this.#deeper();
        this.#open.push(byte);
        return this.#begin(byte === Byte.openBrace ? 'first-key' : 'first-value');
      default:
        return this.#literal();
    }
  }

  #comma(byte: number): boolean {
    const isObject = this.#open.at(-1) === Byte.openBrace;
    if (byte === Byte.comma) return this.#begin(isObject ? 'key' : 'value');
    return byte === (isObject ? Byte.closeBrace : Byte.closeBracket) ? this.#close() : this.#fault();
  }

  /** Takes the byte that something begins with. */
  #begin(expected: Expected): false {
    this.#at++;
    this.#expected = expected;
    return false;
  }

  #close(): boolean {
    this.#at++;
    this.#open.pop();
    this.#depth--;
    return this.#ended();
  }

  #ended(): boolean {
    const isWhole = this.#open.length === 0;
    this.#expected = isWhole ? 'value' : 'comma';
    return isWhole;
  }

  /** Passes over the inside of a string as far as `until`; true behind its closing quote. */
  #string(until: number): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    for (; at < until; at++) {
      const byte = bytes[at] ?? Byte.end;
      if (byte === Byte.backslash) at++;
      else if (byte === Byte.quote) break;
      else if (byte < 0x20) {
        this.#at = at;
        this.#fault();
      }
    }
    const isClosed = at < until;
    this.#at = isClosed ? at + 1 : at;
    return isClosed;
  }

  #stringEnded(): boolean {
    if (this.#expected === 'inside-string') return this.#ended();
    this.take(Byte.colon);
    this.#expected = 'value';
    return false;
  }

  #literal(): boolean {
    const start = this.#at;
    let end = start;
    while (end - start < LONGEST_WORD && isWordByte(this.#bytes[end] ?? 0)) end++;
    if (!LITERAL.test(byteString(this.#bytes, start, end))) this.#fault();
    this.#at = end;
    return this.#ended();
  }

  #deeper(): void {
    if (++this.#depth > MAX_DEPTH) throw new JsonBytesFault(this.#at, true);
  }

  #fault(): never {
    throw new JsonBytesFault(Math.min(this.#at, this.#bytes.length));
  }
}

/** A letter, a digit, or one of the signs in numbers. */
function isWordByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x45
  );
}
