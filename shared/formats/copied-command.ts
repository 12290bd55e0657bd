import type { ByteString } from '../cookie/byte-string.ts';
import { cookieIdentity } from '../cookie/cookie-identity.ts';
import { cookiePairs, cookiesSentTo } from '../cookie/cookie-pairs.ts';
import type { Cookie } from '../cookie/cookie.ts';
import { requestTarget } from '../cookie/request-target.ts';
import type { CommandRequest } from './copied-command/command-request.ts';
import { CommandFaultError } from './copied-command/command-text.ts';
import { isCommand, readCommands } from './copied-command/read-commands.ts';
import type { ImportFormat, Refusal, SourceDocument } from './format.ts';
import { importedSource } from './imported-source.ts';

/** Longer than a command can be anywhere. */
const MAX_SIZE = 1 << 20;

/**
 * A command that sends a request, as browsers copy it ("Copy as cURL" for Bash and cmd, "Copy as PowerShell") or as people write it for
 * curl, wget and HTTPie. It is taken apart by the grammar of its shell and never run; what the shell would have to work out
 * is refused, files that it names are told and not read. A header says no more of a cookie than name and value: it is for
 * the host of the address alone, for every path. Of several commands the last word on a cookie counts.
 */
export const copiedCommand: ImportFormat = {
  kind: 'import',
  id: 'copied-command',
  name: 'Command of curl, wget, HTTPie or PowerShell',
  extensions: ['sh', 'cmd', 'ps1'],
  carries: ['name', 'value', 'domain', 'hostOnly', 'path', 'secureOnly'],
  detect: ({ head }) => isCommand(head),
  // oxlint-disable-next-line require-yield -- a text of this size is read at once
  *read(bytes, sink, strings): Generator<never, SourceDocument | Refusal> {
    if (bytes.length > MAX_SIZE) return { code: 'too-large' };
    const text = strings.decode(bytes, 0, bytes.length);
    try {
      const requests = readCommands(text);
      const rows = rowsOf(requests);
      for (const [origin, { cookie, file = '' }] of rows.entries()) {
        if (cookie === undefined) sink.unparsed(file.replace(/[\0-\x1f]+/g, ' '), 'names-a-file', origin);
        else sink.entry(cookie, origin);
      }
      return importedSource({ lineOf: (origin) => lineAt(text, rows[origin]?.at ?? 0) });
    } catch (error) {
      if (error instanceof CommandFaultError) return { code: 'command', fault: error.fault };
      throw error;
    }
  },
};

interface CommandRow {
  readonly cookie?: Cookie;
  /** The name of a file that was not read. */
  readonly file?: ByteString;
  readonly at: number;
}

function rowsOf(requests: readonly CommandRequest[]): readonly CommandRow[] {
  const rows = new Map<string, CommandRow>();
  for (const request of requests) {
    const { at, files } = request;
    for (const cookie of cookiesOf(request)) rows.set(cookieIdentity(cookie), { cookie, at });
    for (const file of files) rows.set(file, { file, at });
  }
  const all = [...rows.values()];
  if (all.length === 0) throw new CommandFaultError('no-cookies');
  if (all.every(({ file }) => file !== undefined)) throw new CommandFaultError('only-a-file');
  return all;
}

function cookiesOf({ url, headers, cookies }: CommandRequest): readonly Cookie[] {
  const pairs = headers.flatMap((header) => cookiePairs(header));
  // What went over HTTPS is for HTTPS: the cookies of a session do not say so themselves.
  const whole = cookies.map((cookie) => ({ ...cookie, secureOnly: /^https:/i.test(url ?? '') }));
  if (pairs.length === 0) return whole;
  const address = url === undefined || /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`;
  const target = requestTarget(address ?? '');
  if ('refused' in target) throw new CommandFaultError('no-address');
  return [...cookiesSentTo(pairs, target), ...whole];
}

function lineAt(text: ByteString, at: number): number {
  return text.slice(0, at).split('\n').length;
}
