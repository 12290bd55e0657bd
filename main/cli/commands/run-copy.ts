import { AppError } from '#shared/api/app-error.ts';
import type { RunCopy } from '#shared/api/run-copy.ts';
import { RUN_PROGRAMS } from '#shared/exports/run-command.ts';
import { save } from '../../documents/disk-actions.ts';
import { addressFor, type DisposableCopies, runProgram } from '../../documents/disposable-copies.ts';
import type { OpenDocument } from '../../documents/open-document.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { meantId, openInput, openToChange, STDIN } from '../inputs.ts';
import { tellLosses } from '../losses.ts';
import { counted } from '../outputs.ts';
import { selectedEntries } from '../selected-entries.ts';
import { FROM, QUERY } from '../shared-options.ts';

/** Longer than no program sleeps: it only keeps this one running while the copy is watched. */
const HOUR_MS = 3_600_000;

/** `crumbs run-copy`: a copy for one run of a program, deleted when the command ends. */
export const runCopyCommand: Command = {
  name: 'run-copy',
  usage: 'FILE --for PROGRAM [--url URL] [--query QUERY] [--take]',
  summary: 'Make a throw-away copy for one run of a program, and take over what it changes',
  files: { least: 1, most: 1 },
  options: {
    for: { type: 'string', argument: 'PROGRAM', choices: RUN_PROGRAMS, help: `${RUN_PROGRAMS.join(', ')}.` },
    url: {
      type: 'string',
      argument: 'URL',
      help: 'The address that the command is for; without it, the host with the most cookies.',
    },
    query: QUERY,
    take: {
      type: 'boolean',
      help: 'In the end, write to FILE what the program changed: values, lifetimes and new cookies.',
    },
    'take-dropped': {
      type: 'boolean',
      help: 'The same, and remove from FILE what the program dropped though it had not expired.',
    },
    from: FROM,
  },
  details: () =>
    'Prints the command to run in another terminal, and waits. Ctrl+C ends it: the copy is then deleted. The copy is in the\ndata folder, readable by you alone (0600); one that is left by a crash is deleted the next time that a copy is made, or\nthe window is opened.',
  run: async (context) => {
    const { io, options, files, service } = context;
    const [file = ''] = files;
    const { copies } = service;
    const wanted = options.text('for');
    if (wanted === undefined) throw new UsageError('--for PROGRAM is missing.', 'run-copy');
    if (copies === undefined || file === STDIN) throw new UsageError('run-copy takes a file.', 'run-copy');
    const id = meantId(wanted, RUN_PROGRAMS);
    const program = runProgram(id);
    if (program === undefined) throw new AppError('target-unknown', { target: wanted });
    const taking = options.has('take') || options.has('take-dropped');
    const document = await (taking ? openToChange(context, file) : openInput(context, file));
    const given = options.text('url');
    const url = given ?? addressFor(document, service.now);
    if (url === undefined)
      throw new UsageError('--url URL is missing, and no cookie names a host.', 'run-copy');
    const query = options.text('query');
    const ids =
      query === undefined ? undefined : Array.from(selectedEntries(document, query), (one) => one.id);
    const copy = await copies.make(document, { program, url, ids });
    tellLosses(io, copy.losses);
    io.tell(
      `crumbs: A copy with ${counted(copy.entries, 'cookie')}. Run this in another terminal; Ctrl+C here ends it and deletes the copy.`,
    );
    await io.write(`${copy.command}\n`);
    return ended(context, { copies, copy, document, taking });
  },
};

interface Running {
  readonly copies: DisposableCopies;
  readonly copy: RunCopy;
  readonly document: OpenDocument;
  readonly taking: boolean;
}

async function ended(
  { io, service, options }: CommandContext,
  { copies, copy, document, taking }: Running,
): Promise<ExitCode> {
  const { program, id } = copy;
  const stop = service.subscribe((event) => {
    if (event.event !== 'copiesChanged') return;
    const now = event.copies.find((one) => one.id === id);
    if (now !== undefined) io.tell(`crumbs: ${program}: ${stateWords(now)}.`);
  });
  const timer = setInterval(() => {}, HOUR_MS);
  try {
    await io.interrupted();
  } finally {
    clearInterval(timer);
    stop();
  }
  const now = await copies.look(id);
  if (now.state === 'unreadable') io.tell(`crumbs: ${stateWords(now)}; nothing was taken over.`);
  else if (now.state === 'changed' && taking) {
    await copies.take(id, options.has('take-dropped'));
    if (document.info.dirty) await save(service, document, false);
    io.tell(`crumbs: ${document.info.undo ?? 'Nothing to take over'}.`);
  } else if (now.state === 'changed') {
    io.tell(`crumbs: Not taken over, for that was not asked (--take): ${now.summary.join(', ')}.`);
  }
  await copies.discard(id);
  return ExitCode.fine;
}

function stateWords({ state, summary }: RunCopy): string {
  switch (state) {
    case 'changed':
      return summary.join(', ');
    case 'unreadable':
      return 'what is in the copy now cannot be read as cookies';
    case 'gone':
      return 'the copy was removed';
    default:
      return 'the copy was written, with no cookie changed';
  }
}
