import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { hashSlices } from '../../../main/files/hash-content.ts';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import {
  type FileRead,
  MAX_FILE_SIZE,
  type ReadProgress,
  readFile,
  type ReadRequest,
} from '../../../main/files/read-file.ts';
import { systemError } from '../../faults/fault-file-ops.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const isRoot = process.getuid?.() === 0;

function read(file: string | Buffer, more: Partial<ReadRequest> = {}): Promise<FileRead> {
  return readFile({ path: file, allocate: (size) => new Uint8Array(size + 16), ...more });
}

function place(name: string, content: string | Uint8Array = ''): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
}

describe('reading a file', () => {
  it('gives its bytes and what it was, with room behind them', async () => {
    const content = Buffer.alloc(3_000_000, 'line of a file\n');
    const file = place('large.txt', content);
    fs.chmodSync(file, 0o640);
    const { bytes, size, state, writable } = await read(file);
    const stat = fs.statSync(file, { bigint: true });
    expect(Buffer.from(bytes.buffer, 0, size).equals(content)).toBe(true);
    expect({ slack: bytes.length - size, writable }).toEqual({ slack: 16, writable: true });
    expect(state).toMatchObject({
      realPath: file,
      size: 3_000_000,
      mtimeNs: stat.mtimeNs,
      ino: stat.ino,
      mode: 0o640,
      links: 1,
    });
  });

  it('reads a small file in one piece', async () => {
    const seen: number[] = [];
    const onFilled = ({ filled }: ReadProgress): void => void seen.push(filled);
    await read(place('small.txt', Buffer.alloc(2_500_000, 'x')), { onFilled });
    expect(seen).toEqual([2_500_000]);
  });

  it('hands the first 64 KiB of a large file over before the rest', async () => {
    const file = place('slices.txt', Buffer.alloc(5_500_000, 'x'));
    const seen: number[] = [];
    const onFilled = ({ filled, attempt }: ReadProgress): void => {
      expect(attempt).toBe(1);
      seen.push(filled);
    };
    await read(file, { onFilled });
    expect(seen[0]).toBe(65_536);
    expect(seen.at(-1)).toBe(5_500_000);
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
  });

  it('reads an empty file', async () => {
    expect(await read(place('empty.txt'))).toMatchObject({ size: 0 });
  });

  it('passes on what the reader of the slices throws', async () => {
    const stop = new Error('stop');
    const onFilled = (): void => {
      throw stop;
    };
    await expect(read(place('stop.txt', Buffer.alloc(200_000)), { onFilled })).rejects.toBe(stop);
  });

  it('says that a file without a write bit cannot be written, to root as well', async () => {
    const file = place('locked.txt', 'x');
    fs.chmodSync(file, 0o444);
    expect((await read(file)).writable).toBe(false);
  });

  it('opens a name that is not UTF-8', async () => {
    const name = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9])]);
    fs.writeFileSync(name, 'x');
    const { state } = await read(name);
    expect(state.realPath).toEqual(name);
  });

  it.each(['with\nnewline', '-dash', '$(touch x)', '😀', 'x'.repeat(255)])(
    'opens the name %j',
    async (name) => {
      expect((await read(place(name, 'x'))).size).toBe(1);
    },
  );

  it('follows a symbolic link and says where the file really is', async () => {
    const file = place('real.txt', 'x');
    fs.symlinkSync('real.txt', path.join(folder, 'link.txt'));
    expect((await read(path.join(folder, 'link.txt'))).state.realPath).toBe(file);
  });
});

