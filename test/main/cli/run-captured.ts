import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Io } from '../../../main/cli/io.ts';
import { run } from '../../../main/cli/program.ts';

// No test may leave earlier versions of its files with the person who runs it.
process.env['CRUMBS_DATA_DIR'] ??= fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-data-'));

/** What a command line came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A command line that goes on until it is interrupted. */
export interface Staying {
  /** What it has said until now. */
  out(): string;
  err(): string;
  /** Interrupts it, as Ctrl+C does. */
  stop(): Promise<Ran>;
}

/** Runs a command line in this process, with `input` as standard input; bytes are shown as latin1. */
export async function runCaptured(programArguments: readonly string[], input = ''): Promise<Ran> {
  const { io, said } = captured(input, new Promise(() => {}));
  return { code: await run(programArguments, io), ...said };
}

/** The same for one that stays. */
export function runStaying(programArguments: readonly string[]): Staying {
  let interrupt: (why: 'asked') => void = () => {};
  const { io, said } = captured('', new Promise<'asked'>((resolve) => (interrupt = resolve)));
  const ended = run(programArguments, io);
  return {
    out: () => said.out,
    err: () => said.err,
    stop: async () => {
      interrupt('asked');
      return { code: await ended, ...said };
    },
  };
}

function captured(
  input: string,
  interrupted: Promise<'asked'>,
): { io: Io; said: { out: string; err: string } } {
  const said = { out: '', err: '' };
  const hear = (message: string): void => {
    said.err += `${message}\n`;
  };
  const io: Io = {
    readInput: async () => new Uint8Array(Buffer.from(input, 'latin1')),
    write: async (text) => {
      said.out += Buffer.from(text as string).toString('latin1');
    },
    tell: hear,
    fail: hear,
    debug: hear,
    progress: () => {},
    interrupted: () => interrupted,
  };
  return { io, said };
}
