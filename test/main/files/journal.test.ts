import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FileOps } from '../../../main/files/file-ops.ts';
import { JournalFile, openJournal, removeJournal } from '../../../main/files/journal-file.ts';
import {
  type Frame,
  FRAME_OVERHEAD,
  FrameWriter,
  type JournalEnd,
  journalHead,
  readFrames,
} from '../../../main/files/journal-frames.ts';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import { keySealer, type Sealer } from '../../../main/files/sealer.ts';
import { FaultFileOps } from '../../faults/fault-file-ops.ts';
import { temporaryFolder } from './temporary-folder.ts';

const sealer = keySealer(Buffer.alloc(32, 7));
const anyFrame = fc.record({
  kind: fc.integer({ min: 1, max: 255 }),
  payload: fc.uint8Array({ maxLength: 40 }),
});
const anyFrames = fc.array(anyFrame, { maxLength: 6 });
const anySealer = fc.constantFrom(undefined, sealer);

function journalOf(frames: readonly Frame[], seal?: Sealer): Buffer {
  const head = journalHead(seal !== undefined);
  const writer = new FrameWriter(head, seal);
  return Buffer.concat([head, ...frames.map((frame) => writer.encode(frame))]);
}

async function framesIn(bytes: Uint8Array, seal?: Sealer): Promise<{ frames: Frame[]; end: JournalEnd }> {
  const reading = readFrames(async (at, length) => bytes.subarray(at, at + length), seal);
  const frames: Frame[] = [];
  for (;;) {
    const step = await reading.next();
    if (step.done === true) return { frames, end: step.value };
    frames.push({ kind: step.value.kind, payload: new Uint8Array(step.value.payload) });
  }
}

describe('frames', () => {
  test('are read as they were written, sealed or not', async () => {
    await fc.assert(
      fc.asyncProperty(anyFrames, anySealer, async (frames, seal) => {
        expect(await framesIn(journalOf(frames, seal), seal)).toEqual({ frames, end: 'complete' });
      }),
    );
  });

  test('of a journal that was cut anywhere are the first ones', async () => {
    await fc.assert(
      fc.asyncProperty(anyFrames, anySealer, fc.nat(), async (frames, seal, at) => {
        const whole = journalOf(frames, seal);
        const cut = at % (whole.length + 1);
        const { frames: found, end } = await framesIn(whole.subarray(0, cut), seal);
        expect(found).toEqual(frames.slice(0, found.length));
        const boundaries = frames.map((_, count) => journalOf(frames.slice(0, count), seal).length);
        const sound = cut === whole.length || boundaries.includes(cut);
        expect(end).toBe(cut < 32 ? 'no-journal' : sound ? 'complete' : 'torn');
      }),
    );
  });

  test('end before any bit that was turned over, and say so', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFrame, { minLength: 1, maxLength: 4 }),
        anySealer,
        fc.nat(),
        async (frames, seal, bit) => {
          const bytes = journalOf(frames, seal);
          const at = (bit >> 3) % bytes.length;
          const intact = [...bytes];
          bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
          const { frames: found, end } = await framesIn(bytes, seal);
          const before = frames.findIndex(
            (_, count) => journalOf(frames.slice(0, count + 1), seal).length > at,
          );
          expect(intact).not.toEqual([...bytes]);
          expect(end).not.toBe('complete');
          expect(found).toEqual(frames.slice(0, at < 32 ? 0 : before));
        },
      ),
    );
  });

  test('of another journal, or of an earlier attempt, are not taken for frames of this one', async () => {
    await fc.assert(
      fc.asyncProperty(anyFrame, anyFrame, async (one, other) => {
        const bytes = Buffer.concat([journalOf([one]), journalOf([other]).subarray(32)]);
        expect(await framesIn(bytes)).toEqual({ frames: [one], end: 'torn' });
      }),
    );
  });

  test('that are sealed show nothing of what they hold, and open with their key alone', async () => {
    const text = Buffer.from('something that nobody else may read');
    const bytes = journalOf([{ kind: 1, payload: text }], sealer);
    expect(bytes.includes(text)).toBe(false);
    expect(await framesIn(bytes)).toEqual({ frames: [], end: 'sealed' });
    expect(await framesIn(bytes, keySealer(Buffer.alloc(32, 8)))).toEqual({ frames: [], end: 'sealed' });
  });
});

const root = temporaryFolder();
let folders = 0;

function fresh(ops: FileOps = nodeFileOps, seal?: Sealer) {
  return { ops, folder: path.join(root, `recovery-${(folders += 1)}`), name: 'one.journal', sealer: seal };
}

const frame = (text: string): Frame => ({ kind: 1, payload: Buffer.from(text) });
const started = (place: ReturnType<typeof fresh>, frames: readonly Frame[]): Promise<JournalFile> =>
  JournalFile.start(place, frames, () => 'one.new');

