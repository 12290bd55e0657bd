import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../../main/cli/program.ts';

// No test may leave earlier versions of its files with the person who runs it.
process.env['CRUMBS_DATA_DIR'] ??= fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-data-'));

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
    fail: (message) => (err += `${message}\n`),
    progress: () => {},
    debug: (line) => (err += `${line}\n`),
    interrupted: () => new Promise(() => {}),
  });
  return { code, out, err };
}
