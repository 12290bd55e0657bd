import { spawn, spawnSync } from 'node:child_process';

function hasProgram(name: string): boolean {
  return spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name]).status === 0;
}

/** Whether the program is here; when it is not, what is not run without it is printed, so that nobody counts it as passed. */
export function canRun(name: string, what: string): boolean {
  const here = hasProgram(name);
  if (!here) process.stdout.write(`not run: ${what}, for ${name} is not installed\n`);
  return here;
}

/** The same for a library that a Python imports. */
export function canImport(python: string, library: string, what: string): boolean {
  const here = spawnSync(python, ['-c', `import ${library}`]).status === 0;
  if (!here) process.stdout.write(`not run: ${what}, for Python has no ${library}\n`);
  return here;
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** Runs a program to its end, with nothing of this machine's settings but the path. */
export async function run(
  command: readonly string[],
  options: {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly input?: string;
  } = {},
): Promise<Ran> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    env: {
      PATH: process.env['PATH'] ?? '',
      LC_ALL: 'C.UTF-8',
      HOME: options.cwd ?? '/nonexistent',
      ...options.env,
    },
    timeout: 60_000,
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { status, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) };
}
