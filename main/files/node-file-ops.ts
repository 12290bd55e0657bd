import * as fs from 'node:fs';
import { access, readdir, readlink, realpath } from 'node:fs/promises';
import { promisify } from 'node:util';
import { hasAccessList } from './access-list.ts';
import type { FileOps, FileStat, OpenWay } from './file-ops.ts';
import type { FilePath } from './file-path.ts';

const { O_RDONLY, O_RDWR, O_CREAT, O_EXCL } = fs.constants;
/** Absent on Windows, whose links and pipes do not need them. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_DIRECTORY = 0 } = fs.constants as Partial<typeof fs.constants>;

const FLAGS: Readonly<Record<OpenWay, number>> = {
  read: O_RDONLY | O_NONBLOCK,
  update: O_RDWR | O_NONBLOCK | O_NOFOLLOW,
  create: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW,
  folder: O_RDONLY | O_DIRECTORY,
};

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

const call = {
  open: promisify(fs.open),
  close: promisify(fs.close),
  stat: promisify(fs.stat),
  lstat: promisify(fs.lstat),
  fstat: promisify(fs.fstat),
  realpath: promisify(fs.realpath),
  mkdir: promisify(fs.mkdir),
};

/** The file calls of this system: one call of Node each, nothing retried, nothing hidden. */
export const nodeFileOps: FileOps = {
  open: (path, way) => call.open(path, FLAGS[way], PRIVATE_FILE),
  close: (file) => call.close(file),
  read: (file, into, position) =>
    new Promise((resolve, reject) => {
      fs.read(file, into, 0, into.length, position, (error, count) =>
        error === null ? resolve(count) : reject(error),
      );
    }),
  write: (file, from, position) =>
    new Promise((resolve, reject) => {
      fs.write(file, from, 0, from.length, position, (error, count) =>
        error === null ? resolve(count) : reject(error),
      );
    }),
  stat: async (file) => fromStats(await call.fstat(file, { bigint: true })),
  sync: promisify(fs.fsync),
  truncate: promisify(fs.ftruncate),
  changeMode: promisify(fs.fchmod),
  changeGroup: promisify(fs.fchown),
  hasAccessList,
  statPath: async (path) => fromStats(await call.stat(path, { bigint: true })),
  statLink: async (path) => fromStats(await call.lstat(path, { bigint: true })),
  readLink: async (path) => fromBytes(await readlink(path, { encoding: 'buffer' })),
  realPath: async (path) =>
    process.platform === 'win32'
      ? call.realpath(path)
      : fromBytes(await realpath(path, { encoding: 'buffer' })),
  link: promisify(fs.link),
  rename: promisify(fs.rename),
  remove: promisify(fs.unlink),
  makeFolder: async (path) => {
    await call.mkdir(path, { recursive: true, mode: PRIVATE_FOLDER });
  },
  mayWrite: async (path) => {
    await access(path, fs.constants.W_OK);
  },
  list: async (folder) => (await readdir(folder, { encoding: 'buffer' })).map(fromBytes),
};

function fromStats(stats: fs.BigIntStats): FileStat {
  return {
    kind: kindOf(stats),
    size: Number(stats.size),
    mtimeNs: stats.mtimeNs,
    ctimeNs: stats.ctimeNs,
    ino: stats.ino,
    dev: stats.dev,
    mode: Number(stats.mode & 0o7777n),
    links: Number(stats.nlink),
    uid: Number(stats.uid),
    gid: Number(stats.gid),
  };
}

function kindOf(stats: fs.BigIntStats): FileStat['kind'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isFIFO()) return 'pipe';
  return stats.isSocket() ? 'socket' : 'device';
}

/** A name as text where it is UTF-8, else as the bytes that it is. */
function fromBytes(name: Buffer): FilePath {
  const text = name.toString('utf8');
  return Buffer.from(text, 'utf8').equals(name) ? text : name;
}
