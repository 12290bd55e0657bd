import { availableParallelism } from 'node:os';
import type { Command, CommandContext } from '../command.ts';
import { UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { failureText } from '../failure-text.ts';
import { STDIN } from '../inputs.ts';
import type { Io } from '../io.ts';
import { counted } from '../outputs.ts';
import { plainText } from '../plain-text.ts';
import { staying } from '../staying.ts';
import { type EachFile, runFile, worse } from './each-file.ts';
import { findFiles, type FoundFiles } from './find-files.ts';
import type { FoundFile } from './found-file.ts';
import { JobPool } from './job-pool.ts';
import { OutputsInOrder } from './outputs-in-order.ts';
import { WatchedFiles } from './watch-files.ts';

/** Fewer files than this are done sooner than a second thread has started. */
const MANY = 64;
/** Files this far behind the one whose turn it is are not begun: what they say would have to be kept. */
const AHEAD = 256;
const MOST_JOBS = 64;

/** A command whose files are found and worked on one by one. */
export interface Batch {
  readonly command: Command;
  readonly each: EachFile;
}

/** Finds the files that were named, and has the command done for each. The exit code is the worst of all. */
export async function overFiles(context: CommandContext, batch: Batch): Promise<ExitCode> {
  const { each, command } = batch;
  each.check?.(context);
  const found = await foundFiles(context, batch);
  if (found.files.length === 0 && found.failures.length === 0) {
    const where = context.files.map(plainText).join(', ');
    context.io.fail(`crumbs: There is no cookie file in ${where}. --hidden looks into hidden places too.`);
    return ExitCode.failed;
  }
  const jobs = jobsOf(context, command.name, found);
  const round = { ...batch, found, jobs };
  if (context.options.has('watch')) return whileChanging(context, round);
  const exit = await inOrder(context, round);
  if (found.passedOver > 0) {
    const these = counted(found.passedOver, 'file');
    context.io.tell(`crumbs: ${these} in folders passed over: no cookies in them, or links.`);
  }
  return exit;
}

async function foundFiles(context: CommandContext, { command, each }: Batch): Promise<FoundFiles> {
  const { io, files, options } = context;
  const found = await findFiles(files, {
    hidden: options.has('hidden'),
    writable: each.writesBack?.(options) === true,
    onLook: (looked) => io.progress(`Looking for cookie files: ${looked} looked at`),
  });
  io.progress('');
  const { several } = each;
  if (found.many && several !== undefined && !several.some((name) => isGiven(context, name))) {
    const ways = several.map((name) => `--${name}`).join(' or ');
    throw new UsageError(`${command.name} takes several files with ${ways} only.`, command.name);
  }
  return found;
}

function isGiven({ options }: CommandContext, name: string): boolean {
  return options.has(name) || options.text(name) !== undefined;
}

function jobsOf({ options, io }: CommandContext, command: string, { files }: FoundFiles): number {
  const text = options.text('jobs');
  if (text !== undefined && !/^[1-9]\d?$/.test(text)) {
    throw new UsageError('--jobs takes a number from 1 to 99.', command);
  }
  const wanted = text === undefined ? (files.length < MANY ? 1 : availableParallelism()) : Number(text);
  return io.program === undefined ? 1 : Math.min(wanted, files.length, MOST_JOBS);
}

interface Round extends Batch {
  readonly found: FoundFiles;
  readonly jobs: number;
}

/** Works on all files, and then again on each that changes, until the person ends it. */
async function whileChanging(context: CommandContext, round: Round): Promise<ExitCode> {
  const { io } = context;
  const { files } = round.found;
  if (files.some(({ path }) => path === STDIN)) {
    throw new UsageError('Standard input cannot be watched.', round.command.name);
  }
  const watched = new WatchedFiles();
  let exit: ExitCode = ExitCode.fine;
  const again = async (): Promise<never> => {
    for (;;) {
      const changed = await watched.changed();
      const names = changed.map(({ path }) => plainText(path)).join(', ');
      io.tell(`crumbs: Changed: ${names}`);
      exit = await inOrder(context, { ...round, found: { ...round.found, files: changed, failures: [] } });
    }
  };
  try {
    for (const file of files) await watched.add(file);
    exit = await inOrder(context, round);
    io.tell(`crumbs: Watching ${counted(files.length, 'file')}. Ctrl+C ends it.`);
    await staying(io, again());
    return exit;
  } finally {
    await watched.dispose();
  }
}

/** Works on the files, `jobs` at a time, and says what came of them in their order. */
async function inOrder(context: CommandContext, round: Round): Promise<ExitCode> {
  const { io, options } = context;
  const { command, each, found, jobs } = round;
  const { files, many, failures } = found;
  const outputs = new OutputsInOrder(io, await each.frame?.(options, many));
  const pool =
    jobs > 1 && io.program !== undefined
      ? new JobPool(io.program, { command: command.name, options: options.given })
      : undefined;
  const work = (file: FoundFile, streams: Io): Promise<ExitCode> =>
    pool === undefined || file.path === STDIN
      ? runFile(each, { ...context, io: streams, file, many })
      : pool.run({ file, many }, streams);
  let exit: ExitCode = ExitCode.fine;
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < files.length; at = next++) {
      const file = files[at];
      if (file === undefined) return;
      await outputs.turnOf(at - AHEAD);
      if (many) io.progress(`${at} of ${files.length} files`);
      const code = await work(file, outputs.io(at));
      exit = worse(exit, code);
      await outputs.over(at);
    }
  };
  try {
    for (const failure of failures) {
      outputs.io(0).fail(`crumbs: ${failureText(failure)}`);
      exit = ExitCode.failed;
    }
    await Promise.all(Array.from({ length: jobs }, lane));
    io.progress('');
    await outputs.close();
    return exit;
  } finally {
    await pool?.dispose();
  }
}
