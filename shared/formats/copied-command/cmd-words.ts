import type { ByteString } from '../../cookie/byte-string.ts';
import { CommandFaultError, type CommandWords, endsLine, WordCollector } from './command-text.ts';

/** `%PATH%`; not what stands in addresses, `%2F…%`. */
const VARIABLE = /^%(?![0-9a-f]{2})[a-z_][\w()]*%/i;

/**
 * The commands of a text for cmd.exe: what carets and quotes leave (facts of `cmd /?`), taken apart as C programs on Windows do
 * (Microsoft C, "Parsing C command-line arguments"). Nothing here is ever run.
 */
export function cmdWords(text: ByteString): readonly CommandWords[] {
  const commands: CommandWords[] = [];
  for (const { line, at } of commandLines(text)) {
    const collector = new WordCollector();
    splitArguments(line, collector);
    commands.push(...collector.commands().map(({ words }) => ({ words, at })));
  }
  return commands;
}

interface CommandLine {
  readonly line: ByteString;
  readonly at: number;
}

/** What is left of each command when cmd.exe has taken its carets away. */
function* commandLines(text: ByteString): Iterable<CommandLine> {
  let line = '';
  let start = 0;
  let inQuotes = false;
  for (let at = 0; at <= text.length; at++) {
    const character = text.charAt(at);
    const isList = character === '&' && !inQuotes && endsLine(text, at + 1);
    if (character === '' || character === '\n' || isList) {
      if (line.trim() !== '') yield { line, at: start };
      line = '';
      inQuotes = false;
      start = at + 1;
    } else if (character === '^' && !inQuotes) {
      const next = /^\^(\r?\n)?([\s\S]?)/.exec(text.slice(at, at + 4)) ?? [''];
      line += next[2] ?? '';
      at += next[0].length - 1;
    } else {
      if (character === '"') inQuotes = !inQuotes;
      else if (!inQuotes && '&|<>'.includes(character)) throw new CommandFaultError('operator');
      if (character === '%' && VARIABLE.test(text.slice(at, at + 300)))
        throw new CommandFaultError('expansion');
      line += character;
    }
  }
}

/** The arguments that a program makes of its command line. */
function splitArguments(line: ByteString, collector: WordCollector): void {
  let inQuotes = false;
  for (const [token, slashes = '', quotes = ''] of line.matchAll(/(\\*)("+)|\\+|\s|[^\\"\s]+/g)) {
    if (quotes !== '') {
      collector.add('\\'.repeat(slashes.length >> 1), 0);
      const literal = slashes.length % 2;
      if (literal === 1) collector.add('"', 0);
      for (let left = quotes.length - literal; left > 0; left--) {
        const isDoubled = inQuotes && left > 1;
        if (isDoubled) {
          collector.add('"', 0);
          left--;
        } else inQuotes = !inQuotes;
      }
    } else if (/^\s$/.test(token) && !inQuotes) collector.endWord();
    else collector.add(token, 0);
  }
  if (inQuotes) throw new CommandFaultError('unclosed-quote');
}
