import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { FileOps } from '../../../main/files/file-ops.ts';
import { hashChunks } from '../../../main/files/hash-content.ts';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import { saveFile, type SaveRequest, type SaveResult } from '../../../main/files/save-file.ts';
import { FaultFileOps, systemError } from '../../faults/fault-file-ops.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = temporaryFolder();
const safetyFolder = path.join(root, 'safety');
const isRoot = process.getuid?.() === 0;
const umask = process.umask();
let turn = 0;

afterEach(() => {
  process.umask(umask);
});

const OLD = Buffer.from('# old\n.example.com\tTRUE\t/\tFALSE\t0\ta\tb\n');
const NEW = Buffer.from(
  '# new\n.example.com\tTRUE\t/\tFALSE\t0\ta\tb\n.example.com\tTRUE\t/\tFALSE\t0\tc\td\n',
);

function newFolder(): string {
  turn += 1;
  const folder = path.join(root, `place-${turn}`);
  fs.mkdirSync(folder);
  return folder;
}

/** A file with the old content in a folder of its own. */
function oldFile(mode = 0o600, name: string | Buffer = 'cookies.txt'): string {
  const file = path.join(newFolder(), String(name));
  fs.writeFileSync(file, OLD);
  fs.chmodSync(file, mode);
  return file;
}

function save(file: string | Buffer, more: Partial<SaveRequest> = {}): Promise<SaveResult> {
  return saveFile({
    path: file,
    chunks: [NEW],
    expected: { sha256: hashChunks([OLD]) },
    safetyFolder,
    ...more,
  });
}

function modeOf(file: fs.PathLike): number {
  return fs.statSync(file).mode & 0o777;
}

