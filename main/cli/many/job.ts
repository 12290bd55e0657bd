import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/api/app-error.ts';
import { logBug } from '../../api/bug-log.ts';
import { connect } from '../../api/dispatch.ts';
import { Options } from '../command.ts';
import { commandService } from '../command-service.ts';
import { commandByName, COMMANDS } from '../commands.ts';
import { ExitCode } from '../exit-codes.ts';
import { failureText } from '../failure-text.ts';
import { type Io, OutputClosed } from '../io.ts';
import { type EachFile, runFile } from './each-file.ts';
import type { FromJob, JobStart, ToJob } from './job-messages.ts';

/** Texts are gathered up to this length: a message takes longer than what most files have to say. */
const GATHERED = 1 << 16;

/** The life of a thread that works on files for another one, until that one ends it. */
export function serveJobs(): void {
  const port = parentPort;
  if (port === null) return;
  const { command, options } = workerData as JobStart;
  const each = commandByName(command)?.each;
  if (each === undefined) return;
  const say = (message: FromJob): void => port.postMessage(message);
  const streams = new JobStreams(say);
  const service = commandService({}, streams.io);
  const context = {
    io: streams.io,
    files: [],
    options: new Options(options),
    service,
    commands: COMMANDS,
    connection: connect(service, streams.io.debug),
  };
  port.on('message', (message: ToJob) => {
    if (message === 'taken' || message === 'closed') streams.answered(message);
    else void work(each, { ...context, ...message }, streams).then(say);
  });
}

async function work(
  each: EachFile,
  context: Parameters<EachFile['run']>[0],
  streams: JobStreams,
): Promise<FromJob> {
  try {
    const done = await runFile(each, context);
    return { done, written: streams.rest() };
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code, data: error.data };
    if (error instanceof OutputClosed) return { done: ExitCode.fine, written: '' };
    logBug(streams.io.debug, 'crumbs', error);
    streams.io.fail(`crumbs: ${context.file.path}: ${failureText(new AppError('internal-failure'))}`);
    return { done: ExitCode.failed, written: '' };
  }
}

/** The streams of a job: they end in messages. */
class JobStreams {
  readonly io: Io;
  readonly #say: (message: FromJob) => void;
  #gathered = '';
  #answer: ((how: 'taken' | 'closed') => void) | undefined;

  constructor(say: (message: FromJob) => void) {
    this.#say = say;
    this.io = {
      readInput: () => Promise.reject(new Error('a job has no standard input')),
      write: (text) => this.#write(text),
      tell: (said) => say({ said, how: 'tell' }),
      fail: (said) => say({ said, how: 'fail' }),
      debug: (said) => say({ said, how: 'debug' }),
      progress: () => {},
      interrupted: () => new Promise(() => {}),
    };
  }

  answered(how: 'taken' | 'closed'): void {
    this.#answer?.(how);
  }

  /** What was gathered and not yet sent. */
  rest(): string {
    const rest = this.#gathered;
    this.#gathered = '';
    return rest;
  }

  async #write(text: string | Uint8Array): Promise<void> {
    if (typeof text === 'string' && this.#gathered.length + text.length < GATHERED) {
      this.#gathered += text;
      return;
    }
    if (typeof text === 'string') return this.#send(this.rest() + text);
    await this.#send(this.rest());
    await this.#send(text);
  }

  async #send(written: string | Uint8Array): Promise<void> {
    if (written.length === 0) return;
    const answer = new Promise<'taken' | 'closed'>((resolve) => (this.#answer = resolve));
    this.#say({ written });
    if ((await answer) === 'closed') throw new OutputClosed();
  }
}
