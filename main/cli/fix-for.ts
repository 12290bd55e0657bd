import { carryOut, NOT_FOR_CLIENTS } from '#shared/document/edits/repair-for.ts';
import {
  describePlan,
  type RepairForPreview,
  type Uncarried,
} from '#shared/document/repair-for/describe-repair.ts';
import { planRepair } from '#shared/document/repair-for/plan-repair.ts';
import { CONCESSIONS, type Concession } from '#shared/document/repair-for/repair-request.ts';
import { CLIENTS } from '#shared/clients/registry.ts';
import { chosenReaders } from '../documents/chosen-clients.ts';
import type { DocumentEditDone, OpenDocument } from '../documents/open-document.ts';
import { UsageError, type CommandContext, type CommandOption } from './command.ts';
import { counted } from './outputs.ts';
import { plainText } from './plain-text.ts';

/** What `crumbs fix --for` takes. */
export const FOR_OPTIONS: Readonly<Record<'for' | 'allow', CommandOption>> = {
  for: {
    type: 'string',
    multiple: true,
    argument: 'CLIENT',
    choices: [...CLIENTS.map(({ id }) => id), 'everyone'],
    help: 'Only what it takes for this program to load every entry: "yt-dlp", "curl 8.21.0", or "everyone" for all of them.',
  },
  allow: {
    type: 'string',
    multiple: true,
    argument: 'LOSS',
    choices: CONCESSIONS,
    help: 'With --for: “http-only” takes off the marks that some programs take for comments, “lines” takes out lines over which a program gives up the file.',
  },
};

/** What was done for the programs, and whether one of them refuses the file all the same. */
interface ReadableDone {
  readonly done: DocumentEditDone;
  readonly refused: boolean;
}

/** Makes a file readable by the programs that were named, and says what cannot be carried to them. */
export async function madeReadable(
  { io, options, service }: CommandContext,
  document: OpenDocument,
): Promise<ReadableDone> {
  const clients = chosenReaders(options.texts('for'));
  const request = {
    clients,
    allow: allowed(options.texts('allow')),
    now: service.now,
    writer: document.writer,
  };
  let preview: RepairForPreview | undefined;
  const done = await document.edit('Repairing', function* (cookies) {
    const plan = yield* planRepair(cookies, request);
    if (plan === undefined) return { refused: NOT_FOR_CLIENTS };
    preview = yield* describePlan(plan, { ...request, most: 0 });
    return yield* carryOut(cookies, plan, request);
  });
  for (const one of preview?.uncarried ?? []) io.tell(`crumbs: ${plainText(sentence(one))}`);
  for (const { title, version, before, after, of } of preview?.gains ?? []) {
    if (after !== before)
      io.tell(`crumbs: ${title} ${version} loads ${after} of ${of} entries now, ${before} before.`);
  }
  return { done, refused: preview?.gains.some(({ refusedAfter }) => refusedAfter) ?? false };
}

/** Refuses what does not go together with `--for`, or without it. */
export function checkFor({ options }: CommandContext): void {
  const forSome = options.texts('for').length > 0;
  if (!forSome && options.texts('allow').length > 0) throw new UsageError('--allow goes with --for.', 'fix');
  if (forSome && (options.has('repair') || options.texts('rule').length > 0)) {
    throw new UsageError('--for excludes --rule and --repair.', 'fix');
  }
}

function allowed(texts: readonly string[]): readonly Concession[] {
  return texts.map((text) => {
    const known = CONCESSIONS.find((one) => one === text);
    if (known === undefined) throw new UsageError(`--allow takes ${CONCESSIONS.join(' or ')}.`, 'fix');
    return known;
  });
}

/** "wget 1.25.0 does not load line 4 (2 lines): it takes … for a comment. --allow http-only takes the marks off." */
function sentence({ title, version, kind, lines, first, text, help, concession }: Uncarried): string {
  const does = { stops: 'gives up the file', lost: 'does not load', misread: 'never sends' }[kind];
  const more = lines > 1 ? ` and ${counted(lines - 1, 'more line')}` : '';
  const where = first === undefined ? '' : `${kind === 'stops' ? ' at' : ''} line ${first}${more}`;
  const remedies = {
    'http-only': ' --allow http-only takes the marks off.',
    lines: ' --allow lines takes such lines out.',
  };
  const advice = help === undefined ? '' : ` ${help}`;
  const remedy = concession === undefined ? advice : remedies[concession];
  return `${title} ${version} ${does}${where === '' ? '' : ` ${where.trim()}`}: ${text}.${remedy}`;
}
