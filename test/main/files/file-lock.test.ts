import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppError } from '#shared/api/app-error.ts';
import { errorText } from '#shared/api/error-text.ts';
import { whileLocked } from '../../../main/files/file-lock.ts';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import { ownMark } from '../../../main/files/process-mark.ts';
import { readFile } from '../../../main/files/read-file.ts';
import { NEW, OLD, SavingPlace } from './saving.ts';

const place = new SavingPlace();
const quickly = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const locking = (folder: string, file: string, wait = quickly) => ({
  ops: nodeFileOps,
  folder,
  path: file,
  wait,
});

describe('the lock between programs of ours', () => {
  it.each([
    ['free', undefined],
    ['left behind', '1-1-1 0123456789abcdef crumbs fix\n'],
  ])('that is %s lets one after the other in, and leaves nothing behind', async (_, left) => {
    const folder = place.folder();
    const name = await whileLocked(locking(folder, '/jar.txt'), async () => fs.readdirSync(folder)[0] ?? '');
    if (left !== undefined) fs.writeFileSync(path.join(folder, name), left);
    let inside = 0;
    const most = await Promise.all(
      Array.from({ length: 12 }, () =>
        whileLocked(locking(folder, '/jar.txt'), async () => {
          inside += 1;
          const seen = inside;
          for (let turn = 0; turn < 3; turn++) await quickly();
          inside -= 1;
          return seen;
        }),
      ),
    );
    expect(Math.max(...most)).toBe(1);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('is one for each file', async () => {
    const folder = place.folder();
    const both = whileLocked(locking(folder, '/one'), () =>
      whileLocked(locking(folder, '/other'), async () => 'in'),
    );
    expect(await both).toBe('in');
  });

  it('holds off a save, which says who holds it; reading goes on', async () => {
    const file = place.oldFile();
    const folder = path.join(place.root, 'held');
    const error = await whileLocked(locking(folder, file), async () => {
      expect(
        (await readFile({ path: file, allocate: (size) => new Uint8Array(size) })).bytes.length,
      ).toBeGreaterThan(0);
      return place
        .save(file, { safetyFolder: folder, wait: quickly })
        .catch((thrown: unknown) => thrown as AppError);
    });
    expect(error).toMatchObject({ code: 'file-locked', data: { step: 'lock', path: file } });
    const { happened } = errorText('file-locked', (error as AppError).data);
    expect(happened).toMatch(new RegExp(`is being saved by crumbs.* \\(process ${process.pid}\\)`));
    expect(fs.readFileSync(file).equals(OLD)).toBe(true);
    await place.save(file, { safetyFolder: folder });
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
  });

  it('of a program that is gone, that never wrote it, or that was left by an earlier save, holds nobody off', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('exit', resolve));
    const [, , boot] = ownMark().split('-');
    const token = '0123456789abcdef';
    for (const content of [
      `${child.pid}-1-${boot} ${token} crumbs fix\n`,
      `${process.pid}-1-${boot} ${token} crumbs\n`,
      `${ownMark()} ${token} crumbs\n`,
      '',
    ]) {
      const folder = place.folder();
      await whileLocked(locking(folder, '/jar.txt'), async () => undefined);
      const name = await whileLocked(
        locking(folder, '/jar.txt'),
        async () => fs.readdirSync(folder)[0] ?? '',
      );
      fs.writeFileSync(path.join(folder, name), content);
      fs.utimesSync(path.join(folder, name), 1, 1);
      expect(await whileLocked(locking(folder, '/jar.txt'), async () => 'in')).toBe('in');
      expect(fs.readdirSync(folder)).toEqual([]);
    }
  });

  it('hinders no save where it cannot be had', async () => {
    const file = place.oldFile();
    const blocked = path.join(place.root, 'no-folder');
    fs.writeFileSync(blocked, '');
    await place.save(file, { safetyFolder: blocked });
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
  });
});
