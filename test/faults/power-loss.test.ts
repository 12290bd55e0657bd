import { afterAll, describe, expect, it } from 'vitest';
import { hashChunks } from '../../main/files/hash-content.ts';
import { JournalFile, openJournal, removeJournal } from '../../main/files/journal-file.ts';
import { readFrames } from '../../main/files/journal-frames.ts';
import { saveFile } from '../../main/files/save-file.ts';
import { CrashFileOps, type DiskImage } from './crash-file-ops.ts';
import { forgetsTheFolder } from './known-bad/forgets-the-folder.ts';
import { neverSyncs } from './known-bad/never-syncs.ts';
import { decentSteps, replace } from './known-bad/replace.ts';
import { truncatesFirst } from './known-bad/truncates-first.ts';
import { writeFileAtomic } from './known-bad/write-file-atomic.ts';
import type { Saver } from './saver-harness.ts';

const FILE = '/home/jar/cookies.txt';
const JOURNAL = { folder: '/data/recovery', name: 'one.journal' };
const OLD = Buffer.from('# old\n'.repeat(700));
const NEW = Buffer.from('# new and longer\n'.repeat(900));
const SHORT = Buffer.from('# new\n'.repeat(30));

interface Layout {
  readonly name: string;
  readonly old?: Buffer;
  readonly fresh: Buffer;
  readonly linked?: boolean;
}

const LAYOUTS: readonly Layout[] = [
  { name: 'a file that grows', old: OLD, fresh: NEW },
  { name: 'a file that shrinks', old: OLD, fresh: SHORT },
  { name: 'a new file', fresh: NEW },
  { name: 'a file with two names that grows', old: OLD, fresh: NEW, linked: true },
  { name: 'a file with two names that shrinks', old: OLD, fresh: SHORT, linked: true },
];

const totals = { points: 0, disks: 0 };
afterAll(() => {
  process.stdout.write(`power cuts: ${totals.points} moments, ${totals.disks} disks looked at\n`);
});

/** Saves, and cuts the power after every call in every way; gives what is wrong with the disks found. */
async function cut(saver: Saver, { old, fresh, linked = false }: Layout): Promise<string[]> {
  const disk = new CrashFileOps();
  if (old === undefined) disk.plant('/home/jar/other.txt', OLD);
  else disk.plant(FILE, old);
  if (linked) disk.plantLink(FILE, '/home/jar/second.txt');
  const problems = new Set<string>();
  let calls = 0;
  const look = (moment: string, done: boolean): void => {
    totals.points += 1;
    for (const image of disk.images()) {
      totals.disks += 1;
      for (const problem of judge(image, { old, fresh, done })) problems.add(`${moment}: ${problem}`);
    }
  };
  disk.onCall = (call) => {
    calls += 1;
    look(`${call} (call ${calls})`, false);
  };
  await saver({
    path: FILE,
    chunks: [fresh],
    expected: old === undefined ? 'nothing' : { sha256: hashChunks([old]) },
    safetyFolder: '/data/safety',
    ops: disk.ops,
  });
  disk.onCall = undefined;
  look('afterwards', true);
  return [...problems];
}

function judge(
  image: DiskImage,
  { old, fresh, done }: { old: Buffer | undefined; fresh: Buffer; done: boolean },
): string[] {
  const found = image.get(FILE);
  const isNew = found?.equals(fresh) === true;
  if (isNew) return [];
  if (done) return ['saved was reported, but the new content is not on the disk'];
  if (old === undefined) return found === undefined ? [] : ['a file that is neither missing nor new'];
  if (found?.equals(old) === true) return [];
  const kept = [...image].some(([name, content]) => /\.crumbs-old-/.test(name) && content.equals(old));
  if (image.get('/home/jar/second.txt') !== undefined && kept) return [];
  return ['neither the old nor the new content'];
}

describe('our saver, when the power is cut at any moment', () => {
  it.each(LAYOUTS)('leaves the old or the new content of $name', async (layout) => {
    const before = totals.points;
    expect(await cut(saveFile, layout)).toEqual([]);
    expect(totals.points - before).toBeGreaterThan(20);
  });

  it('has the edits in the file or in the journal, from the first of them to the end of the journal', async () => {
    const disk = new CrashFileOps();
    disk.plant(FILE, OLD);
    const { ops } = disk;
    await JournalFile.start({ ops, ...JOURNAL }, [{ kind: 1, payload: OLD }], () => 'a.new');
    const journal = await JournalFile.start({ ops, ...JOURNAL }, [{ kind: 1, payload: OLD }], () => 'b.new');
    const images: DiskImage[] = [];
    await journal.append([{ kind: 2, payload: NEW }]);
    disk.onCall = () => images.push(...disk.images());
    await saveFile({
      path: FILE,
      chunks: [NEW],
      expected: { sha256: hashChunks([OLD]) },
      safetyFolder: '/data/safety',
      ops,
    });
    await removeJournal({ ops, ...JOURNAL });
    totals.points += images.length;
    const lost = [];
    for (const image of images) {
      totals.disks += 1;
      if (image.get(FILE)?.equals(NEW) === true) continue;
      const kept = await journalled(image);
      if (image.get(FILE)?.equals(OLD) !== true || !kept.some((payload) => NEW.equals(payload)))
        lost.push(image);
    }
    expect(lost).toEqual([]);
    expect(images.length).toBeGreaterThan(50);
  });

  it('has the last state but one or the last in the journal, while the journal grows', async () => {
    const disk = new CrashFileOps();
    disk.plant(FILE, OLD);
    const { ops } = disk;
    const journal = await JournalFile.start({ ops, ...JOURNAL }, [{ kind: 1, payload: OLD }], () => 'a.new');
    const images: DiskImage[] = [];
    disk.onCall = () => images.push(...disk.images());
    await journal.append([{ kind: 2, payload: NEW }]);
    for (const image of images) {
      const [first, ...others] = await journalled(image);
      expect([first && OLD.equals(first), others.every((payload) => NEW.equals(payload))]).toEqual([
        true,
        true,
      ]);
    }
    expect((await journalled(images.at(-1) ?? new Map())).length).toBe(2);
  });
});

async function journalled(image: DiskImage): Promise<Uint8Array[]> {
  const { ops } = CrashFileOps.from(image);
  const payloads: Uint8Array[] = [];
  const journal = await openJournal({ ops, ...JOURNAL }).catch(() => undefined);
  if (journal === undefined) return payloads;
  const frames = readFrames(journal.read, undefined);
  for (;;) {
    const step = await frames.next();
    if (step.done === true) return payloads;
    payloads.push(step.value.payload);
  }
}

describe('the power cuts', () => {
  const plain = { name: 'plain', old: OLD, fresh: NEW };

  it('find nothing against a saver that synchronises what it must', async () => {
    expect(await cut((request) => replace(request, decentSteps), plain)).toEqual([]);
  });

  it.each<{ readonly name: string; readonly saver: Saver; readonly problem: RegExp }>([
    { name: 'never syncs', saver: neverSyncs, problem: /neither the old nor the new/ },
    { name: 'forgets the folder', saver: forgetsTheFolder, problem: /afterwards: saved was reported/ },
    { name: 'is write-file-atomic', saver: writeFileAtomic, problem: /afterwards: saved was reported/ },
    { name: 'truncates the file first', saver: truncatesFirst, problem: /neither the old nor the new/ },
  ])('catch a saver that $name', async ({ saver, problem }) => {
    expect((await cut(saver, plain)).join('\n')).toMatch(problem);
  });
});
