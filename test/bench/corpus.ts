import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from './generate.ts';
import { shortly } from './goals.ts';

const LINES = 100;
const IN_FOLDER = 100;
const LOOK_MS = 20;

/** Python's reader over the same files, in one process: what people do today. */
const PYTHON = `
import sys, os, http.cookiejar
kept = 0
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        jar = http.cookiejar.MozillaCookieJar(os.path.join(folder, name))
        jar.load(ignore_discard=True, ignore_expires=True)
        kept += len(jar)
print(kept)
`;

/** The same, a process for each processor. */
const PYTHON_POOL = `
import sys, os, http.cookiejar, multiprocessing
def load(file):
    jar = http.cookiejar.MozillaCookieJar(file)
    jar.load(ignore_discard=True, ignore_expires=True)
    return len(jar)
if __name__ == "__main__":
    files = [os.path.join(folder, name) for folder, _, names in os.walk(sys.argv[1]) for name in names]
    with multiprocessing.get_context("fork").Pool(int(sys.argv[2])) as pool:
        print(sum(pool.imap(load, files, 50)))
`;

interface Peer {
  readonly name: string;
  readonly command: readonly string[];
}

interface Figures {
  readonly ms: number;
  readonly peakBytes: number;
}

/** Many small files at once: `crumbs` beside Python and beside reading alone, in turn, and how they compare. */
export async function corpus({
  files,
  runs,
}: {
  readonly files: number;
  readonly runs: number;
}): Promise<void> {
  const folder = path.join(tmpdir(), 'crumbs-bench', `corpus-${files}`);
  write(folder, files);
  const jobs = availableParallelism();
  console.log(`${files} files of ${LINES} lines, ${jobs} processors; medians of ${runs} runs, in turn`);
  const all = new Map<string, Figures[]>();
  for (let run = 0; run < runs; run++) {
    for (const { name, command } of peers(folder, jobs)) {
      const figures = await measured(command);
      if (figures !== undefined) all.set(name, [...(all.get(name) ?? []), figures]);
    }
  }
  const medians = Array.from(all, ([name, list]) => ({
    name,
    ms: median(list.map(({ ms }) => ms)),
    peak: median(list.map(({ peakBytes }) => peakBytes)),
  }));
  const python = medians.find(({ name }) => name === 'python')?.ms ?? Number.NaN;
  console.log('program | ms | files a second | peak MiB | times python');
  for (const { name, ms, peak } of medians) {
    const cells = [ms, (files / ms) * 1000, peak / 2 ** 20].map((value) => Math.round(value));
    console.log(`${name} | ${cells.join(' | ')} | ${shortly(python / ms)}`);
  }
}

function peers(folder: string, jobs: number): readonly Peer[] {
  const program = path.resolve(path.dirname(process.argv[1] ?? ''), '../cli/crumbs.mjs');
  const crumbs = (...args: string[]): readonly string[] => [
    process.execPath,
    program,
    ...args,
    folder,
    '--quiet',
  ];
  return [
    { name: 'python', command: ['python3', '-c', PYTHON, folder] },
    { name: `python, ${jobs} processes`, command: ['python3', '-c', PYTHON_POOL, folder, String(jobs)] },
    { name: 'crumbs check, 1 job', command: crumbs('check', '--fail-on=none', '--jobs=1') },
    { name: `crumbs check, ${jobs} jobs`, command: crumbs('check', '--fail-on=none', `--jobs=${jobs}`) },
    { name: `crumbs list --ndjson, ${jobs} jobs`, command: crumbs('list', '--ndjson', `--jobs=${jobs}`) },
    { name: 'find and cat', command: ['find', folder, '-type', 'f', '-exec', 'cat', '{}', '+'] },
  ];
}

function write(folder: string, files: number): void {
  for (let at = 0; at < files; at++) {
    const place = path.join(folder, String(Math.floor(at / IN_FOLDER)));
    const file = path.join(place, `jar-${at}.txt`);
    if (existsSync(file)) continue;
    mkdirSync(place, { recursive: true });
    generate({ lines: LINES, path: file, clean: true, seed: at });
  }
}

/** Runs a program to its end with nobody reading what it says; nothing where it is not there or fails. */
async function measured([program = '', ...args]: readonly string[]): Promise<Figures | undefined> {
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peakBytes = 0;
  const timer = setInterval(() => (peakBytes = Math.max(peakBytes, peakOf(child.pid))), LOOK_MS);
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve).on('error', () => resolve(null));
  });
  clearInterval(timer);
  return code === 0 ? { ms: performance.now() - started, peakBytes } : undefined;
}

/** The most memory that a process has had until now, where the system tells. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    // The process is over, or there is no /proc.
    return 0;
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}
