import { plainText } from './plain-text.ts';

/** Work that takes less than this is not worth a line, in milliseconds. */
const QUIET_MS = 300;
/** The line is drawn at most this often, in milliseconds. */
const EVERY_MS = 100;
const CLEAR = '\r\x1b[K';

type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;

/** One line on a terminal that is drawn over and over, and is gone when something else is to stand there. */
export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #clock: () => number;
  #started: number | undefined;
  #drawn = -Infinity;
  #shown = false;

  constructor(terminal: Terminal, clock: () => number = () => performance.now()) {
    this.#terminal = terminal;
    this.#clock = clock;
  }

  /** Shows a text once the work has taken a while; an empty one ends it. Nothing where nobody watches. */
  show(text: string): void {
    if (!this.#terminal.isTTY || process.env['TERM'] === 'dumb') return;
    if (text === '') {
      this.clear();
      this.#started = undefined;
      return;
    }
    const now = this.#clock();
    this.#started ??= now;
    if (now - this.#started < QUIET_MS || now - this.#drawn < EVERY_MS) return;
    this.#drawn = now;
    this.#shown = true;
    this.#terminal.write(`${CLEAR}${plainText(text).slice(0, (this.#terminal.columns || 80) - 1)}`);
  }

  /** Takes the line away; the next text brings it back. */
  clear(): void {
    if (this.#shown) this.#terminal.write(CLEAR);
    this.#shown = false;
  }
}
