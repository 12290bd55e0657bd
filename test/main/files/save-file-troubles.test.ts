import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '#shared/api/app-error.ts';
import type { FileOps } from '../../../main/files/file-ops.ts';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import { ownMark } from '../../../main/files/process-mark.ts';
import { temporaryName } from '../../../main/files/temporary-file.ts';
import { FaultFileOps, systemError } from '../../faults/fault-file-ops.ts';
import { NEW, OLD, SavingPlace } from './saving.ts';

const place = new SavingPlace();

describe('what another program did meanwhile', () => {
  it('stops a save over other content', async () => {
    const file = place.oldFile();
    fs.writeFileSync(file, 'other');
    await expect(place.save(file)).rejects.toMatchObject({
      code: 'document-changed-on-disk',
      data: { state: 'changed', path: file },
    });
    expect(fs.readFileSync(file, 'utf8')).toBe('other');
  });

  it('stops a save of a file that was removed', async () => {
    const file = place.oldFile();
    fs.rmSync(file);
    await expect(place.save(file)).rejects.toMatchObject({
      code: 'document-changed-on-disk',
      data: { state: 'gone' },
    });
    expect(fs.readdirSync(path.dirname(file))).toEqual([]);
  });

  it('stops making a file where there is one', async () => {
    const file = place.oldFile();
    await expect(place.save(file, { expected: 'nothing' })).rejects.toMatchObject({
      data: { state: 'exists' },
    });
    expect(fs.readFileSync(file).equals(OLD)).toBe(true);
  });

  it('does not stop a save when only the time was touched', async () => {
    const file = place.oldFile();
    fs.utimesSync(file, 1, 1);
    await place.save(file);
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
  });

  /** Real calls, with something done just before the first call of one name. */
  function meddling(call: keyof FileOps, meddle: () => void): FileOps {
    let done = false;
    const before = (): void => {
      if (!done) meddle();
      done = true;
    };
    return new Proxy(nodeFileOps, {
      get: (ops, name) => {
        if (name === call) before();
        return Reflect.get(ops, name) as unknown;
      },
    });
  }

  it('is noticed after the first look as well', async () => {
    const file = place.oldFile();
    const ops = meddling('link', () => fs.appendFileSync(file, 'more\n'));
    await expect(place.save(file, { ops })).rejects.toMatchObject({ code: 'document-changed-on-disk' });
    expect(fs.readFileSync(file, 'utf8')).toBe(`${OLD.toString()}more\n`);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['cookies.txt']);
  });

  it('is undone when it was written into the old file at the moment of the rename', async () => {
    const file = place.oldFile();
    const ops = meddling('rename', () => fs.writeFileSync(file, 'his bytes, in place'));
    await expect(place.save(file, { ops })).rejects.toMatchObject({ code: 'document-changed-on-disk' });
    expect(fs.readFileSync(file, 'utf8')).toBe('his bytes, in place');
    expect(fs.readdirSync(path.dirname(file))).toEqual(['cookies.txt']);
  });

  it('is left alone when it came right after the rename', async () => {
    const file = place.oldFile();
    let renamed = false;
    const ops: FileOps = {
      ...nodeFileOps,
      rename: async (from, to) => {
        await nodeFileOps.rename(from, to);
        if (renamed) return;
        renamed = true;
        fs.writeFileSync(`${file}.his`, 'his file');
        fs.renameSync(`${file}.his`, file);
      },
    };
    await expect(place.save(file, { ops })).rejects.toMatchObject({ data: { state: 'replaced' } });
    expect(fs.readFileSync(file, 'utf8')).toBe('his file');
    expect(fs.readdirSync(path.dirname(file))).toEqual(['cookies.txt']);
  });

  it('does not lose a file that came to be while a new one was made', async () => {
    const file = path.join(place.folder(), 'new.txt');
    const ops = meddling('link', () => fs.writeFileSync(file, 'his'));
    await expect(place.save(file, { ops, expected: 'nothing' })).rejects.toMatchObject({
      data: { state: 'exists' },
    });
    expect(fs.readFileSync(file, 'utf8')).toBe('his');
  });
});

