import { afterAll, describe, expect, it } from 'vitest';
import { saveFile } from '../../main/files/save-file.ts';
import type { Fault } from './fault-file-ops.ts';
import { believesTheDisk } from './known-bad/believes-the-disk.ts';
import { checksNoConflict } from './known-bad/checks-no-conflict.ts';
import { checksTimeAndSize } from './known-bad/checks-time-and-size.ts';
import { foreseeableTemporary } from './known-bad/foreseeable-temporary.ts';
import { ignoresShortWrites } from './known-bad/ignores-short-writes.ts';
import { keepsForAnHour } from './known-bad/keeps-for-an-hour.ts';
import { leavesLitter } from './known-bad/leaves-litter.ts';
import { neverSyncs } from './known-bad/never-syncs.ts';
import { decentSteps, replace } from './known-bad/replace.ts';
import { truncatesFirst } from './known-bad/truncates-first.ts';
import { widensMode } from './known-bad/widens-mode.ts';
import { writeFileAtomic } from './known-bad/write-file-atomic.ts';
import {
  exhaust,
  runWithFault,
  saveBesidePlantedLinks,
  saveOrder,
  saveOverChange,
  type Saver,
  SITUATIONS,
} from './saver-harness.ts';

const ERRNOS = ['EIO', 'ENOSPC', 'EACCES', 'EPERM', 'EBUSY', 'EROFS', 'EXDEV', 'ENOSYS', 'EMFILE'];
const FAULTS: readonly { readonly name: string; readonly fault: Fault }[] = [
  ...ERRNOS.map((errno) => ({ name: errno, fault: { kind: 'error' as const, errno } })),
  { name: 'a short count', fault: { kind: 'short' } },
  { name: 'a lie', fault: { kind: 'lie' } },
  { name: 'a crash', fault: { kind: 'crash' } },
];

const PLAIN = { name: 'plain', mode: 0o600, kind: 'plain', lines: [80, 4000] } as const;

let total = 0;
afterAll(() => void process.stdout.write(`calls of the saver that went wrong in turn: ${total}\n`));

describe('our saver', () => {
  describe.each(SITUATIONS)('on $name', (situation) => {
    it('saves when nothing goes wrong', async () => {
      expect((await runWithFault(saveFile, situation)).problems).toEqual([]);
    });

    it.each(FAULTS)('leaves old or new, and no litter, when any one call meets $name', async ({ fault }) => {
      const { points, problems } = await exhaust(saveFile, situation, { fault });
      expect(problems).toEqual([]);
      expect(points).toBeGreaterThan(20);
      total += points;
    });

    it('goes on when a read or a write is only interrupted or only partly done', async () => {
      for (const call of ['read', 'write'] as const) {
        for (const fault of [{ kind: 'error', errno: 'EINTR' }, { kind: 'short' }] as const) {
          for (let at = 1; ; at++) {
            const done: string[] = [];
            const saver: Saver = async (request) => {
              await saveFile(request);
              done.push('saved');
            };
            const run = await runWithFault(saver, situation, { fault, at, call });
            if (!run.hit) break;
            expect({ call, fault, at, done, problems: run.problems }).toEqual({
              call,
              fault,
              at,
              done: ['saved'],
              problems: [],
            });
          }
        }
      }
    });
  });

  it('refuses to overwrite what another program wrote, though size and time are the same', async () => {
    expect(await saveOverChange(saveFile)).toEqual([]);
  });

  it('does not follow links that stand where a temporary file might be made', async () => {
    expect(await saveBesidePlantedLinks(saveFile)).toEqual([]);
  });

  it('brings the bytes to the disk before the name, and the folder after it', async () => {
    expect(await saveOrder(saveFile)).toEqual([]);
  });
});

