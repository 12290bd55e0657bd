import { spawn } from 'node:child_process';
import { CLIENTS } from '#shared/clients/registry.ts';
import type { Figures } from './crumbs.ts';
import { verdictTask } from './verdicts.ts';

const PYTHON = `
import sys, time, json, resource, http.cookiejar
started = time.perf_counter()
ran = time.process_time()
jar = http.cookiejar.MozillaCookieJar(sys.argv[1])
jar.load(ignore_discard=True, ignore_expires=True)
loaded = time.perf_counter()
ran = time.process_time() - ran
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
jar.save(sys.argv[2], ignore_discard=True, ignore_expires=True)
print(json.dumps({"load": (loaded - started) * 1e3, "load, thread": ran * 1e3, "load and save": (time.perf_counter() - started) * 1e3, "kept": len(jar), "peakBytes": peak}))
`;

/** A measurement in a process of its own. */
export interface Program {
  readonly name: string;
  readonly command: readonly string[];
  /** Above so many lines it would take minutes. */
  readonly most?: number;
}

/** What runs beside Crumbs on one file. `self` is this bundle, which runs itself for what is written in JavaScript. */
export function programs(self: string, file: string): readonly Program[] {
  const own = (task: string): Program => ({
    name: task,
    command: [process.execPath, self, 'task', task, file],
  });
  return [
    own('open'),
    own('first'),
    own('look'),
    own('edit'),
    own('byte-loop'),
    own('raw-save'),
    own('objects'),
    own('tough-cookie'),
    own('cookiefile'),
    ...CLIENTS.map(({ id }) => ({ ...own(verdictTask(id)), most: 100_000 })),
    { name: 'python', command: ['python3', '-c', PYTHON, file, `${file}.out`] },
    { name: 'wc -l', command: ['wc', '-l', file] },
    {
      name: 'wget',
      command: [
        'wget',
        '-q',
        '--tries=1',
        '--load-cookies',
        file,
        '--save-cookies',
        `${file}.out`,
        '-O',
        '/dev/null',
        'http://127.0.0.1:1/',
      ],
    },
    {
      name: 'curl',
      most: 100_000,
      command: ['curl', '-s', '-b', file, '-c', `${file}.out`, 'file:///dev/null'],
    },
  ];
}

/** Runs a program and gives what it printed as figures, with the time of the whole process. Nothing when it is not there. */
export function measure({ command }: Program): Promise<Figures | undefined> {
  const [program = '', ...args] = command;
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.resume();
    child.on('error', () => resolve(undefined));
    child.on('close', () => {
      const whole = performance.now() - started;
      resolve({ ...figuresIn(output), whole });
    });
  });
}

function figuresIn(output: string): Figures {
  const line = output.split('\n').find((text) => text.startsWith('{'));
  return line === undefined ? {} : (JSON.parse(line) as Figures);
}
