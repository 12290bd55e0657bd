import { encodeUtf8, type ByteString } from '../../cookie/byte-string.ts';
import { CommandFaultError, type CommandWords, endsLine, insideOf, WordCollector } from './command-text.ts';

const ANSI_C: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const ANSI_C_ESCAPE =
  /\\(?:x([0-9a-f]{1,2})|u([0-9a-f]{1,4})|U([0-9a-f]{1,8})|([0-7]{1,3})|c([\s\S])|([\s\S]))/gi;
const EXPANSION = /^\$[\w({@*#?!$-]/;

/**
 * The commands of a text for Bash and its relatives (POSIX.1-2024, 2.2 Quoting, and `$'…'`). What the shell would work out or run
 * is a fault: nothing here is ever run.
 */
export function posixWords(text: ByteString): readonly CommandWords[] {
  const collector = new WordCollector();
  let at = 0;
  while (at < text.length) at = step(text, at, collector);
  return collector.commands();
}

/** Reads on from a place; gives the next one. */
function step(text: ByteString, at: number, collector: WordCollector): number {
  const character = text.charAt(at);
  switch (character) {
    case ' ':
    case '\t':
    case '\r':
      collector.endWord();
      return at + 1;
    case '\n':
      collector.endCommand();
      return at + 1;
    case ';':
      if (!endsLine(text, at + 1)) throw new CommandFaultError('operator');
      collector.endCommand();
      return at + 1;
    case '|':
    case '&':
    case '<':
    case '>':
    case '(':
    case ')':
      throw new CommandFaultError('operator');
    case '#':
      if (!collector.inWord) return lineEnd(text, at);
      collector.add(character, at);
      return at + 1;
    case '\\':
      return escaped(text, at, collector);
    default:
      return quoted(text, at, collector);
  }
}

function lineEnd(text: ByteString, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function escaped(text: ByteString, at: number, collector: WordCollector): number {
  const next = /^\\(\r?\n|[\s\S]?)/.exec(text.slice(at, at + 3))?.[1] ?? '';
  if (!next.endsWith('\n')) collector.add(next, at);
  return at + 1 + next.length;
}

function quoted(text: ByteString, at: number, collector: WordCollector): number {
  if (text.startsWith("$'", at)) {
    const inside = insideOf(text, at + 2, { quote: "'", escape: '\\' });
    collector.add(ansiC(inside), at);
    return at + inside.length + 3;
  }
  switch (text.charAt(at)) {
    case "'": {
      const inside = insideOf(text, at + 1, { quote: "'" });
      collector.add(inside, at);
      return at + inside.length + 2;
    }
    case '"': {
      const inside = insideOf(text, at + 1, { quote: '"', escape: '\\' });
      collector.add(doubleQuoted(inside), at);
      return at + inside.length + 2;
    }
    case '`':
      throw new CommandFaultError('expansion');
    case '$':
      if (EXPANSION.test(text.slice(at, at + 2))) throw new CommandFaultError('expansion');
      break;
    default:
  }
  collector.add(text.charAt(at), at);
  return at + 1;
}

function doubleQuoted(inside: ByteString): ByteString {
  return inside.replace(/\\(\r?\n|[\s\S])|`|\$[\w({@*#?!$-]/g, (found, next: string | undefined) => {
    if (next === undefined) throw new CommandFaultError('expansion');
    if (next.endsWith('\n')) return '';
    return '"\\$`'.includes(next) ? next : found;
  });
}

function ansiC(inside: ByteString): ByteString {
  return inside.replace(
    ANSI_C_ESCAPE,
    (found, hex?: string, short?: string, long?: string, octal?: string, control?: string, letter = '') => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (short !== undefined) return utf8Of(short);
      if (long !== undefined) return utf8Of(long);
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 0x1f);
      return ANSI_C[letter] ?? (`\\'"?`.includes(letter) ? letter : found);
    },
  );
}

function utf8Of(digits: string): ByteString {
  const code = Number.parseInt(digits, 16);
  return encodeUtf8(code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code));
}
