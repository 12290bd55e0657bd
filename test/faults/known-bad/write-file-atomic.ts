import fs from 'node:fs';
import { createRequire } from 'node:module';
import { callbackify } from 'node:util';
import vm from 'node:vm';
import { AppError } from '#shared/api/app-error.ts';
import type { FileOps } from '../../../main/files/file-ops.ts';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import type { SaveRequest } from '../../../main/files/save-file.ts';

const require = createRequire(import.meta.url);
const source = require.resolve('write-file-atomic');

type WriteFile = (path: string, data: Uint8Array) => Promise<void>;

/** The package's own code, whose file calls are those of a FileOps. */
function packageOver(ops: FileOps): WriteFile {
  const onFile = async (path: string, work: (file: number) => Promise<void>): Promise<void> => {
    const file = await ops.open(path, 'update');
    try {
      await work(file);
    } finally {
      await ops.close(file);
    }
  };
  const calls = {
    realpath: callbackify((path: string) => ops.realPath(path)),
    stat: callbackify((path: string) => ops.statPath(path)),
    open: callbackify(async (path: string, _way: string, mode = 0o666) => {
      const file = await ops.open(path, 'create');
      await ops.changeMode(file, mode & 0o777);
      return file;
    }),
    write: callbackify((file: number, bytes: Uint8Array) => ops.write(file, bytes, 0)),
    fsync: callbackify((file: number) => ops.sync(file)),
    close: callbackify((file: number) => ops.close(file)),
    chown: callbackify((path: string, uid: number, gid: number) =>
      onFile(path, (file) => ops.changeGroup(file, uid, gid)),
    ),
    chmod: callbackify((path: string, mode: number) =>
      onFile(path, (file) => ops.changeMode(file, mode & 0o777)),
    ),
    rename: callbackify((from: string, to: string) => ops.rename(from, to)),
    unlink: callbackify((path: string) => ops.remove(path)),
  };
  const module = { exports: {} };
  const run = vm.compileFunction(fs.readFileSync(source, 'utf8'), ['module', 'require', '__filename']) as (
    module: object,
    require: (name: string) => unknown,
    filename: string,
  ) => void;
  run(
    module,
    (name) => {
      if (name === 'fs') return calls;
      return name === 'signal-exit' ? { onExit: () => () => undefined } : (require(name) as unknown);
    },
    source,
  );
  return module.exports as WriteFile;
}

/** Known bad: the popular package for atomic writes. It looks neither at counts, nor at what is on disk, nor after the folder. */
export async function writeFileAtomic({ path, chunks, ops = nodeFileOps }: SaveRequest): Promise<void> {
  try {
    await packageOver(ops)(String(path), Buffer.concat([...chunks]));
  } catch (error) {
    throw new AppError('write-failed', { path: String(path) }, { cause: error });
  }
}
