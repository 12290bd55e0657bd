import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const project = path.resolve(import.meta.dirname, '../..');
/** Inside the project, so that the program finds the package that it is compared with; one for each worker. */
const outDir = path.join(project, '.out', `test-save-${process.env['VITEST_POOL_ID'] ?? ''}`);
const program = path.join(outDir, 'save.mjs');

/** Puts the program together that saves one file; called before the first run. */
export async function buildSaveProgram(): Promise<void> {
  const module: string = '../../resources/build/targets.mjs';
  const { targets } = (await import(module)) as {
    targets: { cli: { config: { build: { rolldownOptions: object } } } };
  };
  const { config } = targets.cli;
  await build({
    ...config,
    build: {
      ...config.build,
      outDir,
      sourcemap: false,
      rolldownOptions: {
        ...config.build.rolldownOptions,
        input: { save: path.join(import.meta.dirname, 'save-program.ts') },
      },
    },
  });
}

/** Whether a program can be started here. */
export function canRun(command: string, ...given: string[]): boolean {
  return spawnSync(command, given, { stdio: 'ignore' }).status === 0;
}

/** How the file stands before it is saved. */
export interface Layout {
  readonly name: string;
  /** Lines before and after; none before is a file that does not exist. */
  readonly lines: readonly [number, number];
  readonly twoNames?: boolean;
}

/** What a run of the program said, and what is wrong with what it left. */
export interface SaveRun {
  readonly answer:
    | { readonly saved: boolean; readonly code?: string; readonly data?: Record<string, unknown> }
    | undefined;
  readonly problems: readonly string[];
  readonly killed: boolean;
}

/** A folder with one file, for one run of the program that saves it. */
export class RunPlace {
  readonly root: string;
  readonly folder: string;
  readonly file: string;
  readonly #layout: Layout;
  readonly #old: Buffer;
  readonly #new: Buffer;

  constructor(layout: Layout, under = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir()) {
    this.root = fs.mkdtempSync(path.join(under, 'crumbs-run-'));
    this.folder = path.join(this.root, 'folder');
    this.file = path.join(this.folder, 'cookies.txt');
    this.#layout = layout;
    this.#old = content(layout.lines[0], 'old');
    this.#new = content(layout.lines[1], 'new');
    fs.mkdirSync(this.folder);
    if (layout.lines[0] > 0) fs.writeFileSync(this.file, this.#old, { mode: 0o600 });
    if (layout.twoNames === true) fs.linkSync(this.file, path.join(this.folder, 'other.txt'));
  }

  /** The paths that a save touches. */
  get paths(): string[] {
    const names = [
      'cookies.txt',
      '.crumbs-0000000000000001',
      '.crumbs-old-0000000000000001',
      'cookies.txt.tmp',
    ];
    return [this.folder, ...names.map((name) => path.join(this.folder, name))];
  }

  /** Saves the file with the program, which is started by `before` (a tracer, say) where that is given. */
  async save(saver: string, before: readonly string[] = [], options: SpawnOptions = {}): Promise<SaveRun> {
    const [from, to] = this.#layout.lines;
    const given = [...before, process.execPath, program, saver, this.file, String(from), String(to)];
    const child = spawn(given[0] ?? '', given.slice(1), {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0', NODE_OPTIONS: '' },
      ...options,
    });
    let out = '';
    child.stdout?.on('data', (data: Buffer) => (out += data.toString()));
    const killed = await new Promise<boolean>((resolve) => {
      child.once('close', (code, signal) => resolve(signal === 'SIGKILL' || code === 137));
    });
    const answer = out === '' ? undefined : (JSON.parse(out) as NonNullable<SaveRun['answer']>);
    const problems = this.#judge(answer);
    if (answer === undefined && !killed) problems.push('the program ended without an answer');
    return { answer, problems, killed };
  }

  dispose(): void {
    fs.rmSync(this.root, { recursive: true, force: true });
  }

  #judge(answer: SaveRun['answer']): string[] {
    const now = fs.existsSync(this.file) ? fs.readFileSync(this.file) : undefined;
    const isNew = now?.equals(this.#new) === true;
    const isOld = this.#old.length === 0 ? now === undefined : now?.equals(this.#old) === true;
    const kept = this.#kept().some((bytes) => bytes.equals(this.#old));
    if (answer === undefined) {
      const torn = this.#layout.twoNames === true && kept;
      return isOld || isNew || torn ? [] : ['killed: neither old nor new'];
    }
    if (answer.saved) return isNew ? [] : ['saved was reported, but the file is not the new one'];
    const said = answer.data?.['oldContent'] !== undefined && kept;
    return isOld || said ? [] : ['a failure was reported, but the file is not the old one'];
  }

  #kept(): Buffer[] {
    return [this.folder, path.join(this.root, 'safety')].flatMap((folder) =>
      fs.existsSync(folder)
        ? fs
            .readdirSync(folder)
            .filter((name) => name.startsWith('.crumbs-old-'))
            .map((name) => fs.readFileSync(path.join(folder, name)))
        : [],
    );
  }

  /** The names beside the file that were not there before. */
  get litter(): string[] {
    return fs.readdirSync(this.folder).filter((name) => !['cookies.txt', 'other.txt'].includes(name));
  }
}

function content(lines: number, kind: string): Buffer {
  return Buffer.from(`.example.com\tTRUE\t/\tFALSE\t1900000000\t${kind}\tvalue\n`.repeat(lines));
}
