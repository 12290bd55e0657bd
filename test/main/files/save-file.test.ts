import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { hashChunks } from '../../../main/files/hash-content.ts';
import { NEW, OLD, SavingPlace } from './saving.ts';

const place = new SavingPlace();
const isRoot = process.getuid?.() === 0;
const umask = process.umask();

afterEach(() => {
  process.umask(umask);
});

function modeOf(file: fs.PathLike): number {
  return fs.statSync(file).mode & 0o777;
}

describe('saving', () => {
  it('says what is on disk now', async () => {
    const file = place.oldFile();
    const { known, strategy, durabilityUncertain } = await place.save(file);
    const stat = fs.statSync(file, { bigint: true });
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
    expect(known.state).toMatchObject({
      realPath: file,
      size: NEW.length,
      ino: stat.ino,
      mtimeNs: stat.mtimeNs,
      ctimeNs: stat.ctimeNs,
    });
    expect({ strategy, durabilityUncertain }).toEqual({ strategy: 'renamed', durabilityUncertain: false });
    expect(await known.sha256()).toBe(hashChunks([NEW]));
  });

  it('expects next what it wrote last, as bytes or as a hash', async () => {
    const file = place.oldFile();
    const whole = Buffer.alloc(3_000_000, 'x');
    const first = await place.save(file, { chunks: [whole.subarray(0, 2_000_000), NEW] });
    const content = first.known.content?.();
    if (content === undefined) throw new Error('the bytes are not at hand');
    await place.save(file, { chunks: [OLD], expected: { content } });
    await expect(place.save(file, { expected: { content } })).rejects.toMatchObject({
      code: 'document-changed-on-disk',
    });
    await place.save(file, { chunks: [NEW], expected: { sha256: hashChunks([OLD]) } });
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
  });

  it('writes any chunks as they come, in order', async () => {
    const file = place.oldFile();
    const chunk = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.integer({ min: 60_000, max: 70_000 }).map((size) => new Uint8Array(size).fill(size % 251)),
      fc.constant(new Uint8Array(1_300_000).fill(7)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(chunk, { maxLength: 12 }), async (chunks) => {
        await place.save(file, { chunks, expected: 'anything' });
        expect(fs.readFileSync(file).equals(Buffer.concat(chunks))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('saves nothing at all as an empty file', async () => {
    const file = place.oldFile();
    await place.save(file, { chunks: [] });
    expect(fs.statSync(file).size).toBe(0);
  });

  it.each(['with\nnewline', '-dash', '$(touch x)', '😀', 'x'.repeat(255)])(
    'saves the name %j',
    async (name) => {
      const file = place.oldFile(0o600, name);
      await place.save(file);
      expect(fs.readFileSync(file).equals(NEW)).toBe(true);
      expect(fs.readdirSync(path.dirname(file))).toEqual([name]);
    },
  );

  it('saves a name that is not UTF-8, new and again', async () => {
    const folder = place.folder();
    const name = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9])]);
    await place.save(name, { chunks: [OLD], expected: 'nothing' });
    await place.save(name);
    expect(fs.readFileSync(name).equals(NEW)).toBe(true);
    expect(fs.readdirSync(folder).length).toBe(1);
  });

  it('says that a name is too long', async () => {
    const file = path.join(place.folder(), 'x'.repeat(256));
    await expect(place.save(file, { expected: 'nothing' })).rejects.toMatchObject({
      code: 'write-failed',
      data: { errno: 'ENAMETOOLONG' },
    });
  });

  it.each([
    ['a folder', () => place.folder(), 'file-is-folder'],
    ['a device', () => '/dev/null', 'file-not-regular'],
    ['a file in a missing folder', () => path.join(place.folder(), 'no', 'file'), 'file-missing'],
  ])('refuses %s', async (_what, where, code) => {
    await expect(place.save(where(), { expected: 'anything' })).rejects.toMatchObject({ code });
  });
});

describe('permissions', () => {
  describe.each([0o000, 0o022, 0o077])('under the umask %o', (mask) => {
    it.each([0o600, 0o640, 0o644, 0o666, 0o400])('keeps the mode %o', async (mode) => {
      const file = place.oldFile(mode);
      process.umask(mask);
      await place.save(file);
      expect(modeOf(file)).toBe(mode);
    });

    it('makes a new file private', async () => {
      const file = path.join(place.folder(), 'new.txt');
      process.umask(mask);
      const { strategy } = await place.save(file, { expected: 'nothing' });
      expect({ mode: modeOf(file), strategy }).toEqual({ mode: 0o600, strategy: 'created' });
    });
  });

  it.skipIf(!isRoot)('keeps the group, so that the mode means the same people', async () => {
    const file = place.oldFile(0o640);
    fs.chownSync(file, 0, 65_534);
    const { strategy } = await place.save(file);
    expect({ strategy, gid: fs.statSync(file).gid, mode: modeOf(file) }).toEqual({
      strategy: 'renamed',
      gid: 65_534,
      mode: 0o640,
    });
  });

  it.skipIf(!isRoot)("writes into another person's file instead of taking it over", async () => {
    const file = place.oldFile(0o644);
    fs.chownSync(file, 65_534, 65_534);
    const { strategy } = await place.save(file);
    expect({ strategy, uid: fs.statSync(file).uid }).toEqual({ strategy: 'in-place', uid: 65_534 });
  });

  it.skipIf(!isRoot)(
    'writes into the file where the folder takes no new one, with the copy in the safety folder',
    async () => {
      const folder = place.folder();
      const file = path.join(folder, 'cookies.txt');
      fs.writeFileSync(file, OLD);
      fs.chmodSync(file, 0o600);
      fs.chownSync(file, 65_534, 65_534);
      const own = path.join(place.folder(), 'safety');
      for (const each of [path.dirname(own), place.root]) fs.chmodSync(each, 0o777);
      process.seteuid?.(65_534);
      try {
        expect((await place.save(file, { safetyFolder: own })).strategy).toBe('in-place');
      } finally {
        process.seteuid?.(0);
      }
      expect(fs.readFileSync(file).equals(NEW)).toBe(true);
      expect({ mode: modeOf(own), left: fs.readdirSync(own) }).toEqual({ mode: 0o700, left: [] });
    },
  );

  it.skipIf(!isRoot)('says that a file may not be written', async () => {
    const file = place.oldFile(0o444);
    fs.chmodSync(place.root, 0o755);
    process.seteuid?.(65_534);
    try {
      await expect(place.save(file)).rejects.toMatchObject({
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
    const file = place.oldFile();
    const folder = place.folder();
    fs.symlinkSync(file, path.join(folder, 'one'));
    fs.symlinkSync('one', path.join(folder, 'two'));
    const { known } = await place.save(path.join(folder, 'two'));
    expect(known.state.realPath).toBe(file);
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
    expect(fs.readlinkSync(path.join(folder, 'two'))).toBe('one');
  });

  it('makes the file that a link to nothing points to', async () => {
    const folder = place.folder();
    fs.symlinkSync('later.txt', path.join(folder, 'link'));
    await place.save(path.join(folder, 'link'), { expected: 'nothing' });
    expect(fs.readdirSync(folder).toSorted()).toEqual(['later.txt', 'link']);
    expect(fs.readFileSync(path.join(folder, 'later.txt')).equals(NEW)).toBe(true);
  });

  it('refuses a loop of links', async () => {
    const link = path.join(place.folder(), 'loop');
    fs.symlinkSync('loop', link);
    await expect(place.save(link, { expected: 'nothing' })).rejects.toMatchObject({ code: 'link-loop' });
  });

  it('lets both names of a hard-linked file see the change', async () => {
    const file = place.oldFile();
    fs.linkSync(file, `${file}.other`);
    expect((await place.save(file)).strategy).toBe('in-place');
    expect(fs.readFileSync(`${file}.other`).equals(NEW)).toBe(true);
    expect(fs.readdirSync(path.dirname(file)).length).toBe(2);
  });

  it('keeps the access list of a file, and takes none over from its folder', ({ skip }) => {
    const setList = (...given: string[]): boolean =>
      spawnSync('setfacl', given, { stdio: 'ignore' }).status === 0;
    const listOf = (file: string): string => execFileSync('getfacl', ['-cn', file], { encoding: 'utf8' });
    const listed = place.oldFile(0o640);
    if (!setList('-m', 'u:1234:r', listed)) return skip('not run: no access lists here');
    const list = listOf(listed);
    const inherits = place.oldFile(0o640);
    const plain = listOf(inherits);
    setList('-d', '-m', 'u:1234:rw', path.dirname(inherits));
    return Promise.all([place.save(listed), place.save(inherits)]).then((saved) => {
      expect(saved.map(({ strategy }) => strategy)).toEqual(['in-place', 'in-place']);
      expect([listOf(listed), listOf(inherits)]).toEqual([list, plain]);
      expect(fs.readFileSync(listed).equals(NEW)).toBe(true);
    });
  });

  it('writes into a file that is a mount point', async ({ skip }) => {
    const file = place.oldFile();
    try {
      execFileSync('mount', ['--bind', file, file], { stdio: 'ignore' });
    } catch {
      skip('not run: nothing can be mounted here');
    }
    try {
      expect((await place.save(file)).strategy).toBe('in-place');
      expect(fs.readFileSync(file).equals(NEW)).toBe(true);
    } finally {
      execFileSync('umount', [file]);
    }
  });
});

describe('what is known after a save', () => {
  it('stays true when the chunks come from something that changes', async () => {
    const file = place.oldFile();
    for (const size of [10, 3_000_000]) {
      let letter = 'a';
      const whole = Buffer.alloc(size, 'x');
      const chunks: Iterable<Uint8Array> = {
        *[Symbol.iterator]() {
          yield Buffer.from(letter);
          yield whole;
        },
      };
      const { known } = await place.save(file, { chunks, expected: 'anything' });
      letter = 'b';
      const onDisk = hashChunks([fs.readFileSync(file)]);
      expect([await known.sha256(), await known.sha256()]).toEqual([onDisk, onDisk]);
      expect(hashChunks(known.content?.() ?? [fs.readFileSync(file)])).toBe(onDisk);
    }
  });

  it('does not keep a large copy of content that came in small pieces', async () => {
    const file = place.oldFile();
    const chunks = Array.from({ length: 200 }, (_, at) => Buffer.alloc(50_000, at));
    const { known } = await place.save(file, { chunks, expected: 'anything' });
    expect(known.content).toBeUndefined();
    expect(await known.sha256()).toBe(hashChunks(chunks));
  });
});