describe('saving', () => {
  it('gives a snapshot of what is on disk now', async () => {
    const file = oldFile();
    const { snapshot, known, strategy, durabilityUncertain } = await save(file);
    const stat = fs.statSync(file, { bigint: true });
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
    expect(snapshot).toMatchObject({
      realPath: file,
      size: NEW.length,
      ino: stat.ino,
      mtimeNs: stat.mtimeNs,
      ctimeNs: stat.ctimeNs,
    });
    expect({ strategy, durabilityUncertain }).toEqual({ strategy: 'renamed', durabilityUncertain: false });
    expect([snapshot.sha256, await known.sha256()]).toEqual([hashChunks([NEW]), hashChunks([NEW])]);
  });

  it('expects next what it wrote last, as bytes or as a hash', async () => {
    const file = oldFile();
    const whole = Buffer.alloc(3_000_000, 'x');
    const first = await save(file, { chunks: [whole.subarray(0, 2_000_000), NEW] });
    const content = first.known.content?.();
    if (content === undefined) throw new Error('the bytes are not at hand');
    await save(file, { chunks: [OLD], expected: { content } });
    await expect(save(file, { expected: { content } })).rejects.toMatchObject({
      code: 'document-changed-on-disk',
    });
    await save(file, { chunks: [NEW], expected: { sha256: hashChunks([OLD]) } });
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
  });

  it('writes any chunks as they come, in order', async () => {
    const file = oldFile();
    const chunk = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.integer({ min: 60_000, max: 70_000 }).map((size) => new Uint8Array(size).fill(size % 251)),
      fc.constant(new Uint8Array(1_300_000).fill(7)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(chunk, { maxLength: 12 }), async (chunks) => {
        await save(file, { chunks, expected: 'anything' });
        expect(fs.readFileSync(file).equals(Buffer.concat(chunks))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('saves nothing at all as an empty file', async () => {
    const file = oldFile();
    await save(file, { chunks: [] });
    expect(fs.statSync(file).size).toBe(0);
  });

  it.each(['with\nnewline', '-dash', '$(touch x)', '😀', 'x'.repeat(255)])(
    'saves the name %j',
    async (name) => {
      const file = oldFile(0o600, name);
      await save(file);
      expect(fs.readFileSync(file).equals(NEW)).toBe(true);
      expect(fs.readdirSync(path.dirname(file))).toEqual([name]);
    },
  );

  it('saves a name that is not UTF-8, new and again', async () => {
    const folder = newFolder();
    const name = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9])]);
    await save(name, { chunks: [OLD], expected: 'nothing' });
    await save(name);
    expect(fs.readFileSync(name).equals(NEW)).toBe(true);
    expect(fs.readdirSync(folder).length).toBe(1);
  });

  it('says that a name is too long', async () => {
    const file = path.join(newFolder(), 'x'.repeat(256));
    await expect(save(file, { expected: 'nothing' })).rejects.toMatchObject({
      code: 'write-failed',
      data: { errno: 'ENAMETOOLONG' },
    });
  });

  it.each([
    ['a folder', () => newFolder(), 'file-is-folder'],
    ['a device', () => '/dev/null', 'file-not-regular'],
    ['a file in a missing folder', () => path.join(newFolder(), 'no', 'file'), 'file-missing'],
  ])('refuses %s', async (_what, where, code) => {
    await expect(save(where(), { expected: 'anything' })).rejects.toMatchObject({ code });
  });
});

describe('permissions', () => {
  describe.each([0o000, 0o022, 0o077])('under the umask %o', (mask) => {
    it.each([0o600, 0o640, 0o644, 0o666, 0o400])('keeps the mode %o', async (mode) => {
      const file = oldFile(mode);
      process.umask(mask);
      await save(file);
      expect(modeOf(file)).toBe(mode);
    });

    it('makes a new file private', async () => {
      const file = path.join(newFolder(), 'new.txt');
      process.umask(mask);
      const { strategy } = await save(file, { expected: 'nothing' });
      expect({ mode: modeOf(file), strategy }).toEqual({ mode: 0o600, strategy: 'created' });
    });
  });

  it.skipIf(!isRoot)('keeps the group, so that the mode means the same people', async () => {
    const file = oldFile(0o640);
    fs.chownSync(file, 0, 65_534);
    const { strategy } = await save(file);
    expect({ strategy, gid: fs.statSync(file).gid, mode: modeOf(file) }).toEqual({
      strategy: 'renamed',
      gid: 65_534,
      mode: 0o640,
    });
  });

  it.skipIf(!isRoot)("writes into another person's file instead of taking it over", async () => {
    const file = oldFile(0o644);
    fs.chownSync(file, 65_534, 65_534);
    const { strategy } = await save(file);
    expect({ strategy, uid: fs.statSync(file).uid }).toEqual({ strategy: 'in-place', uid: 65_534 });
  });

  it.skipIf(!isRoot)(
    'writes into the file where the folder takes no new one, with the copy in the safety folder',
    async () => {
      const folder = newFolder();
      const file = path.join(folder, 'cookies.txt');
      fs.writeFileSync(file, OLD);
      fs.chmodSync(file, 0o600);
      fs.chownSync(file, 65_534, 65_534);
      const own = path.join(newFolder(), 'safety');
      for (const each of [path.dirname(own), root]) fs.chmodSync(each, 0o777);
      process.seteuid?.(65_534);
      try {
        expect((await save(file, { safetyFolder: own })).strategy).toBe('in-place');
      } finally {
        process.seteuid?.(0);
      }
      expect(fs.readFileSync(file).equals(NEW)).toBe(true);
      expect({ mode: modeOf(own), left: fs.readdirSync(own) }).toEqual({ mode: 0o700, left: [] });
    },
  );

  it.skipIf(!isRoot)('says that a file may not be written', async () => {
    const file = oldFile(0o444);
    fs.chmodSync(root, 0o755);
    process.seteuid?.(65_534);
    try {
      await expect(save(file)).rejects.toMatchObject({
        code: 'file-permission-denied',
        data: { errno: 'EACCES', path: file },
      });
    } finally {
      process.seteuid?.(0);
    }
  });
});

describe('links and mounts', () => {
  it('writes the file behind a symbolic link, in its own folder', async () => {
    const file = oldFile();
    const folder = newFolder();
    fs.symlinkSync(file, path.join(folder, 'one'));
    fs.symlinkSync('one', path.join(folder, 'two'));
    const { snapshot } = await save(path.join(folder, 'two'));
    expect(snapshot.realPath).toBe(file);
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
    expect(fs.readlinkSync(path.join(folder, 'two'))).toBe('one');
  });

  it('makes the file that a link to nothing points to', async () => {
    const folder = newFolder();
    fs.symlinkSync('later.txt', path.join(folder, 'link'));
    await save(path.join(folder, 'link'), { expected: 'nothing' });
    expect(fs.readdirSync(folder).toSorted()).toEqual(['later.txt', 'link']);
    expect(fs.readFileSync(path.join(folder, 'later.txt')).equals(NEW)).toBe(true);
  });

  it('refuses a loop of links', async () => {
    const link = path.join(newFolder(), 'loop');
    fs.symlinkSync('loop', link);
    await expect(save(link, { expected: 'nothing' })).rejects.toMatchObject({ code: 'link-loop' });
  });

  it('lets both names of a hard-linked file see the change', async () => {
    const file = oldFile();
    fs.linkSync(file, `${file}.other`);
    expect((await save(file)).strategy).toBe('in-place');
    expect(fs.readFileSync(`${file}.other`).equals(NEW)).toBe(true);
    expect(fs.readdirSync(path.dirname(file)).length).toBe(2);
  });

  it('writes into a file that is a mount point', async ({ skip }) => {
    const file = oldFile();
    try {
      execFileSync('mount', ['--bind', file, file], { stdio: 'ignore' });
    } catch {
      skip('not run: nothing can be mounted here');
    }
    try {
      expect((await save(file)).strategy).toBe('in-place');
      expect(fs.readFileSync(file).equals(NEW)).toBe(true);
    } finally {
      execFileSync('umount', [file]);
    }
  });
});

describe('what another program did meanwhile', () => {
  it('stops a save over other content', async () => {
    const file = oldFile();
    fs.writeFileSync(file, 'other');
    await expect(save(file)).rejects.toMatchObject({
      code: 'document-changed-on-disk',
      data: { state: 'changed', path: file },
    });
    expect(fs.readFileSync(file, 'utf8')).toBe('other');
  });

  it('stops a save of a file that was removed', async () => {
    const file = oldFile();
    fs.rmSync(file);
    await expect(save(file)).rejects.toMatchObject({
      code: 'document-changed-on-disk',
      data: { state: 'gone' },
    });
    expect(fs.readdirSync(path.dirname(file))).toEqual([]);
  });

  it('stops making a file where there is one', async () => {
    const file = oldFile();
    await expect(save(file, { expected: 'nothing' })).rejects.toMatchObject({ data: { state: 'exists' } });
    expect(fs.readFileSync(file).equals(OLD)).toBe(true);
  });

  it('does not stop a save when only the time was touched', async () => {
    const file = oldFile();
    fs.utimesSync(file, 1, 1);
    await save(file);
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
    const file = oldFile();
    const ops = meddling('link', () => fs.appendFileSync(file, 'more\n'));
    await expect(save(file, { ops })).rejects.toMatchObject({ code: 'document-changed-on-disk' });
    expect(fs.readFileSync(file, 'utf8')).toBe(`${OLD.toString()}more\n`);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['cookies.txt']);
  });

  it('is undone when it was written into the old file at the moment of the rename', async () => {
    const file = oldFile();
    const ops = meddling('rename', () => fs.writeFileSync(file, 'his bytes, in place'));
    await expect(save(file, { ops })).rejects.toMatchObject({ code: 'document-changed-on-disk' });
    expect(fs.readFileSync(file, 'utf8')).toBe('his bytes, in place');
    expect(fs.readdirSync(path.dirname(file))).toEqual(['cookies.txt']);
  });

  it('is left alone when it came right after the rename', async () => {
    const file = oldFile();
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
    await expect(save(file, { ops })).rejects.toMatchObject({ data: { state: 'replaced' } });
    expect(fs.readFileSync(file, 'utf8')).toBe('his file');
    expect(fs.readdirSync(path.dirname(file))).toEqual(['cookies.txt']);
  });

  it('does not lose a file that came to be while a new one was made', async () => {
    const file = path.join(newFolder(), 'new.txt');
    const ops = meddling('link', () => fs.writeFileSync(file, 'his'));
    await expect(save(file, { ops, expected: 'nothing' })).rejects.toMatchObject({
      data: { state: 'exists' },
    });
    expect(fs.readFileSync(file, 'utf8')).toBe('his');
  });
});

