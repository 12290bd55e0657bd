import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import type { ModelDesk } from './model-desk.ts';

const run = promisify(execFile);

/** What the model itself has to know: how many steps were made. */
export interface Steps {
  count: number;
}

type Do = (desk: ModelDesk) => Promise<void> | void;

/** One step, with the words that it is shown by when it fails. */
class Command implements fc.AsyncCommand<Steps, ModelDesk> {
  readonly #words: string;
  readonly #work: Do;
  readonly #when: 'whole' | 'torn' | 'always';

  constructor(words: string, work: Do, when: 'whole' | 'torn' | 'always' = 'always') {
    this.#words = words;
    this.#work = work;
    this.#when = when;
  }

  check(): boolean {
    return true;
  }

  async run(steps: Steps, desk: ModelDesk): Promise<void> {
    if (this.#when !== 'always' && (this.#when === 'torn') !== desk.torn) return;
    steps.count += 1;
    await this.#work(desk);
  }

  toString(): string {
    return this.#words;
  }
}

/** Real programs that rewrite the file from what a server says. */
export interface Client {
  readonly name: string;
  readonly command: (file: string) => readonly string[];
}

/** Everything that may happen to a file and its document, the frequent things often. */
export function commandsOf(clients: readonly Client[]): fc.Arbitrary<fc.AsyncCommand<Steps, ModelDesk>>[] {
  const nth = fc.nat(30);
  const one = (words: string, work: Do, when?: 'whole' | 'torn') =>
    fc.constant(new Command(words, work, when));
  const many = (
    words: string,
    work: (desk: ModelDesk, at: number) => Promise<void> | void,
    when?: 'whole' | 'torn',
  ) => nth.map((at) => new Command(`${words} ${at}`, (desk) => work(desk, at), when));
  const writing = (['rename', 'in place', 'anew'] as const).map((way) =>
    many(`foreign write (${way})`, (desk, at) => desk.foreign(way, at), 'whole'),
  );
  const edit = many('edit', (desk, at) => desk.edit(at));
  return [
    ...Array.from({ length: 6 }, () => edit),
    ...Array.from({ length: 3 }, () => one('save', (desk) => desk.save(false))),
    one('save over', (desk) => desk.save(true), 'whole'),
    one('undo', (desk) => desk.travel('undo')),
    one('undo', (desk) => desk.travel('undo')),
    one('redo', (desk) => desk.travel('redo')),
    one('reload', (desk) => desk.reload(true)),
    one('reload', (desk) => desk.reload(true)),
    one('revert', (desk) => desk.reload(false)),
    one('keep mine', (desk) => desk.keepMine(), 'whole'),
    one('crash', (desk) => desk.restart(true)),
    one('restart', (desk) => desk.restart(false)),
    many('restore', (desk, at) => desk.restore(at)),
    many('race', (desk, at) => desk.race(at, at), 'whole'),
    many('tear', (desk, at) => desk.tear(at), 'whole'),
    one('mend', (desk) => desk.mend()),
    ...writing,
    ...clients.map((client) =>
      // Starting a program takes as long as ten other steps.
      fc.oneof(
        { weight: 5, arbitrary: edit },
        { weight: 1, arbitrary: fc.constant(new Command(client.name, rewriting(client), 'whole')) },
      ),
    ),
  ];
}

function rewriting({ command }: Client): Do {
  return async ({ file }) => {
    const [program = '', ...given] = command(file);
    await run(program, given);
  };
}
