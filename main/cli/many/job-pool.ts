import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/api/app-error.ts';
import { ExitCode } from '../exit-codes.ts';
import { failureText } from '../failure-text.ts';
import { type Io, OutputClosed } from '../io.ts';
import type { FoundFile } from './found-file.ts';
import type { FromJob, JobStart, ToJob } from './job-messages.ts';

interface Work {
  readonly file: FoundFile;
  readonly many: boolean;
}

/** Threads that each work on one file at a time. They are started when they are needed. */
export class JobPool {
  readonly #program: URL;
  readonly #start: JobStart;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();

  constructor(program: URL, start: JobStart) {
    this.#program = program;
    this.#start = start;
  }

  /** Has a file worked on; what is said of it goes to `io`. */
  async run(work: Work, io: Io): Promise<ExitCode> {
    const worker = this.#idle.pop() ?? this.#started();
    try {
      return await answered(worker, work, io);
    } finally {
      // Scenario: the thread died of this file. The next one gets another thread.
      if (this.#all.has(worker)) this.#idle.push(worker);
    }
  }

  async dispose(): Promise<void> {
    const workers = [...this.#all];
    for (const worker of workers) worker.removeAllListeners().on('error', ignored);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #started(): Worker {
    const worker = new Worker(this.#program, { workerData: this.#start });
    this.#all.add(worker);
    for (const end of ['error', 'exit']) worker.on(end, () => this.#all.delete(worker));
    return worker;
  }
}

/** Nobody waits for what a thread was doing that is ended. */
function ignored(): void {}

/** Gives a thread a file and carries what it says until it is done with it, or dies of it. */
function answered(worker: Worker, work: Work, io: Io): Promise<ExitCode> {
  return new Promise((resolve, reject) => {
    const settle = (how: () => void): void => {
      worker.off('message', heard).off('error', died).off('exit', died);
      how();
    };
    const died = (how: Error | number): void =>
      settle(() => {
        // A message may quote what the thread stumbled over.
        io.debug(`a job ended: ${typeof how === 'number' ? how : how.name}`);
        io.fail(`crumbs: ${work.file.path}: ${failureText(new AppError('internal-failure'))}`);
        resolve(ExitCode.failed);
      });
    const heard = (message: FromJob): void => {
      if ('done' in message) {
        settle(() => void io.write(message.written).then(() => resolve(message.done), reject));
      } else if ('refused' in message) {
        settle(() => reject(new AppError(message.refused, message.data)));
      } else if ('said' in message) {
        io[message.how](message.said);
      } else {
        io.write(message.written).then(
          () => worker.postMessage('taken' satisfies ToJob),
          (error: unknown) => {
            if (error instanceof OutputClosed) worker.postMessage('closed' satisfies ToJob);
            settle(() => reject(error));
          },
        );
      }
    };
    worker.on('message', heard).on('error', died).on('exit', died);
    worker.postMessage(work satisfies ToJob);
  });
}
