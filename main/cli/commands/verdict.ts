import { CLIENTS, type ChosenClient } from '#shared/clients/registry.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { fileVerdict, troubledLines, type FileVerdict } from '#shared/document/verdicts/describe-verdicts.ts';
import { finish } from '#shared/table/progress.ts';
import { chosenClients, usualClients } from '../../documents/chosen-clients.ts';
import { batches, mapped } from '../batches.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { openInput } from '../inputs.ts';
import { counted } from '../outputs.ts';
import { plainText, safeJson } from '../plain-text.ts';
import { CLIENT, FROM, JSON_OUTPUT } from '../shared-options.ts';
import { untilClosed } from '../until-closed.ts';

/** `crumbs verdict`: which clients load a file, and what becomes of each entry. */
export const verdict: Command = {
  name: 'verdict',
  usage: 'FILE [--client "NAME VERSION"]… [--json]',
  summary: 'Say what other programs make of each entry',
  files: { least: 1, most: 1 },
  options: { client: CLIENT, json: JSON_OUTPUT, from: FROM },
  details: () =>
    [
      'Clients, with the releases that were measured (any other is taken for one between them):',
      ...CLIENTS.map(({ id, versions }) => `  ${id.padEnd(11)} ${versions.map((one) => one.id).join(', ')}`),
      '',
      'Exit code 1 when a client refuses the file or drops an entry.',
    ].join('\n'),
  run: async (given) => {
    const context = { ...given, io: untilClosed(given.io) };
    const { io, options, files } = context;
    const [file = ''] = files;
    const named = options.texts('client');
    const chosen = named.length > 0 ? chosenClients(named) : await usualClients(context.service);
    const { cookies } = await openInput(context, file);
    const answers = chosen.map((client) => answerOf(cookies, client));
    if (options.has('json')) {
      await io.write(`${safeJson({ path: file, clients: answers.map(jsonOf) })}\n`);
    } else {
      for (const { whole, lines } of answers) {
        await io.write(`${plainText(file)}: ${sentence(whole)}\n`);
        const texts = mapped(lines(), ({ line, outcome, reasons }) => {
          const why = reasons.map(({ text }) => text).join('; ');
          return `${plainText(file)}:${line}: ${outcome}: ${plainText(why)}\n`;
        });
        for (const batch of batches(texts)) await io.write(batch.join(''));
      }
    }
    const troubled = answers.some(({ whole }) => whole.refusal !== undefined || whole.dropped > 0);
    return troubled ? ExitCode.findings : ExitCode.fine;
  },
};

interface Answer {
  readonly whole: FileVerdict;
  lines(): ReturnType<typeof troubledLines>;
}

function answerOf(cookies: CookieDocument, chosen: ChosenClient): Answer {
  const loaded = finish(cookies.verdicts.load(chosen));
  return { whole: fileVerdict(cookies, chosen, loaded), lines: () => troubledLines(cookies, loaded) };
}

function jsonOf({ whole, lines }: Answer): object {
  const { refusal, ...counts } = whole;
  return { ...counts, ...(refusal !== undefined && { refusal }), lines: [...lines()] };
}

/** "curl 8.21.0 loads 12 of 14 entries, 1 of them changed." */
function sentence({ title, version, refusal, kept, changed, dropped }: FileVerdict): string {
  const who = `${title} ${version}`;
  if (refusal !== undefined) {
    const told = refusal.line === undefined || refusal.text.startsWith('line ');
    const where = told ? '' : `line ${refusal.line}: `;
    return `${who} refuses the file: ${where}${refusal.text}.`;
  }
  const loaded = kept + changed;
  const all = loaded + dropped;
  const some =
    dropped === 0
      ? `all ${counted(all, 'entry', 'entries')}`
      : `${loaded} of ${counted(all, 'entry', 'entries')}`;
  const differing = changed === 0 ? '' : `, ${changed} of them changed`;
  return `${who} loads ${all === 0 ? 'no entry, for there is none' : some}${differing}.`;
}
