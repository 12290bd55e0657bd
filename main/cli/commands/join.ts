import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { Standing } from '#shared/document/transfer/plan-transfer.ts';
import { savedBytes } from '../../documents/disk-actions.ts';
import type { OpenDocument } from '../../documents/open-document.ts';
import { applyTransfer, documentLike, type OpenTransfer } from '../../documents/transfers.ts';
import { type Command, type CommandContext, oneOf, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { incomingFile, tellMisfits } from '../incoming.ts';
import { isRefused } from '../losses.ts';
import { openDetached, STDIN } from '../inputs.ts';
import { counted, writeOutput } from '../outputs.ts';
import { OUTPUT, STRICT } from '../shared-options.ts';

const KEPT = ['last', 'first', 'longest'] as const;
type Kept = (typeof KEPT)[number];

/** `crumbs join`: several files as one, each cookie once. */
export const join: Command = {
  name: 'join',
  usage: 'FILE… [--keep last|first|longest] [--strict] [--output FILE]',
  summary: 'Put several files together, each cookie once',
  files: { least: 2, most: Infinity },
  options: {
    keep: {
      type: 'string',
      argument: 'WORD',
      choices: KEPT,
      help: 'Which of several for one cookie stays: that of the last file (without this option), of the first, or the one that lives longest.',
    },
    strict: STRICT,
    output: { ...OUTPUT, help: 'Write here instead of to standard output; it may be one of the files.' },
  },
  details: () =>
    [
      'The result has the format of the first file, and its comments and those of the others. In one file the last line for a',
      'cookie counts, as it does for the programs that read it.',
    ].join('\n'),
  run: async (context) => {
    const { io, files, options, service } = context;
    if (files.filter((file) => file === STDIN).length > 1) {
      throw new UsageError('Only one file can be standard input.', 'join');
    }
    const kept = oneOf(options.text('keep') ?? 'last', KEPT, 'keep');
    const joined = await emptyLike(context, files[0] ?? '');
    let [several, lost] = [0, false];
    for (const file of files) {
      const transfer = await incomingFile(context, joined, { file, command: 'join' });
      several +=
        transfer.plan.counts.changed + transfer.plan.counts.identical + transfer.plan.counts.repeated;
      lost = tellMisfits(context, transfer) || lost;
      await applyTransfer(service, transfer, { choices: choicesOf(transfer, kept), move: false });
    }
    if (isRefused(context, lost)) return ExitCode.findings;
    await writeOutput(context, STDIN, await savedBytes(joined, undefined));
    const { entries } = joined.info;
    const again = several === 0 ? '' : `; ${counted(several, 'line')} said of them again`;
    io.tell(`crumbs: ${counted(entries, 'cookie')} of ${counted(files.length, 'file')}${again}.`);
    return ExitCode.fine;
  },
};

/** An empty document of the first file's format. */
async function emptyLike(context: CommandContext, file: string): Promise<OpenDocument> {
  if (file === STDIN) return context.service.create();
  return documentLike(context.service, await openDetached(context, file));
}

function choicesOf({ plan, document }: OpenTransfer, kept: Kept): { changed: boolean; except: number[] } {
  if (kept !== 'longest') return { changed: kept === 'last', except: [] };
  const { table } = plan.incoming;
  const shorter: number[] = [];
  for (const [at, standing] of plan.standing.entries()) {
    if (standing !== Standing.changed) continue;
    const theirs = table.cookie(plan.incoming.rows[at] ?? 0).expiryTime;
    if (livesUntil(theirs) < livesUntil(expiryOf(document.cookies, plan.meets[at] ?? 0))) shorter.push(at);
  }
  return { changed: true, except: shorter };
}

function expiryOf({ table, lines }: CookieDocument, id: number): number | undefined {
  return table.cookie(lines.row(id)).expiryTime;
}

/** A session cookie ends before any that has a time. */
function livesUntil(expiryTime: number | undefined): number {
  return expiryTime ?? -Infinity;
}
