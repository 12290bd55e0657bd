import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ClientOptions } from '#shared/clients/client.ts';
import { run } from '../programs.ts';
import { predict } from './predict.ts';
import type { Observed, Place, Probe, RealProgram, Session } from './program.ts';

const script = fileURLToPath(new URL('python-jars.py', import.meta.url));
/** The system's own Python, which the packages of the others belong to. */
const PYTHON = '/usr/bin/python3';

/** One Python for all files. */
function session({ folder }: Place, program: string): Session {
  const child = spawn(PYTHON, [script, program], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', HOME: folder },
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    async observe({ bytes, urls }: Probe): Promise<Observed> {
      writeFileSync(join(folder, 'in.txt'), bytes, 'latin1');
      rmSync(join(folder, 'out.txt'), { force: true });
      child.stdin.write(`${['in.txt', 'out.txt', ...urls].join('\t')}\n`);
      const answer = await answers.next();
      if (answer.done === true) throw new Error(`${program} has ended`);
      const [loaded, ...sent] = answer.value.split('\t');
      if (loaded !== '1') return { refused: true };
      return {
        refused: false,
        jar: savedLines(join(folder, 'out.txt')),
        sent: urls.map((_, at) => Buffer.from((sent[at] ?? '').replace('-', ''), 'hex').toString('latin1')),
      };
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}

/** The cookie lines; what is written before them ends with a blank line. */
function savedLines(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'latin1');
  return text
    .slice(text.indexOf('\n\n') + 2)
    .split('\n')
    .slice(0, -1);
}

interface Way {
  readonly clientId: string;
  /** As the script calls it. */
  readonly program: string;
  readonly command: string;
  readonly name?: string;
  readonly options?: ClientOptions;
}

function realPython({ clientId, program, command, name, options }: Way): RealProgram {
  return {
    clientId,
    ...(name !== undefined && { name }),
    command,
    async version() {
      const { stdout } = await run([PYTHON, script, '--version', program]);
      return stdout.toString().trim() || undefined;
    },
    predict: (probe, version, now) =>
      predict(probe, { clientId, version, now, ...(options !== undefined && { options }) }),
    start: (place) => Promise.resolve(session(place, program)),
    limits: [],
  };
}

const ALL = { ignoreDiscard: true, ignoreExpires: true } as const;

/** Debian's Python, and what it has of libraries and programs that load such files. */
export const REAL_PYTHONS: readonly RealProgram[] = [
  realPython({ clientId: 'python', program: 'python', command: PYTHON }),
  realPython({
    clientId: 'python',
    program: 'python-all',
    command: PYTHON,
    name: 'python, all',
    options: ALL,
  }),
  realPython({
    clientId: 'python',
    program: 'python-sessions',
    command: PYTHON,
    name: 'python, sessions',
    options: { ignoreDiscard: true },
  }),
  realPython({
    clientId: 'requests',
    program: 'requests',
    // Debian's gallery-dl brings requests with it.
    command: 'gallery-dl',
    options: ALL,
  }),
  realPython({ clientId: 'yt-dlp', program: 'yt-dlp', command: 'yt-dlp' }),
  realPython({ clientId: 'gallery-dl', program: 'gallery-dl', command: 'gallery-dl' }),
];
