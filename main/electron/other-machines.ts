import { otherMachine } from '../files/windows-name.ts';

/** Asks a person whether files of that computer may be opened. */
export type AskForMachine = (machine: string) => Promise<boolean>;

/**
 * Which other computers may be reached for files that a command line names. Windows signs in to a computer whose share is touched: a link or
 * another program could have it do so with any computer there is. What is dropped or chosen was reached by the system before we hear of it.
 */
export class OtherMachines {
  readonly #agreed = new Set<string>();
  readonly #ask: AskForMachine;
  readonly #platform: NodeJS.Platform;

  constructor(ask: AskForMachine, platform: NodeJS.Platform = process.platform) {
    this.#ask = ask;
    this.#platform = platform;
  }

  /** Whether a file may be touched; the person is asked once for each computer that they agree to. */
  async mayReach(file: string): Promise<boolean> {
    const machine = this.#platform === 'win32' ? otherMachine(file) : undefined;
    if (machine === undefined || this.#agreed.has(machine)) return true;
    const agreed = await this.#ask(machine);
    if (agreed) this.#agreed.add(machine);
    return agreed;
  }
}
