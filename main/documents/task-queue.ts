import { Task, type TaskReport } from './task.ts';

/** The tasks of the whole engine, by id, so that a person can stop one. */
export class TaskBoard {
  readonly #tasks = new Map<string, Task>();
  readonly #onReport: (report: TaskReport) => void;
  #last = 0;

  constructor(onReport: (report: TaskReport) => void) {
    this.#onReport = onReport;
  }

  /** Runs `body` as a task. `fixed` tasks cannot be stopped: half of them would be worse than none. */
  async run<Result>(
    request: { readonly label: string; readonly fixed?: boolean },
    body: (task: Task) => Promise<Result>,
  ): Promise<Result> {
    this.#last += 1;
    const task = new Task({
      id: `t${this.#last}`,
      label: request.label,
      fixed: request.fixed === true,
      onReport: this.#onReport,
    });
    this.#tasks.set(task.id, task);
    try {
      return await body(task);
    } finally {
      this.#tasks.delete(task.id);
      task.finished();
    }
  }

  /** Stops a task between two slices; a task that is over, or cannot be stopped, is left alone. */
  cancel(id: string): void {
    this.#tasks.get(id)?.cancel();
  }
}

/** Work on one document: one piece at a time, in the order in which it was asked for. */
export class TaskQueue {
  readonly #board: TaskBoard;
  #last: Promise<unknown> = Promise.resolve();

  constructor(board: TaskBoard) {
    this.#board = board;
  }

  /** Runs `body` when all that was added before is done, whether it went well or not. */
  add<Result>(
    request: { readonly label: string; readonly fixed?: boolean },
    body: (task: Task) => Promise<Result>,
  ): Promise<Result> {
    const turn = this.#last.then(() => this.#board.run(request, body));
    this.#last = turn.catch(passedOn);
    return turn;
  }
}

/** The caller of `add` has the failure; the next in the queue does not care. */
function passedOn(): void {}
