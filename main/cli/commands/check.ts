import { AppError } from '#shared/api/app-error.ts';
import {
  type DocumentFinding,
  findingsBySeverity,
  findingsOfRule,
  findingsSummary,
} from '#shared/document/findings.ts';
import { RULES } from '#shared/rules/registry.ts';
import type { Severity } from '#shared/rules/rule.ts';
import type { OpenDocument } from '../../documents/open-document.ts';
import { type Command, type CommandContext, oneOf } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { failureText } from '../failure-text.ts';
import { openInput } from '../inputs.ts';
import { counted } from '../outputs.ts';
import { plainText, safeJson } from '../plain-text.ts';
import { FROM, JSON_OUTPUT } from '../shared-options.ts';

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
  run: async (context) => {
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
      if (json) await context.io.write(`${first ? '\n' : ',\n'}${safeJson(report(document, file))}`);
      else await context.io.write(listing(document, file, context.options.has('all')));
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

function report(document: OpenDocument, path: string): object {
  const { cookies } = document;
  const { entries, unparsed } = cookies.counts();
  return {
    path,
    format: cookies.format.id,
    entries,
    unparsed,
    findings: allFindings(document).map(({ rule, severity, line, field, data, message }) => ({
      rule,
      severity,
      line: line ?? null,
      field,
      data,
      message,
    })),
  };
}

function listing(document: OpenDocument, path: string, all: boolean): string {
  const { cookies } = document;
  const { entries, unparsed } = cookies.counts();
  const shown = plainText(path);
  const told = allFindings(document).filter(({ severity }) => all || isSerious(severity));
  const lines = told.map(
    ({ rule, severity, line, message }) =>
      `${shown}:${line === undefined ? '' : `${line}:`} ${severity}: ${plainText(message)} [${rule}]\n`,
  );
  const { error, warning, info, hint } = findingsBySeverity(cookies);
  const parts = [
    counted(entries, 'entry', 'entries'),
    ...(unparsed > 0 ? [`${counted(unparsed, 'line')} kept unread`] : []),
    counted(error, 'error'),
    counted(warning, 'warning'),
    `${counted(info + hint, 'note')}${all || info + hint === 0 ? '' : ' (--all shows them)'}`,
  ];
  return `${lines.join('')}${shown}: ${cookies.format.name}, ${parts.join(', ')}\n`;
}

function isSerious(severity: Severity): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Every finding: about the document first, then by line, the worst first. */
function allFindings({ cookies }: OpenDocument): DocumentFinding[] {
  const all: DocumentFinding[] = [];
  for (const { rule, count } of findingsSummary(cookies)) {
    for (const finding of findingsOfRule(cookies, rule.id, 0, count).findings) all.push(finding);
  }
  return all.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
}

function reaches({ cookies }: OpenDocument, level: Level): boolean {
  const { error, warning } = findingsBySeverity(cookies);
  if (level === 'none') return false;
  return error > 0 || (level === 'warning' && warning > 0);
}