async function texts(place: ReturnType<typeof fresh>): Promise<string[]> {
  const { read, close } = await openJournal({ ...place, ops: nodeFileOps });
  const found: string[] = [];
  for await (const { payload } of readFrames(read, place.sealer)) found.push(Buffer.from(payload).toString());
  await close();
  return found;
}

describe('a journal on disk', () => {
  test('is 0600 in a folder that is 0700, whatever the umask and whatever the folder was', async () => {
    const place = fresh();
    fs.mkdirSync(place.folder, { mode: 0o755 });
    const umask = process.umask(0);
    try {
      await started(place, [frame('a')]);
    } finally {
      process.umask(umask);
    }
    const mode = (file: string): number => fs.statSync(file).mode & 0o777;
    expect([mode(place.folder), mode(path.join(place.folder, place.name))]).toEqual([0o700, 0o600]);
  });

  test('grows by frames, is replaced whole, and goes', async () => {
    const place = fresh();
    const journal = await started(place, [frame('a')]);
    await journal.append([frame('b'), frame('c')]);
    expect(await texts(place)).toEqual(['a', 'b', 'c']);
    expect(fs.statSync(path.join(place.folder, place.name)).size).toBe(journal.size);
    await started(place, [frame('d')]);
    expect(await texts(place)).toEqual(['d']);
    await removeJournal(place);
    await removeJournal(place);
    expect(fs.readdirSync(place.folder)).toEqual([]);
  });

  test('is not written or read through a link that was planted in its place', async () => {
    const place = fresh();
    const journal = await started(place, [frame('a')]);
    const file = path.join(place.folder, place.name);
    const victim = path.join(root, 'victim');
    fs.writeFileSync(
      victim,
      'theirs, and longer than any journal of these tests is, so that its size is no hint at all',
    );
    fs.rmSync(file);
    fs.symlinkSync(victim, file);
    await expect(journal.append([frame('b')])).rejects.toMatchObject({ code: 'link-loop' });
    await expect(openJournal(place)).rejects.toMatchObject({ code: 'ELOOP' });
    expect(fs.readFileSync(victim, 'utf8')).toContain('theirs');
  });

  test('is not begun in a folder behind a link', async () => {
    const place = fresh();
    fs.mkdirSync(`${place.folder}-elsewhere`);
    fs.symlinkSync(`${place.folder}-elsewhere`, place.folder);
    await expect(started(place, [frame('a')])).rejects.toMatchObject({ code: 'file-permission-denied' });
    expect(fs.readdirSync(`${place.folder}-elsewhere`)).toEqual([]);
  });

  const faults = [
    { kind: 'error', errno: 'ENOSPC' },
    { kind: 'error', errno: 'EIO' },
    { kind: 'short' },
    { kind: 'lie' },
    { kind: 'crash' },
  ] as const;
  test.each(faults)('holds a beginning of its frames whichever call meets $kind $errno', async (fault) => {
    const all = ['one', 'two', 'three'];
    let reached = 0;
    for (let at = 1; ; at++) {
      const faulty = new FaultFileOps(nodeFileOps, { fault, at });
      const place = fresh(faulty.ops);
      let kept: string[] = [];
      try {
        const journal = await started(place, [frame('one')]);
        kept = ['one'];
        await journal.append([frame('two')]);
        kept = ['one', 'two'];
        await journal.append([frame('three')]);
        kept = all;
      } catch {
        // What was promised before the failure is looked for below.
      }
      await faulty.dispose();
      const there = fs.existsSync(path.join(place.folder, place.name));
      const found = there ? await texts(place) : [];
      expect(found).toEqual(all.slice(0, found.length));
      expect(found.length).toBeGreaterThanOrEqual(kept.length);
      if (!faulty.hit) break;
      reached += 1;
    }
    expect(reached).toBeGreaterThan(20);
  });

  test('goes on after a frame that the disk had no room for', async () => {
    for (let at = 1; at <= 8; at++) {
      const faulty = new FaultFileOps(nodeFileOps, {
        fault: { kind: 'error', errno: 'ENOSPC' },
        at,
        call: 'write',
      });
      const place = fresh(faulty.ops);
      const tried: string[] = [];
      let journal: JournalFile | undefined;
      for (const text of ['one', 'two', 'three', 'four']) {
        try {
          if (journal === undefined) journal = await started(place, [frame(text)]);
          else await journal.append([frame(`${text} and more`), frame(text)]);
          tried.push(...(tried.length === 0 ? [text] : [`${text} and more`, text]));
        } catch (error) {
          expect(error).toMatchObject({ code: 'disk-full', data: { errno: 'ENOSPC' } });
        }
      }
      expect(await texts(place)).toEqual(tried);
      expect(faulty.leaked).toBe(0);
    }
  });

  test('has little around what it holds', () => {
    expect(journalOf([frame('abc')]).length).toBe(32 + FRAME_OVERHEAD + 3);
  });
});
