import type { Io } from '../io.ts';
import type { Frame } from './each-file.ts';

/** So much of a file whose turn has not come is kept, in bytes; whoever writes more waits for the turn. */
const MOST_KEPT = 1 << 20;

/** A file whose turn has not come, and what it has said so far. */
interface Waiting {
  readonly said: (() => Promise<void> | void)[];
  kept: number;
  over: boolean;
  /** Resolves when its turn comes. */
  readonly turn: Promise<void>;
  come(): void;
}

/** Puts what several files say at the same time one behind the other, in the order of the files. */
export class OutputsInOrder {
  readonly failures: string[] = [];
  readonly #io: Io;
  readonly #frame: Frame | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #turn = 0;
  #empty = true;

  constructor(io: Io, frame: Frame | undefined) {
    this.#io = io;
    this.#frame = frame;
  }

  /** The number of the file whose turn it is. */
  get turn(): number {
    return this.#turn;
  }

  /** Resolves when the turn comes to this file. */
  async turnOf(at: number): Promise<void> {
    if (at > this.#turn) await this.#waitingAt(at).turn;
  }

  /** The streams of one file. */
  io(at: number): Io {
    let silent = true;
    const write = async (text: string | Uint8Array): Promise<void> => {
      if (text.length === 0) return;
      const before = this.#empty ? this.#frame?.open : this.#frame?.between;
      if (silent && before !== undefined) await this.#io.write(before);
      silent = false;
      this.#empty = false;
      await this.#io.write(text);
    };
    return {
      ...this.#io,
      write: async (text) => {
        const waiting = at > this.#turn ? this.#waitingAt(at) : undefined;
        if (waiting === undefined) return write(text);
        if (waiting.kept + text.length > MOST_KEPT) {
          await waiting.turn;
          return write(text);
        }
        waiting.kept += text.length;
        waiting.said.push(() => write(text));
      },
      tell: (message) => this.#say(at, () => this.#io.tell(message)),
      fail: (message) => {
        this.#say(at, () => {
          this.failures.push(message);
          this.#io.fail(message);
        });
      },
    };
  }

  /** Nothing more comes from this file. */
  async over(at: number): Promise<void> {
    if (at > this.#turn) {
      this.#waitingAt(at).over = true;
      return;
    }
    for (let over = true; over;) {
      const next = this.#waiting.get(this.#turn + 1);
      // Scenario: the next file goes on talking while what it said before is being written.
      for (let say = next?.said.shift(); say !== undefined; say = next?.said.shift()) await say();
      this.#turn += 1;
      this.#waiting.delete(this.#turn);
      next?.come();
      over = next?.over === true;
    }
  }

  /** Nothing more comes from any file. */
  async close(): Promise<void> {
    const frame = this.#frame;
    if (frame === undefined) return;
    const known = frame.always === true || this.failures.length === 0;
    if (this.#empty && known) await this.#io.write(frame.open);
    if (!this.#empty || known) await this.#io.write(frame.close(this.#empty, this.failures));
  }

  #say(at: number, say: () => void): void {
    if (at > this.#turn) this.#waitingAt(at).said.push(say);
    else say();
  }

  #waitingAt(at: number): Waiting {
    const known = this.#waiting.get(at);
    if (known !== undefined) return known;
    let come = (): void => {};
    const turn = new Promise<void>((resolve) => (come = resolve));
    const waiting = { said: [], kept: 0, over: false, turn, come };
    this.#waiting.set(at, waiting);
    return waiting;
  }
}
