import { run } from '../../../main/cli/program.ts';

/** What a command line came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, with `input` as standard input; bytes are shown as latin1. */
export async function runCaptured(programArguments: readonly string[], input = ''): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(programArguments, {
    readInput: async () => new Uint8Array(Buffer.from(input, 'latin1')),
    write: async (text) => {
      out +=
        typeof text === 'string'
          ? Buffer.from(text).toString('latin1')
          : Buffer.from(text).toString('latin1');
    },
    tell: (message) => (err += `${message}\n`),
    debug: (line) => (err += `${line}\n`),
    interrupted: () => new Promise(() => {}),
  });
  return { code, out, err };
}