describe('the harness', () => {
  it('finds nothing against a decent saver where it is decent', async () => {
    const decent: Saver = (request) => replace(request, decentSteps);
    expect((await runWithFault(decent, PLAIN)).problems).toEqual([]);
    expect((await exhaust(decent, PLAIN, { fault: { kind: 'short' }, call: 'write' })).problems).toEqual([]);
    expect(await saveOverChange(decent)).toEqual([]);
    expect(await saveBesidePlantedLinks(decent)).toEqual([]);
    expect(await saveOrder(decent)).toEqual([]);
  });

  it.each<{
    readonly name: string;
    readonly problem: RegExp;
    readonly found: () => Promise<readonly string[]>;
  }>([
    {
      name: 'ignores short writes',
      problem: /success was reported/,
      found: async () =>
        (await exhaust(ignoresShortWrites, PLAIN, { fault: { kind: 'short' }, call: 'write' })).problems,
    },
    {
      name: 'believes the disk',
      problem: /success was reported/,
      found: async () =>
        (await exhaust(believesTheDisk, PLAIN, { fault: { kind: 'lie' }, call: 'write' })).problems,
    },
    {
      name: 'truncates the file first',
      problem: /neither old nor new/,
      found: async () => (await exhaust(truncatesFirst, PLAIN, { fault: { kind: 'crash' } })).problems,
    },
    {
      name: 'truncates the file first, on a full disk',
      problem: /a failure was reported, but the file is not the old one/,
      found: async () =>
        (await exhaust(truncatesFirst, PLAIN, { fault: { kind: 'error', errno: 'ENOSPC' } })).problems,
    },
    {
      name: 'leaves litter',
      problem: /left behind/,
      found: async () =>
        (await exhaust(leavesLitter, PLAIN, { fault: { kind: 'error', errno: 'ENOSPC' } })).problems,
    },
    {
      name: 'keeps the old bytes for an hour',
      problem: /a name that tidying removes/,
      found: async () =>
        (await exhaust(keepsForAnHour, PLAIN, { fault: { kind: 'error', errno: 'EIO' }, call: 'sync' }))
          .problems,
    },
    {
      name: 'widens the mode',
      problem: /open to more people/,
      found: async () => (await runWithFault(widensMode, PLAIN)).problems,
    },
    { name: 'checks no conflict', problem: /bytes are gone/, found: () => saveOverChange(checksNoConflict) },
    {
      name: 'checks time and size only',
      problem: /bytes are gone/,
      found: () => saveOverChange(checksTimeAndSize),
    },
    {
      name: 'has a foreseeable temporary name',
      problem: /planted link/,
      found: () => saveBesidePlantedLinks(foreseeableTemporary),
    },
    { name: 'never syncs', problem: /before the bytes were on the disk/, found: () => saveOrder(neverSyncs) },
  ])('catches a saver that $name', async ({ found, problem }) => {
    expect((await found()).join('\n')).toMatch(problem);
  });
});

describe('the harness, pointed at write-file-atomic', () => {
  it.each<{
    readonly name: string;
    readonly problem: RegExp;
    readonly found: () => Promise<readonly string[]>;
  }>([
    {
      name: 'truncates a good file when a write is short, and reports success',
      problem: /success was reported, but the file is not the new one/,
      found: async () =>
        (await exhaust(writeFileAtomic, PLAIN, { fault: { kind: 'short' }, call: 'write' })).problems,
    },
    {
      name: 'believes a disk that lies',
      problem: /success was reported, but the file is not the new one/,
      found: async () =>
        (await exhaust(writeFileAtomic, PLAIN, { fault: { kind: 'lie' }, call: 'write' })).problems,
    },
    {
      name: 'parts the names of a hard-linked file',
      problem: /the other name of the file has other content/,
      found: async () =>
        (await runWithFault(writeFileAtomic, { ...PLAIN, name: 'two names', kind: 'hard-linked' })).problems,
    },
    {
      name: 'overwrites what another program wrote',
      problem: /bytes are gone/,
      found: () => saveOverChange(writeFileAtomic),
    },
    {
      name: 'does not bring the folder to the disk',
      problem: /the folder was not brought to the disk/,
      found: () => saveOrder(writeFileAtomic),
    },
    {
      name: 'makes new files that others can read',
      problem: /open to more people/,
      found: async () =>
        (await runWithFault(writeFileAtomic, { name: 'new', mode: 0o600, kind: 'new', lines: [0, 40] }))
          .problems,
    },
  ])('reports that it $name', async ({ found, problem }) => {
    expect((await found()).join('\n')).toMatch(problem);
  });

  it('finds nothing where it does well', async () => {
    expect((await runWithFault(writeFileAtomic, PLAIN)).problems).toEqual([]);
    const errors = await exhaust(writeFileAtomic, PLAIN, {
      fault: { kind: 'error', errno: 'ENOSPC' },
      call: 'write',
    });
    expect(errors.problems).toEqual([]);
  });
});
