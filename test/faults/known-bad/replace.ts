import { dirname } from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import { digestFile } from '../../../main/files/content-blocks.ts';
import type { FileOps } from '../../../main/files/file-ops.ts';
import { hashChunks } from '../../../main/files/hash-content.ts';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import type { SaveRequest } from '../../../main/files/save-file.ts';

/** The steps of a decent saver; each known bad one does one of them worse. */
export interface Steps {
  check(ops: FileOps, request: SaveRequest): Promise<void>;
  write(ops: FileOps, file: number, bytes: Buffer): Promise<void>;
  mode(ops: FileOps, file: number, path: string): Promise<void>;
  sync(ops: FileOps, file: number): Promise<void>;
  verify(ops: FileOps, file: number, bytes: Buffer): Promise<void>;
  clean(ops: FileOps, temporary: string): Promise<void>;
}

export const decentSteps: Steps = {
  async check(ops, { path, expected }) {
    if (typeof expected !== 'object' || !('sha256' in expected)) return;
    const file = await ops.open(path, 'read');
    const { sha256 } = await digestFile(ops, file);
    await ops.close(file);
    if (sha256 !== expected.sha256) throw new AppError('document-changed-on-disk', { path: String(path) });
  },
  async write(ops, file, bytes) {
    for (let at = 0; at < bytes.length;) {
      const count = await ops.write(file, bytes.subarray(at), at);
      if (count === 0) throw new AppError('write-failed');
      at += count;
    }
  },
  async mode(ops, file, path) {
    const old = await ops.statPath(path).catch(() => undefined);
    await ops.changeMode(file, old?.mode ?? 0o600);
  },
  sync: (ops, file) => ops.sync(file),
  async verify(ops, file, bytes) {
    if ((await digestFile(ops, file)).sha256 !== hashChunks([bytes])) throw new AppError('verify-failed');
  },
  clean: (ops, temporary) => ops.remove(temporary),
};

/** Writes a temporary file and renames it over the target, with the given steps. */
export async function replace(request: SaveRequest, steps: Partial<Steps>): Promise<void> {
  const { check, write, mode, sync, verify, clean } = { ...decentSteps, ...steps };
  const ops = request.ops ?? nodeFileOps;
  const path = String(await ops.realPath(request.path).catch(() => request.path));
  const temporary = `${path}.${Math.random().toString(36).slice(2)}`;
  try {
    const bytes = Buffer.concat([...request.chunks]);
    const file = await ops.open(temporary, 'create');
    try {
      await write(ops, file, bytes);
      await sync(ops, file);
      await verify(ops, file, bytes);
      await mode(ops, file, path);
    } finally {
      await ops.close(file);
    }
    await check(ops, request);
    await ops.rename(temporary, path);
    const folder = await ops.open(dirname(path), 'folder');
    await sync(ops, folder);
    await ops.close(folder);
  } catch (error) {
    await clean(ops, temporary).catch(() => undefined);
    if (error instanceof AppError) throw new AppError(error.code, { path });
    throw new AppError('write-failed', { path });
  }
}
