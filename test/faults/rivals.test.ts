import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/api/app-error.ts';
import type { FileOps } from '../../main/files/file-ops.ts';
import { hashChunks } from '../../main/files/hash-content.ts';
import { nodeFileOps } from '../../main/files/node-file-ops.ts';
import { saveFile } from '../../main/files/save-file.ts';
import { temporaryFolder } from '../main/files/temporary-folder.ts';
import { FaultFileOps } from './fault-file-ops.ts';

const root = temporaryFolder();
const OLD = Buffer.from('old '.repeat(50));
const OURS = Buffer.from('ours '.repeat(60));
const HIS = Buffer.from('his '.repeat(40));

/** How another program puts its bytes into the file. */
const RIVALS = {
  'writes into the file': (file: string) => fs.writeFileSync(file, HIS),
  'renames its file into place': (file: string) => {
    fs.writeFileSync(`${file}.his`, HIS);
    fs.renameSync(`${file}.his`, file);
  },
};

interface Meeting {
  /** The call of the saver after which the other program came, and the one before which. */
  readonly between: string;
  readonly told: string;
  /** Whose bytes the file holds in the end. */
  readonly file: 'old' | 'ours' | 'his' | 'torn';
}

/** Saves once, and lets the other program come right after the call of that number, or right before the rename. */
async function meet(
  rival: (file: string) => void,
  at: number | 'before the rename',
): Promise<Meeting | undefined> {
  const folder = fs.mkdtempSync(path.join(root, 'meeting-'));
  const file = path.join(folder, 'jar.txt');
  fs.writeFileSync(file, OLD, { mode: 0o600 });
  const calls = new FaultFileOps(nodeFileOps);
  let came: number | undefined;
  const come = (): void => {
    if (came !== undefined) return;
    came = calls.log.length;
    rival(file);
  };
  calls.onCall = () => {
    if (typeof at === 'number' && calls.log.length >= at) come();
  };
  const rename: FileOps['rename'] = (from, to) => {
    if (at === 'before the rename') come();
    return calls.ops.rename(from, to);
  };
  const told = await saveFile({
    path: file,
    chunks: [OURS],
    expected: { sha256: hashChunks([OLD]) },
    safetyFolder: path.join(folder, 'safety'),
    ops: { ...calls.ops, rename },
  }).then(
    () => 'saved',
    (error: unknown) => (error instanceof AppError ? error.code : 'a bug'),
  );
  await calls.dispose();
  if (came === undefined) return undefined;
  const now = fs.readFileSync(file);
  const holds = ([bytes]: readonly [Buffer, string]): boolean => now.equals(bytes);
  const whose =
    (
      [
        [OLD, 'old'],
        [OURS, 'ours'],
        [HIS, 'his'],
      ] as const
    ).find(holds)?.[1] ?? 'torn';
  const between = `${calls.log[came - 1] ?? 'nothing'}, ${calls.log[came] ?? 'the end'}`;
  return { between, told, file: whose };
}

/** One meeting for each call of the saver. */
async function everyMeeting(rival: (file: string) => void): Promise<Meeting[]> {
  const all: Meeting[] = [];
  for (let at = 1; ; at++) {
    const met = await meet(rival, at);
    if (met === undefined) return all;
    all.push(met);
  }
}

describe('a program that saves the same file meanwhile', () => {
  it('and writes into the file loses nothing, whenever it comes (F24)', async () => {
    const meetings = await everyMeeting(RIVALS['writes into the file']);
    expect(meetings.filter(({ file }) => file !== 'his')).toEqual([]);
    expect(new Set(meetings.map(({ told }) => told))).toEqual(new Set(['document-changed-on-disk', 'saved']));
    expect(meetings.length).toBeGreaterThan(50);
  });

  it('and renames its file into place loses it between our last look and our rename alone, which is a limit that is told (F25)', async () => {
    const rival = RIVALS['renames its file into place'];
    const lost = { between: 'statLink, rename', told: 'saved', file: 'ours' };
    expect(await meet(rival, 'before the rename')).toEqual(lost);
    const meetings = await everyMeeting(rival);
    expect(meetings.filter(({ file, between }) => file !== 'his' && between !== lost.between)).toEqual([]);
    expect(meetings.length).toBeGreaterThan(50);
  });
});
