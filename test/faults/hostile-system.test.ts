import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSaveProgram, canRun, type Layout, RunPlace, type SaveRun } from './save-runs.ts';

const LAYOUT: Layout = { name: 'a plain file', lines: [100, 5000] };
const isRoot = process.getuid?.() === 0;
const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

beforeAll(buildSaveProgram, 60_000);

interface Found extends SaveRun {
  readonly litter: readonly string[];
  readonly same: boolean;
}

/** Saves once where something is prepared that stands in the way, and puts that away again. */
async function saveWhere(
  before: readonly string[],
  { prepare, after }: { prepare?: (place: RunPlace) => void; after?: (place: RunPlace) => void } = {},
): Promise<Found> {
  const place = new RunPlace(LAYOUT, os.tmpdir());
  const old = fs.readFileSync(place.file);
  try {
    prepare?.(place);
    const run = await place.save('ours', before);
    return { ...run, litter: place.litter, same: fs.readFileSync(place.file).equals(old) };
  } finally {
    after?.(place);
    place.dispose();
  }
}

const limited = (limit: string): readonly string[] => ['/bin/sh', '-c', `ulimit ${limit}; exec "$0" "$@"`];
const untouched = { problems: [], litter: [], same: true };

describe('where the system sets limits, our saver leaves the file whole', () => {
  it('and says that the file may not grow so large', async () => {
    const found = await saveWhere(limited('-f 100'));
    expect(found).toMatchObject({ ...untouched, answer: { code: 'disk-full', data: { errno: 'EFBIG' } } });
  });

  it('and says that too many files are open', async () => {
    const found = await saveWhere(limited('-n 18'));
    // Node itself needs about so many; where it starts at all the save fails before anything was touched.
    if (found.answer === undefined) expect(found.same).toBe(true);
    else expect(found).toMatchObject({ problems: [], litter: [], same: !found.answer.saved });
  });
});

describe.skipIf(!isRoot || !canRun('setpriv', '--version'))(
  'where another person saves (not run without root and setpriv)',
  () => {
    it('writes into a file that is his in a folder that is not', async () => {
      const found = await saveWhere(NOBODY, {
        prepare: ({ root, folder, file }) => {
          fs.chmodSync(root, 0o755);
          fs.chmodSync(folder, 0o755);
          fs.chownSync(file, 65534, 65534);
          fs.mkdirSync(path.join(root, 'safety'), { mode: 0o700 });
          fs.chownSync(path.join(root, 'safety'), 65534, 65534);
        },
      });
      expect(found).toMatchObject({ problems: [], litter: [], same: false, answer: { saved: true } });
    });

    it('refuses a file of somebody else in a folder of somebody else', async () => {
      const found = await saveWhere(NOBODY, {
        prepare: ({ root, folder, file }) => {
          fs.chmodSync(root, 0o755);
          fs.chmodSync(folder, 0o755);
          fs.chmodSync(file, 0o644);
        },
      });
      expect(found).toMatchObject({ ...untouched, answer: { code: 'file-permission-denied' } });
    });
  },
);

describe.skipIf(!isRoot)('where a file cannot be replaced (not run without root)', () => {
  it('writes into a file that is a mount point', async () => {
    const found = await saveWhere([], {
      prepare: ({ file }) => execFileSync('mount', ['--bind', file, file]),
      after: ({ file }) => execFileSync('umount', [file]),
    });
    expect(found).toMatchObject({ problems: [], litter: [], same: false, answer: { saved: true } });
  });

  it('refuses a file that is immutable', async ({ skip }) => {
    let immutable = false;
    const found = await saveWhere([], {
      prepare: ({ file }) => {
        immutable = spawnSync('chattr', ['+i', file]).status === 0;
      },
      after: ({ file }) => {
        spawnSync('chattr', ['-i', file]);
      },
    });
    if (!immutable) skip('not run: no immutable files here');
    expect(found).toMatchObject({ ...untouched, answer: { code: 'file-permission-denied' } });
  });
});

describe('where the save is told to end', () => {
  it.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)(
    'by %s, the file is the old or the new one',
    async (signal) => {
      for (const wait of [0.03, 0.05, 0.06, 0.07, 0.08, 0.1]) {
        const ending = [
          '/bin/sh',
          '-c',
          `"$0" "$@" & sleep ${wait}; kill -${signal.slice(3)} $!; wait $!; kill -9 $$`,
        ];
        expect((await saveWhere(ending)).problems).toEqual([]);
      }
    },
  );
});