describe('what is not a file to open', () => {
  const fifo = path.join(folder, 'fifo');
  execFileSync('mkfifo', [fifo]);
  const loop = path.join(folder, 'loop');
  fs.symlinkSync('loop', loop);
  fs.symlinkSync('nowhere', path.join(folder, 'dangling'));
  const huge = path.join(folder, 'huge.txt');
  fs.closeSync(fs.openSync(huge, 'w'));
  fs.truncateSync(huge, MAX_FILE_SIZE + 1);

  it.each([
    ['a folder', folder, 'file-is-folder'],
    ['a pipe nobody writes to', fifo, 'file-not-regular'],
    ['a device', '/dev/zero', 'file-not-regular'],
    ['a loop of links', loop, 'link-loop'],
    ['a link to nothing', path.join(folder, 'dangling'), 'file-missing'],
    ['a missing file', path.join(folder, 'missing'), 'file-missing'],
    ['a path through a file', path.join(place('not-a-folder'), 'x'), 'file-missing'],
    ['a file of more than 1 GiB', huge, 'file-too-large'],
    ['the memory of a process', '/proc/self/mem', 'read-failed'],
    ['a path with a NUL byte', 'a\0b', 'request-invalid'],
  ])('refuses %s at once', async (_what, file, code) => {
    const allocated: number[] = [];
    const allocate = (size: number): Uint8Array<ArrayBuffer> => {
      allocated.push(size);
      return new Uint8Array(0);
    };
    await expect(readFile({ path: file, allocate })).rejects.toMatchObject({ name: 'AppError', code });
    expect(allocated.every((size) => size === 0)).toBe(true);
  });

  it('refuses a socket', async () => {
    const server = net.createServer();
    const file = path.join(folder, 'socket');
    await new Promise<void>((resolve) => server.listen(file, resolve));
    try {
      await expect(read(file)).rejects.toMatchObject({ code: 'file-not-regular' });
    } finally {
      server.close();
    }
  });

  it('names errno and path when a file may not be read', async () => {
    const file = place('secret.txt', 'x');
    const ops = { ...nodeFileOps, open: () => Promise.reject(systemError('EACCES')) };
    await expect(read(file, { ops })).rejects.toMatchObject({
      code: 'file-permission-denied',
      data: { errno: 'EACCES', path: file, step: 'open' },
    });
  });

  it.skipIf(!isRoot)('refuses a file that another person keeps private', async () => {
    const file = place('theirs.txt', 'x');
    fs.chmodSync(file, 0o600);
    process.seteuid?.(65_534);
    try {
      await expect(read(file)).rejects.toMatchObject({ code: 'file-permission-denied' });
    } finally {
      process.seteuid?.(0);
    }
  });
});

describe('a file that changes while it is read', () => {
  it('is read again, from the beginning and into a new buffer', async () => {
    const file = place('changing.txt', Buffer.alloc(300_000, 'a'));
    const attempts = new Set<number>();
    const onFilled = ({ attempt }: ReadProgress): void => {
      if (!attempts.has(attempt) && attempt === 1) fs.writeFileSync(file, Buffer.alloc(200_000, 'b'));
      attempts.add(attempt);
    };
    const { bytes, size } = await read(file, { onFilled });
    expect(Buffer.from(bytes.buffer, 0, size).equals(Buffer.alloc(200_000, 'b'))).toBe(true);
    expect([...attempts]).toEqual([1, 2]);
  });

  it.each([
    ['shrinks', 100],
    ['grows', 400_000],
    ['is rewritten at the same size', 300_000],
  ])('is given up when it %s every time', async (_what, size) => {
    const file = place('restless.txt', Buffer.alloc(300_000, 'a'));
    let turn = 0;
    const onFilled = async (): Promise<void> => {
      turn += 1;
      await new Promise((resolve) => setTimeout(resolve, 12));
      fs.writeFileSync(file, Buffer.alloc(turn % 2 === 0 ? 300_000 : size, String(turn % 10)));
    };
    await expect(read(file, { onFilled })).rejects.toMatchObject({ code: 'file-changed-while-reading' });
  });

  it('is read again when it was replaced by another file meanwhile', async () => {
    const file = place('replaced.txt', Buffer.alloc(300_000, 'a'));
    let done = false;
    const onFilled = (): void => {
      if (done) return;
      done = true;
      fs.renameSync(place('replacement.txt', 'new\n'), file);
    };
    expect((await read(file, { onFilled })).size).toBe(4);
  });
});

describe('hashing in slices', () => {
  it('gives the SHA-256 of all chunks, a mebibyte at a time', () => {
    const bytes = Buffer.alloc(2_500_000, 'some bytes');
    const work = hashSlices([bytes.subarray(0, 2_400_000), bytes.subarray(2_400_000)]);
    let step = work.next();
    let slices = 0;
    while (step.done !== true) {
      slices += 1;
      step = work.next();
    }
    expect(slices).toBe(4);
    expect(step.value).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});
