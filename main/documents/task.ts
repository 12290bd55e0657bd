import { AppError } from '#shared/api/app-error.ts';
import type { Progress } from '#shared/table/progress.ts';

/** How long work may hold the event loop before others get their turn, in milliseconds. */
const TURN_MS = 10;
/** Work that takes less than this is not worth a progress bar. */
const QUIET_MS = 300;
/** Progress is told at most this often. */
const EVERY_MS = 100;

/** How far a task has come; the last report of a task that was ever reported has `done === total`. */
export interface TaskReport {
  readonly task: string;
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** It can be stopped now. */
  readonly stoppable: boolean;
}

export interface TaskRequest {
  readonly id: string;
  /** What is being done, for people: "Opening jar.txt". */
  readonly label: string;
  /** It cannot be stopped: half of it would be worse than none. */
  readonly fixed: boolean;
  readonly onReport: (report: TaskReport) => void;
}

/** One piece of long work: it runs in slices, tells how far it is, and can be stopped between slices. */
export class Task {
  readonly id: string;
  readonly #label: string;
  readonly #onReport: (report: TaskReport) => void;
  readonly #started = performance.now();
  #told = 0;
  #cancelled = false;
  #fixed: boolean;

  constructor({ id, label, fixed, onReport }: TaskRequest) {
    this.id = id;
    this.#label = label;
    this.#fixed = fixed;
    this.#onReport = onReport;
  }

  /** Stops it between two slices, as long as it can be stopped. */
  cancel(): void {
    if (!this.#fixed) this.#cancelled = true;
  }

  /** Throws `cancelled` when the task was stopped. */
  throwIfCancelled(): void {
    if (this.#cancelled) throw new AppError('cancelled');
  }

  /** Runs work to its end; other work gets its turn between slices. Work that was stopped can only put away what it holds. */
  async slices<Result>(work: Generator<Progress, Result>): Promise<Result> {
    const step = await this.advance(work);
    if (step.done !== true) throw new Error('the work waits for input that nobody brings');
    return step.value;
  }

  /** Runs work until it waits for input, or to its end. */
  async advance<Result>(work: Generator<Progress, Result>): Promise<IteratorResult<Progress, Result>> {
    this.#stop(work);
    let turn = performance.now();
    for (;;) {
      const step = work.next();
      if (step.done === true || step.value.waiting === true) return step;
      if (step.value.final === true) {
        this.#stop(work);
        this.#fixed = true;
      }
      if (performance.now() - turn < TURN_MS) continue;
      this.report(step.value);
      await new Promise((resolve) => setImmediate(resolve));
      this.#stop(work);
      turn = performance.now();
    }
  }

  /** Ends the work where it was cancelled, as an error in its midst. */
  #stop(work: Generator<Progress, unknown>): void {
    if (this.#cancelled) work.throw(new AppError('cancelled'));
    this.throwIfCancelled();
  }

  /** Tells how far it is, when it takes long enough to be worth telling. */
  report({ done, total }: Progress): void {
    const now = performance.now();
    if (now - this.#started < QUIET_MS || now - this.#told < EVERY_MS) return;
    this.#told = now;
    const most = Math.max(1, Math.round(total));
    this.#tell(Math.min(Math.round(done), most - 1), most);
  }

  /** Takes the progress bar away, when there is one. */
  finished(): void {
    if (this.#told > 0) this.#tell(1, 1);
  }

  #tell(done: number, total: number): void {
    this.#onReport({ task: this.id, label: this.#label, done, total, stoppable: !this.#fixed });
  }
}
