import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildProgram, builtProgram } from '../main/cli/built-program.ts';
import { temporaryFolder } from '../main/files/temporary-folder.ts';
import { canRun } from './save-runs.ts';

const program = builtProgram('test-surroundings');
const root = temporaryFolder();
const LINE = 'example.com\tFALSE\t/\tTRUE\t4000000000\tname\tvalue\n';
/** What the fix of a missing header makes of a file. */
const FIXED = `# Netscape HTTP Cookie File\n${LINE}`;
const hasTracer = canRun('strace', '-o', '/dev/null', 'true');

beforeAll(() => buildProgram('test-surroundings'), 60_000);

interface Place {
  readonly folder: string;
  readonly file: string;
}

function place(text = LINE): Place {
  const folder = fs.mkdtempSync(path.join(root, 'place-'));
  const file = path.join(folder, 'jar.txt');
  fs.writeFileSync(file, text, { mode: 0o600 });
  return { folder, file };
}

/** Runs a shell line in which "$@" is the program, with the files of its own below the folder. */
function run(shell: string, folder: string, given: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync('/bin/sh', ['-c', shell, 'sh', process.execPath, program, ...given], {
    encoding: 'utf8',
    env: { ...process.env, CRUMBS_DATA_DIR: path.join(folder, 'data'), UV_USE_IO_URING: '0', ...env },
  });
}

/** What lies beside the file and was not there before. */
function strays({ folder }: Place): string[] {
  return fs.readdirSync(folder).filter((name) => name !== 'data' && name !== 'jar.txt');
}

function modesBelow(folder: string): number[] {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => fs.lstatSync(path.join(folder, name)).mode & 0o077);
}

