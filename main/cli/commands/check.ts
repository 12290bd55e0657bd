import { AppError } from '#shared/api/app-error.ts';
import { findingsBySeverity } from '#shared/document/findings.ts';
import { RULES } from '#shared/rules/registry.ts';
import type { Severity } from '#shared/rules/rule.ts';
import type { OpenDocument } from '../../documents/open-document.ts';
import { batches, mapped, writeList } from '../batches.ts';
import { type Command, type CommandContext, oneOf } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { failureText } from '../failure-text.ts';
import { damageLines, writerFacts } from '../damage-lines.ts';
import { findingsInOrder } from '../findings-in-order.ts';
import { openInput } from '../inputs.ts';
import { counted } from '../outputs.ts';
import { plainText, safeJson } from '../plain-text.ts';
import { FROM, JSON_OUTPUT } from '../shared-options.ts';
import { untilClosed } from '../until-closed.ts';

const LEVELS = ['error', 'warning', 'none'] as const;
type Level = (typeof LEVELS)[number];

/** `crumbs check`: what is wrong, line by line. */
export const check: Command = {
  name: 'check',
  usage: 'FILE… [--json] [--all] [--fail-on error|warning|none]',
  summary: 'Say what is wrong with cookie files',
  files: { least: 1, most: Infinity },
  options: {
    json: JSON_OUTPUT,
    all: {
      type: 'boolean',
      help: 'Print notes (info and hint) too, not only count them. JSON has them always.',
    },
    'fail-on': {
      type: 'string',
      argument: 'LEVEL',
      help: 'Exit with 1 when there is an error (the default), a warning or worse, or never: error, warning, none.',
    },
    from: FROM,
  },
  details: () =>
    ['Rules:', ...RULES.map(({ id, severity, title }) => `  ${severity.padEnd(7)}  ${id}: ${title}`)].join(
      '\n',
    ),
  run: async (given) => {
    const context = { ...given, io: untilClosed(given.io) };
    const level = oneOf(context.options.text('fail-on') ?? 'error', LEVELS, 'fail-on');
    const json = context.options.has('json');
    let exit: ExitCode = ExitCode.fine;
    let first = true;
    if (json) await context.io.write('{ "files": [');
    for (const file of context.files) {
      const document = await opened(context, file);
      if (document === undefined) {
        exit = ExitCode.failed;
        continue;
      }
      if (json) await report(context, document, { path: file, first });
      else await listing(context, document, file);
      first = false;
      if (exit === ExitCode.fine && reaches(document, level)) exit = ExitCode.findings;
      await context.service.close(document.id);
    }
    if (json) await context.io.write(first ? '] }\n' : '\n] }\n');
    return exit;
  },
};

/** A file that cannot be opened is told and does not keep the others from being checked. */
async function opened(context: CommandContext, file: string): Promise<OpenDocument | undefined> {
  try {
    return await openInput(context, file);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    context.io.tell(`crumbs: ${failureText(error)}`);
    return undefined;
  }
}

async function report(
  { io }: CommandContext,
  document: OpenDocument,
  { path, first }: { readonly path: string; readonly first: boolean },
): Promise<void> {
  const { cookies } = document;
  const { entries, unparsed } = cookies.counts();
  const writer = await writerFacts(document);
  const head = safeJson({
    path,
    format: cookies.format.id,
    entries,
    unparsed,
    ...(writer && { writer }),
  }).slice(0, -1);
  const texts = mapped(
    findingsInOrder(cookies, () => true),
    ({ rule, severity, line, field, data, message }) =>
      safeJson({ rule, severity, line: line ?? null, field, data, message }),
  );
  const open = `${first ? '\n' : ',\n'}${head},"findings":[`;
  await writeList((text) => io.write(text), texts, [open, ']}']);
}

async function listing({ io, options }: CommandContext, document: OpenDocument, path: string): Promise<void> {
  const { cookies } = document;
  const all = options.has('all');
  const shown = plainText(path);
  const texts = mapped(
    findingsInOrder(cookies, (severity) => all || isSerious(severity)),
    ({ rule, severity, line, message }) =>
      `${shown}:${line === undefined ? '' : `${line}:`} ${severity}: ${plainText(message)} [${rule}]\n`,
  );
  for (const batch of batches(texts)) await io.write(batch.join(''));
  const { entries, unparsed } = cookies.counts();
  const { error, warning, info, hint } = findingsBySeverity(cookies);
  const notes = info + hint;
  const parts = [
    counted(entries, 'entry', 'entries'),
    ...(unparsed > 0 ? [`${counted(unparsed, 'line')} kept unread`] : []),
    counted(error, 'error'),
    counted(warning, 'warning'),
    `${counted(notes, 'note')}${all || notes === 0 ? '' : ' (--all shows them)'}`,
  ];
  await io.write(`${shown}: ${cookies.format.name}, ${parts.join(', ')}\n`);
  for (const line of await damageLines(document)) await io.write(`${shown}: ${plainText(line)}\n`);
}

function isSerious(severity: Severity): boolean {
  return severity === 'error' || severity === 'warning';
}

function reaches({ cookies }: OpenDocument, level: Level): boolean {
  const { error, warning } = findingsBySeverity(cookies);
  if (level === 'none') return false;
  return error > 0 || (level === 'warning' && warning > 0);
}
