import type { ByteString } from '../../cookie/byte-string.ts';
import { type CommandRequest, RequestBuilder } from './command-request.ts';
import { CommandFaultError, type CommandWords } from './command-text.ts';

/**
 * What the commands of PowerShell for one request say: a session with its cookies (name, value, path, domain: those of System.Net.Cookie), then
 * `Invoke-WebRequest` with an address and headers.
 */
export function readPowershell(commands: readonly CommandWords[]): readonly CommandRequest[] {
  const requests: CommandRequest[] = [];
  let builder = new RequestBuilder();
  for (const command of commands) {
    const [first = '', ...words] = command.words;
    if (/^\$session\.Cookies\.Add$/i.test(first)) addCookie(builder, words);
    else if (isRequest(first)) {
      readRequest(builder, words);
      requests.push(builder.request(command));
      builder = new RequestBuilder();
    } else if (!/^\$session\b/.test(first)) throw new CommandFaultError('other-program');
  }
  const [last] = commands.slice(-1);
  if (builder.cookies.length > 0 && last !== undefined) requests.push(builder.request(last));
  return requests;
}

/** Is it one of the commands that send a request, or a short name of them? */
export function isRequest(program: ByteString): boolean {
  return /^(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)$/i.test(program);
}

function addCookie({ cookies }: RequestBuilder, words: readonly ByteString[]): void {
  const [make = '', kind = '', name, value, path = '/', domain = ''] = words;
  const isKnown = /^New-Object$/i.test(make) && /^System\.Net\.Cookie$/i.test(kind);
  if (!isKnown || name === undefined || value === undefined) throw new CommandFaultError('expansion');
  cookies.push({
    name,
    value,
    domain: domain.replace(/^\./, ''),
    hostOnly: !domain.startsWith('.'),
    path,
    secureOnly: false,
    httpOnly: false,
  });
}

function readRequest(builder: RequestBuilder, words: readonly ByteString[]): void {
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? '';
    if (/^-uri$/i.test(word) || (at === 0 && !word.startsWith('-')))
      builder.address(/^-uri$/i.test(word) ? next : word);
    else if (/^cookie$/i.test(word)) builder.header(`cookie: ${next}`);
  }
}
