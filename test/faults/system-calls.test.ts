import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSaveProgram, canRun, type Layout, RunPlace } from './save-runs.ts';

const hasTracer = canRun('strace', '-o', '/dev/null', 'true');
const PLAIN: Layout = { name: 'a plain file', lines: [100, 5000] };
const LAYOUTS: readonly Layout[] = [
  PLAIN,
  { name: 'a file with two names', lines: [3000, 100], twoNames: true },
  { name: 'a new file', lines: [0, 3000] },
];

/** Every call that a save makes on its files. */
const CALLS =
  'openat pwrite64 pread64 fsync ftruncate fchmod fchown rename link unlink close statx readlink getdents64'.split(
    ' ',
  );
/** No save makes one call more often. */
const MOST = 60;

interface Injection {
  readonly saver?: string;
  readonly layout: Layout;
  readonly call: string;
  /** As strace takes it: `signal=SIGKILL`, `error=EIO`. */
  readonly fault: string;
  readonly when: string;
}

/** Saves once while the system makes one call go wrong. */
async function inject({ saver = 'ours', layout, call, fault, when }: Injection) {
  const place = new RunPlace(layout);
  const log = path.join(place.root, 'trace');
  try {
    const tracer = ['strace', '-f', '-qq', '-o', log];
    for (const each of place.paths) tracer.push('-P', each);
    tracer.push('-e', `trace=${call}`, '-e', `inject=${call}:${fault}:when=${when}`);
    const { answer, problems, killed } = await place.save(saver, tracer);
    const trace = fs.readFileSync(log, 'latin1');
    const hit = killed || trace.includes('(INJECTED)');
    const { litter } = place;
    return { hit, answer, problems, litter };
  } finally {
    place.dispose();
  }
}

/** Lets every call go wrong in turn; the problems found, each with its call, and how many calls there were. */
async function injectAll(
  layout: Layout,
  {
    fault,
    calls = CALLS,
    saver = 'ours',
  }: { readonly fault: string; readonly calls?: readonly string[]; readonly saver?: string },
): Promise<{
  readonly points: number;
  readonly problems: readonly string[];
  readonly reached: readonly string[];
}> {
  const problems: string[] = [];
  const reached = new Set<string>();
  let points = 0;
  const queue = [...calls];
  const work = async (): Promise<void> => {
    for (let call = queue.shift(); call !== undefined; call = queue.shift()) {
      for (let at = 1; at <= MOST; at++) {
        const run = await inject({ layout, call, fault, when: String(at), saver });
        problems.push(...run.problems.map((problem) => `${call} ${at}: ${problem}`));
        const untold = run.answer?.saved === false && run.answer.data?.['oldContent'] === undefined;
        if (untold) problems.push(...run.litter.map((name) => `${call} ${at}: left ${name}`));
        if (run.litter.length > 2) problems.push(`${call} ${at}: more than two files left behind`);
        if (!run.hit) break;
        points += 1;
        reached.add(call);
      }
    }
  };
  await Promise.all([work(), work()]);
  return { points, problems, reached: [...reached] };
}

let total = 0;
beforeAll(buildSaveProgram, 60_000);
afterAll(() => void process.stdout.write(`system calls that were made to fail or to kill: ${total}\n`));

