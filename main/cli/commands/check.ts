import { findingsBySeverity } from '#shared/document/findings.ts';
import { RULES } from '#shared/rules/registry.ts';
import type { Severity } from '#shared/rules/rule.ts';
import type { OpenDocument } from '../../documents/open-document.ts';
import { batches, mapped, writeList } from '../batches.ts';
import { type Command, oneOf, type Options } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { TABLE_OPTIONS } from '../format-asked.ts';
import { damageLines, writerFacts } from '../damage-lines.ts';
import { FILES_JSON, SARIF, shapeOf } from '../file-reports.ts';
import { findingJson } from '../finding-lines.ts';
import { findingsInOrder } from '../findings-in-order.ts';
import { openInput } from '../inputs.ts';
import { type EachFile, type FileContext, MANY_OPTIONS } from '../many/each-file.ts';
import { overFiles } from '../many/over-files.ts';
import { counted } from '../outputs.ts';
import { plainText, safeJson } from '../plain-text.ts';
import { sarifFrame, sarifResult } from '../sarif.ts';
import { FROM, JSON_OUTPUT, NDJSON, WATCH } from '../shared-options.ts';
import { untilClosed } from '../until-closed.ts';
import { version } from '../version.ts';

const LEVELS = ['error', 'warning', 'none'] as const;
type Level = (typeof LEVELS)[number];

const each: EachFile = {
  check: ({ options }) => {
    levelOf(options);
    shapeOf(options, 'check');
  },
  frame: async (options) => {
    if (options.has('json')) return FILES_JSON;
    return options.has('sarif') ? sarifFrame(await version()) : undefined;
  },
  run: checked,
};

/** `crumbs check`: what is wrong, line by line. */
export const check: Command = {
  name: 'check',
  usage:
    'FILE|FOLDER… [--json | --ndjson | --sarif] [--all] [--fail-on error|warning|none] [--jobs N] [--watch]',
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
      choices: LEVELS,
      help: 'Exit with 1 when there is an error (the default), a warning or worse, or never: error, warning, none.',
    },
    from: FROM,
    ...TABLE_OPTIONS,
    ndjson: NDJSON,
    sarif: SARIF,
    watch: WATCH,
    ...MANY_OPTIONS,
  },
  details: () =>
    ['Rules:', ...RULES.map(({ id, severity, title }) => `  ${severity.padEnd(7)}  ${id}: ${title}`)].join(
      '\n',
    ),
  each,
  run: (context) => overFiles({ ...context, io: untilClosed(context.io) }, { command: check, each }),
};

async function checked(context: FileContext): Promise<ExitCode> {
  const { options, file } = context;
  const document = await openInput(context, file.path);
  await WRITERS[shapeOf(options, 'check') ?? 'text'](context, document);
  return reaches(document, levelOf(options)) ? ExitCode.findings : ExitCode.fine;
}

const WRITERS = { text: listing, json: report, ndjson: lines, sarif: results };

function levelOf(options: Options): Level {
  return oneOf(options.text('fail-on') ?? 'error', LEVELS, 'fail-on');
}

async function lines({ io, file: { path } }: FileContext, { cookies }: OpenDocument): Promise<void> {
  const texts = mapped(
    findingsInOrder(cookies, () => true),
    (one) => `${findingJson(one, { file: path })}\n`,
  );
  for (const batch of batches(texts)) await io.write(batch.join(''));
}

async function results({ io, file: { path } }: FileContext, { cookies }: OpenDocument): Promise<void> {
  let first = true;
  const texts = mapped(
    findingsInOrder(cookies, () => true),
    (one) => sarifResult(one, path),
  );
  for (const batch of batches(texts)) {
    await io.write(`${first ? '' : ',\n'}${batch.join(',\n')}`);
    first = false;
  }
}

async function report({ io, file: { path } }: FileContext, document: OpenDocument): Promise<void> {
  const { cookies } = document;
  const { entries, unparsed } = cookies.counts();
  const writer = await writerFacts(document);
  const head = safeJson({
    file: path,
    format: (cookies.importedFrom ?? cookies.format).id,
    entries,
    unparsed,
    ...(writer && { writer }),
  }).slice(0, -1);
  const texts = mapped(
    findingsInOrder(cookies, () => true),
    (one) => findingJson(one),
  );
  await writeList((text) => io.write(text), texts, [`${head},"findings":[`, ']}']);
}

async function listing({ io, options, file: { path } }: FileContext, document: OpenDocument): Promise<void> {
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
  await io.write(`${shown}: ${(cookies.importedFrom ?? cookies.format).name}, ${parts.join(', ')}\n`);
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
