import { AppError, type ErrorCode } from '#shared/api/app-error.ts';
import type { CommandContext, CommandOption, Options } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { failureText } from '../failure-text.ts';
import type { Io } from '../io.ts';
import { PlaceTaken } from '../new-file.ts';
import { plainText } from '../plain-text.ts';
import type { FoundFile } from './found-file.ts';

/** What a command has to work with for one of its files. */
export interface FileContext extends CommandContext {
  readonly file: FoundFile;
  /** Whether the person may have meant several files: what is printed then says of which one it is. */
  readonly many: boolean;
}

/** What stands around the outputs of the files: they are one text for whoever reads it. */
export interface Frame {
  readonly open: string;
  readonly between: string;
  /** It stands there even when every file failed: what has no end is no JSON. */
  readonly always?: true;
  /** `failures`: what could not be read, in plain words. */
  close(empty: boolean, failures: readonly string[]): string;
}

/** A command that takes each of its files by itself. */
export interface EachFile {
  /** Refuses what cannot be meant, before any file is touched. */
  check?(context: CommandContext): void;
  /** The file itself is written: what is only read cannot be meant by a folder. */
  writesBack?(options: Options): boolean;
  /** With one of these options the command takes several files; without this, always. */
  readonly several?: readonly string[];
  /** What stands around the outputs; nothing where they follow one another. */
  frame?(options: Options, many: boolean): Frame | undefined | Promise<Frame | undefined>;
  run(context: FileContext): Promise<ExitCode>;
}

/** For commands that take each of their files by itself. */
export const MANY_OPTIONS: Readonly<Record<'hidden' | 'jobs', CommandOption>> = {
  hidden: {
    type: 'boolean',
    help: 'Look into hidden files and folders too, below the folders that are named.',
  },
  jobs: {
    type: 'string',
    argument: 'N',
    help: 'Work on so many files at a time; without it, as many as there are processors when the files are many.',
  },
};

/** The same streams where remarks are to say of which file they are. */
function namingFile({ io, file }: FileContext): Io {
  const name = plainText(file.path);
  return { ...io, tell: (message) => io.tell(message.replace(/^crumbs: /, `crumbs: ${name}: `)) };
}

/** Failures of the command, not of the file: they would come again with every other one. */
const OF_COMMAND: ReadonlySet<ErrorCode> = new Set([
  'address-unusable',
  'client-unknown',
  'query-invalid',
  'recipe-refused',
  'rule-unknown',
  'target-unknown',
]);

/** Does the work for one file. A file that fails is told, and does not keep the others from being worked on. */
export async function runFile(each: EachFile, context: FileContext): Promise<ExitCode> {
  const { io, service } = context;
  try {
    return await each.run(context.many ? { ...context, io: namingFile(context) } : context);
  } catch (error) {
    const text = textOf(error, context);
    if (text === undefined) throw error;
    io.fail(`crumbs: ${text}`);
    return ExitCode.failed;
  } finally {
    for (const { id } of service.list()) await service.close(id);
  }
}

/** What to say of a failure that is this file's alone; nothing where the command itself cannot be carried out. */
function textOf(error: unknown, { many }: FileContext): string | undefined {
  if (error instanceof AppError && !OF_COMMAND.has(error.code)) return failureText(error);
  return many && error instanceof PlaceTaken ? error.message : undefined;
}

/** The worse of two: 2 is worse than 1. */
export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}