describe.skipIf(!hasTracer)('our saver, traced (not run without strace)', () => {
  describe.each(LAYOUTS)('on $name', (layout) => {
    it.each(['signal=SIGKILL', 'error=EIO'])(
      'leaves old or new at every call that meets %s',
      { timeout: 180_000 },
      async (fault) => {
        const { points, problems, reached } = await injectAll(layout, { fault });
        expect(problems).toEqual([]);
        expect(points).toBeGreaterThan(25);
        expect(reached).toEqual(
          expect.arrayContaining(['openat', 'pwrite64', 'pread64', 'fsync', 'close', 'statx']),
        );
        total += points;
      },
    );
  });

  it.each([
    ['pwrite64', 'error=ENOSPC', '1', 'disk-full'],
    ['pwrite64', 'error=EDQUOT', '1', 'disk-full'],
    ['pwrite64', 'error=EIO', '1+', 'write-failed'],
    ['fsync', 'error=EIO', '1', 'write-failed'],
    ['openat', 'error=EMFILE', '1+', 'write-failed'],
    ['openat', 'error=EROFS', '2', undefined],
    ['rename', 'error=EBUSY', '1', undefined],
    ['rename', 'error=EXDEV', '1', undefined],
    ['rename', 'error=EPERM', '1', undefined],
    ['rename', 'error=EACCES', '1', undefined],
    ['rename', 'error=EIO', '1', 'write-failed'],
    ['pwrite64', 'error=EINTR', '1', undefined],
    ['fsync', 'error=EINVAL', '1+', undefined],
    ['link', 'error=EPERM', '1', undefined],
    ['fsync', 'error=EIO', '2', undefined],
    ['pwrite64', 'retval=100', '1+', 'verify-failed'],
  ])('meets %s with %s (%s) as it says', async (call, fault, when, code) => {
    const { hit, answer, problems, litter } = await inject({ layout: PLAIN, call, fault, when });
    expect({ hit, problems }).toEqual({ hit: true, problems: [] });
    if (code === undefined) expect(answer).toMatchObject({ saved: true });
    else {
      expect(answer).toMatchObject({ saved: false, code });
      expect(litter).toEqual([]);
    }
    total += 1;
  });

  it('brings bytes to the disk before the name and the folder after it, as the system saw it', async () => {
    expect(await order('ours')).toEqual([]);
  });
});

/** What is wrong with the order in which a save reached the disk. */
async function order(saver: string): Promise<string[]> {
  const place = new RunPlace(PLAIN);
  const log = path.join(place.root, 'trace');
  try {
    await place.save(saver, ['strace', '-f', '-qq', '-y', '-o', log, '-e', 'trace=pwrite64,fsync,rename']);
    const lines = fs
      .readFileSync(log, 'latin1')
      .split('\n')
      .filter((line) => line.includes(place.folder));
    const renamed = lines.findIndex((line) => line.includes('rename('));
    const written = lines.findLastIndex((line) => line.includes('pwrite64('));
    const synced = lines.findIndex(
      (line, at) => at > written && /fsync\(.*cookies|fsync\(.*crumbs-/.test(line),
    );
    const folder = lines.findLastIndex(
      (line) => line.includes(`fsync(`) && line.includes(`<${place.folder}>`),
    );
    const problems: string[] = [];
    if (renamed < 0) return ['the file never got its name by a rename'];
    if (synced < written || synced > renamed) problems.push('renamed before the bytes were on the disk');
    if (folder < renamed) problems.push('the folder was not brought to the disk');
    return problems;
  } finally {
    place.dispose();
  }
}

describe.skipIf(!hasTracer)('the tracer (not run without strace)', () => {
  it('catches a saver that truncates first, killed at its writes', async () => {
    const found = await injectAll(PLAIN, {
      saver: 'truncatesFirst',
      fault: 'signal=SIGKILL',
      calls: ['pwrite64', 'fsync'],
    });
    expect(found.problems.join('\n')).toMatch(/killed: neither old nor new/);
  });

  it.each(['believesTheDisk', 'writeFileAtomic'])('catches %s, to which the disk lies', async (saver) => {
    const { problems } = await inject({
      saver,
      layout: PLAIN,
      call: 'pwrite64',
      fault: 'retval=100',
      when: '1',
    });
    expect(problems).toEqual(['saved was reported, but the file is not the new one']);
  });

  it('sees that write-file-atomic leaves the folder to chance', async () => {
    expect(await order('writeFileAtomic')).toEqual(['the folder was not brought to the disk']);
  });
});
