import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/api/app-error.ts';
import { hashChunks } from '../../main/files/hash-content.ts';
import { saveFile } from '../../main/files/save-file.ts';
import { ignoresShortWrites } from './known-bad/ignores-short-writes.ts';
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

const plain = smallDisk('plain');
const readOnly = smallDisk('read-only');

afterAll(() => {
  for (const folder of mounted) execFileSync('umount', [folder]);
  fs.rmSync(root, { recursive: true, force: true });
});

const OLD = Buffer.alloc(5000, 'o');
const NEW = Buffer.alloc(300_000, 'n');

async function saveOn(
  folder: string,
  saver: Saver,
  name: string,
): Promise<{ error: unknown; after: Buffer; names: string[] }> {
  const file = path.join(folder, name);
  fs.writeFileSync(file, OLD, { mode: 0o600 });
  const error: unknown = await saver({
    path: file,
    chunks: [NEW],
    expected: { sha256: hashChunks([OLD]) },
    safetyFolder: path.join(root, 'safety'),
  }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const result = { error, after: fs.readFileSync(file), names: fs.readdirSync(folder) };
  for (const each of result.names) fs.rmSync(path.join(folder, each));
  return result;
}

describe.skipIf(plain === undefined)('on a real full disk (not run where nothing can be mounted)', () => {
  it('keeps the old file whole and says that the disk is full', async () => {
    const { error, after, names } = await saveOn(plain ?? '', saveFile, 'cookies.txt');
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'disk-full', data: { step: 'write', errno: 'ENOSPC' } });
    expect(after.equals(OLD)).toBe(true);
    expect(names).toEqual(['cookies.txt']);
  });

  it('keeps a file with two names whole as well', async () => {
    const folder = plain ?? '';
    const twice: Saver = (request) => {
      fs.linkSync(String(request.path), path.join(folder, 'second.txt'));
      return saveFile(request);
    };
    const { error, after, names } = await saveOn(folder, twice, 'cookies.txt');
    expect(error).toMatchObject({ code: 'disk-full' });
    expect(after.equals(OLD)).toBe(true);
    expect(names.toSorted()).toEqual(['cookies.txt', 'second.txt']);
  });

  it('catches a saver that ignores short writes: it leaves a cut file and reports success', async () => {
    const { error, after } = await saveOn(plain ?? '', ignoresShortWrites, 'cookies.txt');
    expect({ error, cut: after.length < NEW.length && !after.equals(OLD) }).toEqual({
      error: undefined,
      cut: true,
    });
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