describe('odd surroundings (F48)', { timeout: 20_000 }, () => {
  it.each(['000', '077'])('umask %s: what is written is readable by its owner alone', (mask) => {
    const { folder, file } = place();
    const { status } = run(`umask ${mask}; exec "$@"`, folder, ['fix', file, '--in-place']);
    const copy = path.join(folder, 'copy.txt');
    const made = run(`umask ${mask}; exec "$@"`, folder, [
      'convert',
      file,
      '--to',
      'netscape',
      '--output',
      copy,
    ]);
    expect([status, made.status, fs.readFileSync(file, 'latin1')]).toEqual([0, 0, FIXED]);
    expect(new Set(modesBelow(folder))).toEqual(new Set([0]));
  });

  it('a folder for temporary files that cannot be written is not needed', () => {
    const { folder, file } = place();
    const env = { TMPDIR: '/proc/none' };
    expect(run('exec "$@"', folder, ['fix', file, '--in-place'], env).status).toBe(0);
    expect(fs.readFileSync(file, 'latin1')).toBe(FIXED);
  });

  it('without HOME a file is checked as with it', () => {
    const { folder, file } = place(FIXED);
    const { status, stderr } = run('unset HOME; exec "$@"', folder, ['check', file]);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('in a folder that was deleted, the file is fixed, or a message says why not', () => {
    const { folder, file } = place();
    const gone = fs.mkdtempSync(path.join(root, 'gone-'));
    const { status, stderr } = run(`cd ${gone} && rmdir ${gone}; exec "$@"`, folder, [
      'fix',
      file,
      '--in-place',
    ]);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([status, fs.readFileSync(file, 'latin1')]).toEqual([0, FIXED]);
  });
});

describe('another clock (F38)', { timeout: 20_000 }, () => {
  const hasClock = canRun('faketime', '2030-01-01', 'true');
  if (!hasClock)
    process.stdout.write('not run: a clock that is wrong (F38), for faketime is not installed\n');

  it.runIf(hasClock).each(['1970-01-02', '2030-01-01', '2038-01-20', '9999-01-01'])(
    'on %s a fix changes what it changes today',
    (date) => {
      const { folder, file } = place();
      expect(run(`exec faketime ${date} "$@"`, folder, ['fix', file, '--in-place']).status).toBe(0);
      expect(fs.readFileSync(file, 'latin1')).toBe(FIXED);
    },
  );
});

describe('a heap that is too small (F35)', { timeout: 60_000 }, () => {
  it('leaves the file the old or the new one, and no other file beside it', () => {
    const { folder, file } = place(LINE.repeat(100_000));
    const old = fs.readFileSync(file, 'latin1');
    run('exec "$@"', folder, ['fix', file, '--in-place'], { NODE_OPTIONS: '--max-old-space-size=16' });
    const now = fs.readFileSync(file, 'latin1');
    expect(now === old || now === `# Netscape HTTP Cookie File\n${old}`).toBe(true);
    expect(strays({ folder, file })).toEqual([]);
  });

  it('holds the findings of 80,000 lines of one cookie one after another, three a line (26 MB)', () => {
    const { folder, file } = place('example.com\tFALSE\t/\tTRUE\t-5\tname\tvalue\n'.repeat(80_000));
    const told = path.join(folder, 'data', 'told');
    fs.mkdirSync(path.dirname(told));
    const env = { NODE_OPTIONS: '--max-old-space-size=26' };
    const { status, stderr } = run(`exec "$@" >${told}`, folder, ['check', file], env);
    expect([status, stderr]).toEqual([1, '']);
    // All are expired and negative, all but the last one overruled; the file has no header.
    const lines = fs.readFileSync(told, 'latin1').split('\n');
    expect(lines.filter((line) => line.includes(' warning: ') || line.includes(' error: ')).length).toBe(
      240_000,
    );
  });
});

describe.skipIf(!hasTracer)('the command line, traced (not run without strace)', { timeout: 120_000 }, () => {
  const trace = path.join(root, 'trace');
  const traced = (
    { folder, file }: Place,
    call: string,
    fault: string,
    given = ['fix', file, '--in-place'],
  ) => {
    return run(
      `exec strace -f -qq -s 4096 -o ${trace} -e trace=${call} -e inject=${call}:${fault} "$@"`,
      folder,
      given,
      { UV_THREADPOOL_SIZE: '1' },
    );
  };
  const INCOMING = 'example.com\tFALSE\t/\tTRUE\t4000000000\tname\tother\n';
  const source = path.join(root, 'incoming.txt');
  fs.writeFileSync(source, INCOMING);

  const COMMANDS = [
    {
      name: 'fix',
      given: ({ file }: Place) => ['fix', file, '--in-place'],
      after: FIXED,
      /** All that changes what is on the disk, but for making files, each of which is written to next: between two of them nothing changes. */
      calls: ['pwrite64', 'link', 'rename', 'unlink'],
    },
    {
      name: 'import',
      given: ({ file }: Place) => ['import', source, file, '--in-place'],
      after: INCOMING,
      calls: ['link', 'rename', 'unlink'],
    },
  ];

  /** Everything below the folder, with what is drawn by lot or told by the clock left out. */
  const standing = ({ folder }: Place): string =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => `${name.replace(/[0-9a-f]{4,}/g, '')} ${fs.lstatSync(path.join(folder, name)).size}`)
      .sort()
      .join('\n');

  it.each(COMMANDS)(
    '$name, killed at each call that changes the file or its folder, leaves the old or the new one, and the next run saves and tidies up (F46)',
    ({ name, given, after, calls }) => {
      const points = new Map<string, number>();
      const left = new Map<string, Place>();
      for (const call of calls) {
        for (let at = 1; at < 40; at++) {
          const here = place();
          if (traced(here, call, `signal=SIGKILL:when=${at}`, given(here)).signal !== 'SIGKILL') break;
          points.set(call, at);
          expect([LINE, after]).toContain(fs.readFileSync(here.file, 'latin1'));
          expect(modesBelow(here.folder).every((mode) => mode === 0)).toBe(true);
          left.set(`${fs.readFileSync(here.file, 'latin1')}${standing(here)}`, here);
        }
      }
      for (const here of left.values()) {
        const saved = fs.readFileSync(here.file, 'latin1') === after;
        const again = run('exec "$@"', here.folder, given(here));
        expect([again.status, fs.readFileSync(here.file, 'latin1')]).toEqual([0, after]);
        // What the killed one left is gone. Where it had saved, the old content can be there still, as an earlier version.
        const contents = strays(here).map((stray) =>
          fs.readFileSync(path.join(here.folder, stray), 'latin1'),
        );
        expect(saved ? [[], [LINE]] : [[]]).toContainEqual(contents);
      }
      const told = [...points].map(([call, count]) => `${count} ${call}`).join(', ');
      process.stdout.write(`crumbs ${name} was killed at ${told}, and left ${left.size} states\n`);
      expect([...points.keys()]).toEqual(calls);
      expect(left.size).toBeGreaterThanOrEqual(4);
    },
  );

  it('on a disk that takes 300 ms to rename, saves once (F23)', () => {
    const here = place();
    const { status } = traced(here, 'rename', 'delay_enter=300000');
    expect([status, fs.readFileSync(here.file, 'latin1')]).toEqual([0, FIXED]);
    const renames = fs.readFileSync(trace, 'latin1').split('\n');
    expect(renames.filter((line) => line.includes(`, "${here.file}")`))).toHaveLength(1);
  });
});