describe('odd systems', () => {
  it('waits on Windows while a scanner holds the file, and not for ever', async () => {
    const file = place.oldFile();
    const waits: number[] = [];
    let busy = 3;
    const rename: FileOps['rename'] = (from, to) => {
      busy -= 1;
      return busy >= 0 ? Promise.reject(systemError('EPERM')) : nodeFileOps.rename(from, to);
    };
    const wait = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
    const ops = { ...nodeFileOps, rename };
    await place.save(file, { ops, wait, platform: 'win32' });
    expect(waits).toEqual([10, 20, 40]);
    busy = Number.POSITIVE_INFINITY;
    const again = place.save(file, { ops, wait, platform: 'win32', chunks: [OLD], expected: 'anything' });
    await expect(again).rejects.toMatchObject({
      code: 'file-permission-denied',
      data: { step: 'rename', errno: 'EPERM' },
    });
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
    expect(waits.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(10_000);
  });

  it('saves where there are no hard links and no folder can be synchronised', async () => {
    const file = place.oldFile();
    const ops: FileOps = {
      ...nodeFileOps,
      link: () => Promise.reject(systemError('ENOTSUP')),
      open: (at, way) =>
        way === 'folder' ? Promise.reject(systemError('EINVAL')) : nodeFileOps.open(at, way),
    };
    expect(await place.save(file, { ops })).toMatchObject({
      strategy: 'renamed',
      durabilityUncertain: false,
    });
    const other = path.join(path.dirname(file), 'new.txt');
    expect(await place.save(other, { ops, expected: 'nothing' })).toMatchObject({ strategy: 'created' });
  });

  it('says when the folder failed to reach the disk, and keeps the old bytes', async () => {
    const file = place.oldFile();
    const faults = new FaultFileOps(nodeFileOps, {
      at: 2,
      call: 'sync',
      fault: { kind: 'error', errno: 'EIO' },
    });
    const { durabilityUncertain, safetyCopy } = await place.save(file, { ops: faults.ops });
    expect(durabilityUncertain).toBe(true);
    expect(fs.readFileSync(String(safetyCopy)).equals(OLD)).toBe(true);
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
  });
});

describe('what killed saves left behind', () => {
  /** Makes the clock of the next look an hour and a half later. */
  async function later<T>(work: () => Promise<T>): Promise<T> {
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5_400_000);
    try {
      return await work();
    } finally {
      now.mockRestore();
    }
  }

  it('is removed when it is old, so that a second name of ours does not look like a hard link', async () => {
    const file = place.oldFile();
    const folder = path.dirname(file);
    fs.linkSync(file, path.join(folder, '.crumbs-0123456789abcdef'));
    fs.writeFileSync(path.join(folder, '.crumbs-fedcba9876543210'), 'half');
    const { strategy } = await later(() => place.save(file));
    expect({ strategy, names: fs.readdirSync(folder) }).toEqual({
      strategy: 'renamed',
      names: ['cookies.txt'],
    });
  });

  it('is removed as well when it is a second name for the file itself that was to keep it', async () => {
    const file = place.oldFile();
    const folder = path.dirname(file);
    fs.linkSync(file, path.join(folder, '.crumbs-old-0123456789abcdef'));
    const { strategy } = await later(() => place.save(file));
    expect({ strategy, names: fs.readdirSync(folder) }).toEqual({
      strategy: 'renamed',
      names: ['cookies.txt'],
    });
  });

  it('stays for ever when it holds what a save could not put back', async () => {
    const file = place.oldFile();
    let renames = 0;
    const ops: FileOps = {
      ...nodeFileOps,
      rename: (from, to) => {
        renames += 1;
        return renames === 1 ? nodeFileOps.rename(from, to) : Promise.reject(systemError('EIO'));
      },
      open: (at, way) =>
        way === 'read' && renames > 0 ? Promise.reject(systemError('EIO')) : nodeFileOps.open(at, way),
    };
    const error = await place.save(file, { ops }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const old = error instanceof AppError ? String(error.data['oldContent']) : '';
    expect(fs.readFileSync(old).equals(OLD)).toBe(true);
    await later(() => place.save(file, { chunks: [NEW, NEW], expected: 'anything' }));
    expect(fs.readFileSync(old).equals(OLD)).toBe(true);
  });

  it('stays while it may be in use, when it is a copy of old content, and when it is not ours', async () => {
    const file = place.oldFile();
    const folder = path.dirname(file);
    const kept = ['.crumbs-old-0123456789abcdef', '.crumbs-notes', '.crumbs-0123456789abcdef.txt'];
    for (const name of kept) fs.writeFileSync(path.join(folder, name), 'kept');
    await later(() => place.save(file));
    const young = '.crumbs-fedcba9876543210';
    fs.writeFileSync(path.join(folder, young), 'in use');
    await place.save(file, { chunks: [OLD], expected: 'anything' });
    expect(fs.readdirSync(folder).toSorted()).toEqual([...kept, young, 'cookies.txt'].toSorted());
  });

  it('goes at once when its process has ended, and what holds old content stays then too', async () => {
    const file = place.oldFile();
    const folder = path.dirname(file);
    const [, , start = ''] = ownMark().split('-');
    const ended = `${spawnSync('true').pid}-1-${start}`;
    const old = `.crumbs-old-0123456789abcdef-${ended}`;
    const running = temporaryName();
    fs.writeFileSync(path.join(folder, `.crumbs-fedcba9876543210-${ended}`), 'half');
    fs.linkSync(file, path.join(folder, `.crumbs-old-fedcba9876543210-${ended}`));
    for (const name of [old, running]) fs.writeFileSync(path.join(folder, name), 'kept');
    const { strategy } = await place.save(file);
    expect({ strategy, names: fs.readdirSync(folder).toSorted() }).toEqual({
      strategy: 'renamed',
      names: [old, running, 'cookies.txt'].toSorted(),
    });
  });
});
