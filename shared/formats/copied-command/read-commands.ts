import type { ByteString } from '../../cookie/byte-string.ts';
import { cmdWords } from './cmd-words.ts';
import type { CommandRequest } from './command-request.ts';
import { CommandFaultError, type CommandWords } from './command-text.ts';
import { readCurl } from './curl-command.ts';
import { readHttpie } from './httpie-command.ts';
import { posixWords } from './posix-words.ts';
import { isRequest, readPowershell } from './powershell-command.ts';
import { powershellWords } from './powershell-words.ts';
import { readWget } from './wget-command.ts';

const PROMPT = /^(?:[$%>#] |PS [^\n>]*> ?|[A-Z]:\\[^\n>]*> ?)/;

/** How a text of commands for each of the programs begins. */
const PROGRAM =
  /^(?:curl(?:\.exe)?|wget2?(?:\.exe)?|https?(?=\s+(?:-|(?:get|head|post|put|patch|delete|options)\s|\S*[.:/]))|Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\s+\S|^\$session\s*=\s*New-Object\s/i;

const PROGRAMS: ReadonlyMap<string, (command: CommandWords) => CommandRequest> = new Map([
  ['curl', readCurl],
  ['wget', readWget],
  ['wget2', readWget],
  ['http', readHttpie],
  ['https', readHttpie],
]);

/** The text without what stands before it: blanks, a byte order mark, a prompt. */
function bare(text: ByteString): ByteString {
  return text.replace(/^(?:\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, '').replace(PROMPT, '');
}

/** Does a text begin with a command that sends a request? */
export function isCommand(text: ByteString): boolean {
  return PROGRAM.test(bare(text));
}

/** The requests of a text of commands; throws a `CommandFaultError` where it is more than that. */
export function readCommands(text: ByteString): readonly CommandRequest[] {
  const commands = bare(text);
  const skipped = text.length - commands.length;
  return requestsOf(commands).map((request) => ({ ...request, at: request.at + skipped }));
}

function requestsOf(text: ByteString): readonly CommandRequest[] {
  if (/^\$session\b/.test(text) || isRequest(/^\S*/.exec(text)?.[0] ?? ''))
    return readPowershell(powershellWords(text));
  return wordsOf(text).map((command) => {
    const [program = ''] = command.words;
    const read = PROGRAMS.get(program.toLowerCase().replace(/\.exe$/, ''));
    if (read === undefined) throw new CommandFaultError('other-program');
    return read(command);
  });
}

/** By what ends a line or stands before a quote: each shell continues and escapes in its own way. */
function wordsOf(text: ByteString): readonly CommandWords[] {
  if (/\^"|\^\r?\n/.test(text)) return cmdWords(text);
  return /`\r?\n/.test(text) ? powershellWords(text) : posixWords(text);
}
