import { encodeUtf8, type ByteString } from '../../cookie/byte-string.ts';
import { CommandFaultError, type CommandWords, insideOf, WordCollector } from './command-text.ts';

const ESCAPE = /`u\{([0-9a-f]{1,6})\}|`([\s\S])|""|((?:\$\(\[char\]\d{1,5}\))+)|\$[\w({$?^:]/gi;
const ESCAPES: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
/** The session that Chromium's commands make, and nothing else, may be named. */
const SESSION = /^\$session\b[\w.]*/;
const COOKIE_ADD = /^\$session\.Cookies\.Add$/i;

/**
 * The commands of a text for PowerShell (about_Quoting_Rules, about_Special_Characters). Keys and values between `@{` and `}` are words, and so are the
 * arguments of a method. `$([char]8364)`, by which Chromium writes a character, is that character; all else that PowerShell would
 * work out is a fault: nothing here is ever run.
 */
export function powershellWords(text: ByteString): readonly CommandWords[] {
  const reader = new Reader(text);
  while (reader.step());
  return reader.collector.commands();
}

class Reader {
  readonly collector = new WordCollector();
  readonly #text: ByteString;
  #at = 0;
  #inTable = false;

  constructor(text: ByteString) {
    this.#text = text;
  }

  /** Reads on; false at the end. */
  step(): boolean {
    const text = this.#text;
    const at = this.#at;
    if (at >= text.length) return false;
    const rest = text.slice(at, at + 40);
    if (rest.startsWith('@{')) this.#table(true, 2);
    else if (rest.startsWith('}')) this.#table(false, 1);
    else if (/^[ \t\r,]/.test(rest) || (this.#inTable && /^[\n;=]/.test(rest))) this.#separator();
    else if (/^[\n;]/.test(rest)) this.#end();
    else if (/^[|&<>]/.test(rest)) throw new CommandFaultError('operator');
    else if (/^[()]/.test(rest)) this.#parenthesis();
    else this.#inside(rest);
    return true;
  }

  #table(inTable: boolean, length: number): void {
    this.collector.endWord();
    this.#inTable = inTable;
    this.#at += length;
  }

  #separator(): void {
    this.collector.endWord();
    this.#at++;
  }

  #end(): void {
    this.collector.endCommand();
    this.#at++;
  }

  /** Only the arguments of the one method may stand in parentheses. */
  #parenthesis(): void {
    this.collector.endWord();
    if (!COOKIE_ADD.test(this.collector.first)) throw new CommandFaultError('expansion');
    this.#at++;
  }

  #inside(rest: ByteString): void {
    const at = this.#at;
    const quote = rest.charAt(0);
    if (quote === "'")
      this.#quoted(insideOf(this.#text, at + 1, { quote, doubled: true }), (inside) =>
        inside.replaceAll("''", "'"),
      );
    else if (quote === '"')
      this.#quoted(insideOf(this.#text, at + 1, { quote, escape: '`', doubled: true }), doubleQuoted);
    else if (quote === '`') this.#escaped(rest);
    else if (quote === '$') this.#session(rest);
    else {
      this.collector.add(quote, at);
      this.#at++;
    }
  }

  #quoted(inside: ByteString, meaning: (inside: ByteString) => ByteString): void {
    this.collector.add(meaning(inside), this.#at);
    this.#at += inside.length + 2;
  }

  #escaped(rest: ByteString): void {
    const next = /^`(\r?\n|[\s\S]?)/.exec(rest)?.[1] ?? '';
    if (next.endsWith('\n')) this.collector.endWord();
    else this.collector.add(ESCAPES[next] ?? next, this.#at);
    this.#at += 1 + next.length;
  }

  #session(rest: ByteString): void {
    const name = SESSION.exec(rest)?.[0];
    if (name === undefined) throw new CommandFaultError('expansion');
    this.collector.add(name, this.#at);
    this.#at += name.length;
  }
}

function doubleQuoted(inside: ByteString): ByteString {
  return inside.replace(ESCAPE, (found, point?: string, letter?: string, characters?: string) => {
    if (point !== undefined)
      return encodeUtf8(String.fromCodePoint(Math.min(Number.parseInt(point, 16), 0x10ffff)));
    if (letter !== undefined) return ESCAPES[letter] ?? letter;
    if (characters !== undefined) {
      // Two halves of a surrogate pair stand one behind the other.
      const codes = characters.match(/\d+/g) ?? [];
      return encodeUtf8(String.fromCharCode(...codes.map(Number)));
    }
    if (found === '""') return '"';
    throw new CommandFaultError('expansion');
  });
}
