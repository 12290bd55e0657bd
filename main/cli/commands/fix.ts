import { AppError } from '#shared/api/app-error.ts';
import { CLIENTS } from '#shared/clients/registry.ts';
import { isFixable } from '#shared/document/edits/fix-rule.ts';
import { repairExport } from '#shared/document/edits/repair-export.ts';
import type { Damage } from '#shared/exporters/exporter.ts';
import { EXPORTERS } from '#shared/exporters/registry.ts';
import { RULES } from '#shared/rules/registry.ts';
import { save, savedBytes } from '../../documents/disk-actions.ts';
import { fixMany } from '../../documents/fixing.ts';
import type { ModeOutcome } from '../../documents/mode-outcome.ts';
import type { DocumentEditDone, OpenDocument } from '../../documents/open-document.ts';
import { changeLines } from '../change-lines.ts';
import { changedPlace, checkPlace, openChanged, PLACE_OPTIONS } from '../changed-place.ts';
import { type Command, type CommandContext, Options, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { type EachFile, type FileContext, MANY_OPTIONS } from '../many/each-file.ts';
import { overFiles } from '../many/over-files.ts';
import { counted, writeOutput } from '../outputs.ts';
import { plainText } from '../plain-text.ts';
import { repairHint } from '../damage-lines.ts';
import { checkFor, FOR_OPTIONS, madeReadable } from '../fix-for.ts';
import { FROM, REVEAL } from '../shared-options.ts';

const each: EachFile = {
  check: (context) => {
    checkFor(context);
    checkPlace(context, 'fix');
  },
  several: ['in-place', 'dry-run'],
  writesBack: (options) => options.has('in-place'),
  run: fixed,
};

/** `crumbs fix`: a file with its findings mended. */
export const fix: Command = {
  name: 'fix',
  usage:
    'FILE|FOLDER… [--rule ID… | --repair [--choose ID…] | --for CLIENT… [--allow LOSS…]] [--output FILE | --in-place] [--dry-run]',
  summary: 'Mend what can be mended',
  files: { least: 1, most: Infinity },
  options: {
    rule: {
      type: 'string',
      multiple: true,
      argument: 'ID',
      choices: RULES.filter(isFixable).map(({ id }) => id),
      help: 'Only the fixes of this rule; may be given several times. Without it, all that need no decision of yours.',
    },
    repair: {
      type: 'boolean',
      help: 'Mend what the program that wrote the file is known to get wrong, and nothing else.',
    },
    choose: {
      type: 'string',
      multiple: true,
      argument: 'ID',
      help: 'With --repair: mend this damage too, which may be none. “check” names what there is to choose.',
    },
    ...FOR_OPTIONS,
    ...PLACE_OPTIONS,
    reveal: REVEAL,
    from: FROM,
    ...MANY_OPTIONS,
  },
  details: () => {
    const fixable = RULES.filter(isFixable);
    return [
      'Rules with a fix:',
      ...fixable.map(({ id, title }) => `  ${id}: ${title}`),
      '',
      'Programs whose files --repair knows, and what it mends:',
      ...EXPORTERS.map(({ title, damage }) => `  ${title}: ${mended(damage)}`),
      '',
      `Programs that --for knows: ${CLIENTS.map(({ id }) => id).join(', ')}; “crumbs verdict” says what they make of a file.`,
      'Exit code 1 with --for when one of them refuses the file all the same.',
    ].join('\n');
  },
  each,
  run: (context) => {
    const { files, options } = ordered(context);
    return overFiles({ ...context, files, options }, { command: fix, each });
  },
};

async function fixed(context: FileContext): Promise<ExitCode> {
  const { io, options, many } = context;
  const { file, inPlace, dryRun } = changedPlace(context, 'fix', context.file.path);
  const document = await openChanged(context, { file, inPlace, dryRun });
  const { done, refused = false } = await carriedOut(context, document, rulesOf(options));
  if (dryRun) {
    const text = changeLines(document, options.has('reveal')) + modePreview(done.mode);
    await io.write(text === '' || !many ? text : `=== ${plainText(file)}\n${text}`);
  } else if (!inPlace) await writeOutput(context, file, await savedBytes(document, undefined));
  else if (document.info.dirty) await written(context, document, done.mode);
  const { error, warning } = document.info.findings;
  const left = `${counted(error, 'error')} and ${counted(warning, 'warning')} left`;
  io.tell(`crumbs: ${whatWasDone(done, inPlace)}${dryRun ? ' (not written)' : ''}; ${left}.`);
  if (done.mode?.state === 'failed') return ExitCode.failed;
  return refused ? ExitCode.findings : ExitCode.fine;
}

function rulesOf(options: Options): readonly string[] {
  return options.texts('rule').flatMap((text) => text.split(','));
}

/** Makes the edits that were asked for; `refused` says that a program refuses the file all the same. */
async function carriedOut(
  context: CommandContext,
  document: OpenDocument,
  rules: readonly string[],
): Promise<{ readonly done: DocumentEditDone; readonly refused?: boolean }> {
  const { io, options, service } = context;
  if (options.texts('for').length > 0) return madeReadable(context, document);
  if (options.has('repair')) return { done: await repaired(context, document) };
  const hint = await repairHint(document);
  if (hint !== undefined) io.tell(`crumbs: ${plainText(hint)}`);
  return { done: await fixMany(document, { now: service.now, ...(rules.length > 0 && { rules }) }) };
}

/** Scenario: the permissions were changed, and then the save failed. The failure alone would say that all is as it was. */
async function written(
  { io, service }: CommandContext,
  document: OpenDocument,
  mode: ModeOutcome | undefined,
): Promise<void> {
  try {
    await save(service, document, false);
  } catch (error) {
    if (mode?.state === 'done') {
      io.tell(`crumbs: The mode was changed, ${mode.before} → ${mode.after}; the content was not.`);
    }
    throw error;
  }
}

function whatWasDone({ changed, label, mode }: DocumentEditDone, inPlace: boolean): string {
  const text = mode === undefined ? '' : modeText(mode, inPlace);
  if (changed === 0) return text === '' ? 'Nothing to fix' : `Fix ${text}`;
  return text === '' ? label : `${label}, and ${text}`;
}

function modeText({ before, after, state }: ModeOutcome, inPlace: boolean): string {
  if (state === 'failed') return `mode ${before} stays`;
  return `mode ${before} → ${after}${inPlace ? '' : ' with --in-place'}`;
}

function modePreview(mode: ModeOutcome | undefined): string {
  return mode === undefined ? '' : `@@ permissions\n- mode ${mode.before}\n+ mode ${mode.after}\n`;
}

/** What a repair mends of a program's damage; what must be chosen has its id. */
function mended(damage: readonly Damage[]): string {
  const parts = damage
    .filter(({ cure }) => cure !== 'none')
    .map(({ id, title, cure }) => (cure === 'choice' ? `${title} (--choose ${id})` : title));
  return parts.length === 0 ? 'nothing to mend' : parts.join('; ');
}

async function repaired(
  { options, service }: CommandContext,
  document: OpenDocument,
): Promise<DocumentEditDone> {
  const { writer } = document;
  const choices = options.texts('choose');
  if (writer === undefined) {
    if (choices.length > 0)
      throw new UsageError('The file does not say who wrote it: there is nothing to choose.', 'fix');
    return { label: '', changed: 0, added: [] };
  }
  const request = { writer, choices, now: service.now };
  return document.edit('Repairing', (cookies) => repairExport(cookies, request));
}

/** `--rule one two` names two rules: what follows the file and is a rule's name is one. */
function ordered({ files, options }: CommandContext): Pick<CommandContext, 'files' | 'options'> {
  const named = rulesOf(options);
  const known = new Set(RULES.map(({ id }) => id));
  const more = named.length === 0 ? [] : files.filter((name) => known.has(name));
  for (const rule of named) if (!known.has(rule)) throw new AppError('rule-unknown', { rule });
  if (options.has('repair') && named.length > 0) {
    throw new UsageError('--repair and --rule exclude each other.', 'fix');
  }
  if (!options.has('repair') && options.texts('choose').length > 0) {
    throw new UsageError('--choose goes with --repair.', 'fix');
  }
  return {
    files: files.filter((name) => !more.includes(name)),
    options: more.length === 0 ? options : new Options({ ...options.given, rule: [...named, ...more] }),
  };
}
