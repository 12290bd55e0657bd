import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/api/app-error.ts';
import { hashChunks } from '../../main/files/hash-content.ts';
import { saveFile } from '../../main/files/save-file.ts';
import { ignoresShortWrites } from './known-bad/ignores-short-writes.ts';
import { writeFileAtomic } from './known-bad/write-file-atomic.ts';
import type { Saver } from './saver-harness.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-full-'));
const mounted: string[] = [];

/** A folder on a file system of its own with 128 KiB, or nothing where this test may not mount one. */
function smallDisk(name: string): string | undefined {
  const folder = path.join(root, name);
  fs.mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  mounted.push(folder);
  return folder;
}

/** A folder on an ext4 of 8 MiB in a file, or nothing where there are no loop devices. */
function smallExt4(name: string): string | undefined {
  const folder = path.join(root, name);
  fs.mkdirSync(folder);
  const image = `${folder}.img`;
  fs.writeFileSync(image, '');
  fs.truncateSync(image, 8 << 20);
  try {
    execFileSync('mkfs.ext4', ['-q', '-O', '^has_journal', image], { stdio: 'ignore' });
    execFileSync('mount', ['-o', 'loop', image, folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  mounted.push(folder);
  return folder;
}

const DISKS = [
  { kind: 'tmpfs', folder: smallDisk('plain'), size: 300_000 },
  { kind: 'ext4', folder: smallExt4('ext4'), size: 20_000_000 },
] as const;
const readOnly = smallDisk('read-only');

afterAll(() => {
  for (const folder of mounted) execFileSync('umount', [folder]);
  fs.rmSync(root, { recursive: true, force: true });
});

const OLD = Buffer.alloc(5000, 'o');
/** Room that ext4 keeps for itself is there already. */
const MADE_BY_EXT4 = 'lost+found';

async function saveOn(
  { folder = '', size }: { readonly folder: string | undefined; readonly size: number },
  saver: Saver,
  name = 'cookies.txt',
): Promise<{ error: unknown; after: Buffer; names: string[] }> {
  const file = path.join(folder, name);
  fs.writeFileSync(file, OLD, { mode: 0o600 });
  const error: unknown = await saver({
    path: file,
    chunks: [Buffer.alloc(size, 'n')],
    expected: { sha256: hashChunks([OLD]) },
    safetyFolder: path.join(root, 'safety'),
  }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const result = {
    error,
    after: fs.readFileSync(file),
    names: fs.readdirSync(folder).filter((each) => each !== MADE_BY_EXT4),
  };
  for (const each of result.names) fs.rmSync(path.join(folder, each));
  return result;
}

describe.each(DISKS)('on a real full $kind (not run where it cannot be mounted)', (disk) => {
  const test = it.skipIf(disk.folder === undefined);

  test('keeps the old file whole and says that the disk is full', async () => {
    const { error, after, names } = await saveOn(disk, saveFile);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'disk-full', data: { step: 'write', errno: 'ENOSPC' } });
    expect(after.equals(OLD)).toBe(true);
    expect(names).toEqual(['cookies.txt']);
  });

  test('keeps a file with two names whole as well', async () => {
    const twice: Saver = (request) => {
      fs.linkSync(String(request.path), path.join(disk.folder ?? '', 'second.txt'));
      return saveFile(request);
    };
    const { error, after, names } = await saveOn(disk, twice);
    expect(error).toMatchObject({ code: 'disk-full' });
    expect(after.equals(OLD)).toBe(true);
    expect(names.toSorted()).toEqual(['cookies.txt', 'second.txt']);
  });

  test.each([
    { name: 'a saver that ignores short writes', saver: ignoresShortWrites },
    { name: 'write-file-atomic', saver: writeFileAtomic },
  ])('catches $name: it leaves a cut file and reports success', async ({ saver }) => {
    const { error, after } = await saveOn(disk, saver);
    const cut = after.length < disk.size && !after.equals(OLD);
    expect({ error, cut }).toEqual({ error: undefined, cut: true });
  });
});

describe.skipIf(readOnly === undefined)(
  'on a real read-only disk (not run where nothing can be mounted)',
  () => {
    it('says that the disk cannot be written', async () => {
      const folder = readOnly ?? '';
      const file = path.join(folder, 'cookies.txt');
      fs.writeFileSync(file, OLD, { mode: 0o600 });
      execFileSync('mount', ['-o', 'remount,ro', folder]);
      const saving = saveFile({
        path: file,
        chunks: [OLD, OLD],
        expected: { sha256: hashChunks([OLD]) },
        safetyFolder: path.join(root, 'safety'),
      });
      await expect(saving).rejects.toMatchObject({ code: 'disk-read-only', data: { errno: 'EROFS' } });
      expect(fs.readFileSync(file).equals(OLD)).toBe(true);
    });
  },
);
