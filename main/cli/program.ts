import { parseArgs } from 'node:util';
import { AppError } from '#shared/api/app-error.ts';
import { logBug } from '../api/bug-log.ts';
import { connect } from '../api/dispatch.ts';
import { type Command, Options, parseConfig, UsageError } from './command.ts';
import { commandService } from './command-service.ts';
import { COMMANDS, commandByName } from './commands.ts';
import { EXIT_CODES, ExitCode } from './exit-codes.ts';
import { failureText } from './failure-text.ts';
import { generalHelp, helpOf } from './help-text.ts';
import { type Io, OutputClosed, OutputFailed } from './io.ts';
import { joinedOptions } from './joined-options.ts';
import { nearest } from './nearest.ts';
import { EVERYWHERE } from './shared-options.ts';
import { version } from './version.ts';

/** Runs one command line (without the program's name) and gives the exit code. Never rejects. */
export async function run(programArguments: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await runCommand(programArguments, io);
  } catch (error) {
    return failed(error, io);
  }
}

async function runCommand(programArguments: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = programArguments;
  if (name === undefined) {
    io.fail(generalHelp(COMMANDS).trimEnd());
    return ExitCode.failed;
  }
  if (name === '--version' || name === '-V') {
    await io.write(`crumbs ${await version()}\n`);
    return ExitCode.fine;
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    const [about] = rest;
    await io.write(about === undefined ? generalHelp(COMMANDS) : helpOf(known(about)));
    return ExitCode.fine;
  }
  const command = known(name);
  if (rest.includes('--help') || rest.includes('-h')) {
    await io.write(helpOf(command));
    return ExitCode.fine;
  }
  const { files, options } = parsed(command, rest);
  const heard = options.has('quiet') ? { ...io, tell: () => {}, progress: () => {} } : io;
  const service = commandService(command, heard);
  const connection = connect(service, (line) => io.debug(line));
  try {
    return await command.run({ io: heard, files, options, service, connection, commands: COMMANDS });
  } finally {
    connection.dispose();
    await service.dispose();
  }
}

function known(name: string): Command {
  const command = commandByName(name);
  if (command !== undefined) return command;
  const near = nearest(name, ['help', ...COMMANDS.map((one) => one.name)]);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  throw new UsageError(`There is no command "${name}".${hint}`);
}

function parsed(
  command: Command,
  programArguments: readonly string[],
): { readonly files: readonly string[]; readonly options: Options } {
  const { name, files } = command;
  const options = { ...command.options, ...EVERYWHERE };
  try {
    const { values, positionals } = parseArgs({
      args: joinedOptions(programArguments, options),
      options: parseConfig(options),
      allowPositionals: true,
      strict: true,
    });
    if (positionals.length < files.least) {
      const { words } = command;
      const missing = words === undefined ? 'A file is missing.' : `${name} takes ${words.join(', ')}.`;
      throw new UsageError(missing, name);
    }
    if (positionals.length > files.most) {
      throw new UsageError(`${name} takes ${files.most === 1 ? 'one file' : `${files.most} files`}.`, name);
    }
    return { files: positionals, options: new Options(values) };
  } catch (error) {
    if (!isParseError(error)) throw error;
    throw new UsageError(optionTrouble(error, command), name);
  }
}

function isParseError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Node's first sentence names the option; what follows is advice for programmers. */
function optionTrouble(error: Error, command: Command): string {
  const [sentence = ''] = error.message.split(/[.\n]/);
  const option = /'--([\w-]+)/.exec(sentence)?.[1];
  const near =
    option === undefined ? undefined : nearest(option, Object.keys({ ...command.options, ...EVERYWHERE }));
  return near === undefined || near === option ? `${sentence}.` : `${sentence}. Did you mean --${near}?`;
}

function failed(error: unknown, io: Io): ExitCode {
  if (error instanceof OutputClosed) return ExitCode.fine;
  if (error instanceof OutputFailed) {
    io.fail(
      'crumbs: The output could not be written: it is incomplete. Check the disk and run the command again.',
    );
    return ExitCode.failed;
  }
  if (error instanceof UsageError) {
    const about = error.command === undefined ? '' : ` ${error.command}`;
    io.fail(`crumbs: ${error.message}\nTry "crumbs help${about}".`);
    return ExitCode.failed;
  }
  if (error instanceof AppError) {
    io.fail(`crumbs: ${failureText(error)}`);
    return EXIT_CODES[error.code];
  }
  logBug((line) => io.debug(line), 'crumbs', error);
  io.fail(`crumbs: ${failureText(new AppError('internal-failure'))}`);
  return ExitCode.failed;
}
