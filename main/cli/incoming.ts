import { describeTransfer } from '#shared/document/transfer/describe-transfer.ts';
import type { OpenDocument } from '../documents/open-document.ts';
import { openTransfer, type OpenTransfer } from '../documents/transfers.ts';
import { displayName } from '../files/file-path.ts';
import { type CommandContext, UsageError } from './command.ts';
import { readInput, STDIN } from './inputs.ts';
import { tellLosses } from './losses.ts';
import { counted } from './outputs.ts';
import { plainText } from './plain-text.ts';

/** The cookies of a file beside a document, by identity; of a Cookie header `--site` says where it went. */
export async function incomingFile(
  context: CommandContext,
  document: OpenDocument,
  { file, command }: { readonly file: string; readonly command: string },
): Promise<OpenTransfer> {
  const { options, service } = context;
  const bytes = await readInput(context, file);
  const title = file === STDIN ? 'standard input' : displayName(file);
  const found = await openTransfer(service, document, { bytes, title, site: options.text('site') });
  if ('plan' in found) return found;
  throw new UsageError(
    found.kind === 'set-cookie'
      ? `${title} holds Set-Cookie headers: use "crumbs set-cookie".`
      : `${title} holds a Cookie header: say with --site where it went.`,
    command,
  );
}

/** Tells what a document's format cannot hold of what comes in; true when something is lost. */
export function tellMisfits({ io }: Pick<CommandContext, 'io'>, transfer: OpenTransfer): boolean {
  const { plan, document } = transfer;
  tellLosses(io, plan.losses);
  const leftOut = plan.losses.reduce(
    (sum, { code, count }) => sum + (code === 'entry-left-out' ? count : 0),
    0,
  );
  const lines = plan.counts.unfit - leftOut;
  if (lines > 0) {
    const is = lines === 1 ? 'is no cookie and has' : 'are no cookies and have';
    io.tell(`crumbs: ${counted(lines, 'line')} of ${transfer.title} ${is} no place in ${document.title}.`);
  }
  return plan.losses.length > 0 || lines > 0;
}

/** "2 new, 1 changed, 3 there already". */
export function meetingText({ plan: { counts } }: OpenTransfer, replaced: boolean): string {
  const words = [
    ...(counts.new > 0 ? [`${counts.new} new`] : []),
    ...(counts.changed > 0
      ? [`${counts.changed} ${replaced ? 'changed' : 'that differ, kept as they were'}`]
      : []),
    ...(counts.identical > 0 ? [`${counts.identical} there already`] : []),
    ...(counts.repeated > 0 ? [`${counts.repeated} repeated`] : []),
  ];
  return words.length === 0 ? 'nothing' : words.join(', ');
}

const PAGE = 1000;

/** The rows that come in, one a line with what each is to the document; no values. */
export function incomingLines({ document, plan }: OpenTransfer): string {
  const lines: string[] = [];
  for (let from = 0; ; from += PAGE) {
    const rows = describeTransfer(document.cookies, plan, { from, to: from + PAGE });
    for (const { standing, subject, details } of rows) {
      const changes = details.map(({ field, before, after }) => `${field}: ${before} → ${after}`).join(', ');
      lines.push(`${standing}\t${plainText(subject)}${changes === '' ? '' : `\t${plainText(changes)}`}\n`);
    }
    if (rows.length < PAGE) return lines.join('');
  }
}