describe('odd systems', () => {
  it('waits on Windows while a scanner holds the file, and not for ever', async () => {
    const file = oldFile();
    const waits: number[] = [];
    let busy = 3;
    const rename: FileOps['rename'] = (from, to) => {
      busy -= 1;
      return busy >= 0 ? Promise.reject(systemError('EPERM')) : nodeFileOps.rename(from, to);
    };
    const wait = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
    const ops = { ...nodeFileOps, rename };
    await save(file, { ops, wait, platform: 'win32' });
    expect(waits).toEqual([10, 20, 40]);
    busy = Number.POSITIVE_INFINITY;
    const again = save(file, { ops, wait, platform: 'win32', chunks: [OLD], expected: 'anything' });
    await expect(again).rejects.toMatchObject({
      code: 'file-permission-denied',
      data: { step: 'rename', errno: 'EPERM' },
    });
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
    expect(waits.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(10_000);
  });

  it('saves where there are no hard links and no folder can be synchronised', async () => {
    const file = oldFile();
    const ops: FileOps = {
      ...nodeFileOps,
      link: () => Promise.reject(systemError('ENOTSUP')),
      open: (at, way) =>
        way === 'folder' ? Promise.reject(systemError('EINVAL')) : nodeFileOps.open(at, way),
    };
    expect(await save(file, { ops })).toMatchObject({ strategy: 'renamed', durabilityUncertain: false });
    const other = path.join(path.dirname(file), 'new.txt');
    expect(await save(other, { ops, expected: 'nothing' })).toMatchObject({ strategy: 'created' });
  });

  it('says when the folder failed to reach the disk, and keeps the old bytes', async () => {
    const file = oldFile();
    const faults = new FaultFileOps(nodeFileOps, {
      at: 2,
      call: 'sync',
      fault: { kind: 'error', errno: 'EIO' },
    });
    const { durabilityUncertain, safetyCopy } = await save(file, { ops: faults.ops });
    expect(durabilityUncertain).toBe(true);
    expect(fs.readFileSync(String(safetyCopy)).equals(OLD)).toBe(true);
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
  });
});

describe('what is known after a save', () => {
  it('stays true when the chunks come from something that changes', async () => {
    const file = oldFile();
    for (const size of [10, 3_000_000]) {
      let letter = 'a';
      const whole = Buffer.alloc(size, 'x');
      const chunks: Iterable<Uint8Array> = {
        *[Symbol.iterator]() {
          yield Buffer.from(letter);
          yield whole;
        },
      };
      const { snapshot, known } = await save(file, { chunks, expected: 'anything' });
      letter = 'b';
      const onDisk = hashChunks([fs.readFileSync(file)]);
      expect([snapshot.sha256, await known.sha256()]).toEqual([onDisk, onDisk]);
      expect(hashChunks(known.content?.() ?? [fs.readFileSync(file)])).toBe(onDisk);
    }
  });

  it('does not keep a large copy of content that came in small pieces', async () => {
    const file = oldFile();
    const chunks = Array.from({ length: 200 }, (_, at) => Buffer.alloc(50_000, at));
    const { known } = await save(file, { chunks, expected: 'anything' });
    expect(known.content).toBeUndefined();
    expect(await known.sha256()).toBe(hashChunks(chunks));
  });
});
