import path from 'node:path';
import type { FileOps, FileStat } from '../../main/files/file-ops.ts';
import { systemError } from './fault-file-ops.ts';

/** A change of a file's bytes that its last fsync did not cover. */
type DataChange =
  | { readonly at: number; readonly bytes: Uint8Array }
  | { readonly size: number; readonly bytes?: undefined };

interface Inode {
  readonly ino: bigint;
  readonly isFolder: boolean;
  /** What the last fsync brought to the disk. */
  durable: Buffer;
  /** What programs see. */
  data: Buffer;
  pending: DataChange[];
  mode: number;
  changed: bigint;
  metaChanged: bigint;
  uid: number;
}

/** Names that a call gave to files (or took away), not yet on the disk. One call's names reach the disk together. */
interface EntryChange {
  readonly folder: string;
  readonly names: ReadonlyMap<string, Inode | undefined>;
}

/** What is on the disk after the power came back. */
export type DiskImage = ReadonlyMap<string, Buffer>;

/** How much of a file's unsynchronised bytes reached the disk. */
type Survival = 'none' | 'all' | 'first half' | 'last' | 'torn';
const SURVIVALS: readonly Survival[] = ['none', 'all', 'first half', 'last', 'torn'];

/** More pending names than this at one time are not tried in all their subsets. */
const MOST_SUBSETS = 10;

/**
 * A file system in memory with a layer that a power cut loses: bytes until their file, names until their folder was synchronised. It can be asked,
 * after any call, for every disk that a crash at that moment may leave: any subset of the pending names, in the order in which they were made, with
 * none, all, the first half, the last or the torn half of each file's pending bytes.
 */
export class CrashFileOps {
  readonly ops: FileOps;
  /** Called after every call that may change what a crash leaves. */
  onCall: ((call: keyof FileOps) => void) | undefined;
  readonly #folders = new Map<string, { durable: Map<string, Inode>; now: Map<string, Inode> }>();
  readonly #open = new Map<number, { readonly inode: Inode; readonly folder?: string }>();
  #entries: EntryChange[] = [];
  #lastInode = 1n;
  #lastFile = 100;
  #clock = 1_000_000_000n;

  constructor() {
    this.#folders.set('/', { durable: new Map(), now: new Map() });
    this.ops = this.#make();
  }

  /** Puts a file on the disk for good. */
  plant(file: string, content: Uint8Array, mode = 0o600): void {
    this.#makeFolder(path.dirname(file));
    const inode = this.#inode(false);
    inode.durable = Buffer.from(content);
    inode.data = Buffer.from(content);
    inode.mode = mode;
    this.#folder(path.dirname(file)).durable.set(path.basename(file), inode);
    this.#folder(path.dirname(file)).now.set(path.basename(file), inode);
  }

  /** Gives a planted file a second name, for good. */
  plantLink(existing: string, added: string): void {
    const inode = this.#find(existing);
    const folder = this.#folder(path.dirname(added));
    folder.durable.set(path.basename(added), inode);
    folder.now.set(path.basename(added), inode);
  }

  /** Every disk that a crash now may leave, by full path. */
  *images(): Generator<DiskImage, void> {
    const entries = this.#entries;
    const subsets = 1 << Math.min(entries.length, MOST_SUBSETS);
    for (let chosen = 0; chosen < subsets; chosen++) {
      const files = new Map<string, Inode>();
      for (const [folder, { durable }] of this.#folders)
        for (const [name, inode] of durable) files.set(path.join(folder, name), inode);
      entries.forEach(({ folder, names }, at) => {
        // The oldest of too many are taken for kept.
        const kept =
          at < entries.length - MOST_SUBSETS ||
          chosen & (1 << Math.max(0, at - Math.max(0, entries.length - MOST_SUBSETS)));
        if (!kept) return;
        for (const [name, inode] of names) {
          if (inode === undefined) files.delete(path.join(folder, name));
          else files.set(path.join(folder, name), inode);
        }
      });
      const uncertain = [...files.values()].some(({ pending }) => pending.length > 0);
      for (const survival of uncertain ? SURVIVALS : (['all'] as const)) {
        yield new Map([...files].map(([name, inode]) => [name, surviving(inode, survival)]));
      }
    }
  }

  /** The file system as a machine finds it that starts with a disk. */
  static from(image: DiskImage): CrashFileOps {
    const fresh = new CrashFileOps();
    for (const [name, content] of image) fresh.plant(name, content);
    return fresh;
  }

  #folder(at: string): { durable: Map<string, Inode>; now: Map<string, Inode> } {
    const folder = this.#folders.get(at);
    if (folder === undefined) throw systemError('ENOENT');
    return folder;
  }

  #makeFolder(at: string): void {
    if (this.#folders.has(at)) return;
    if (path.dirname(at) !== at) this.#makeFolder(path.dirname(at));
    this.#folders.set(at, { durable: new Map(), now: new Map() });
  }

  #find(file: string): Inode {
    const inode = this.#folder(path.dirname(file)).now.get(path.basename(file));
    if (inode === undefined) throw systemError('ENOENT');
    return inode;
  }

  #inode(isFolder: boolean): Inode {
    this.#lastInode += 1n;
    const moment = this.#tick();
    return {
      ino: this.#lastInode,
      isFolder,
      durable: Buffer.alloc(0),
      data: Buffer.alloc(0),
      pending: [],
      mode: 0o600,
      changed: moment,
      metaChanged: moment,
      uid: process.geteuid?.() ?? 0,
    };
  }

  /** A second passes with every change, so that stats tell all of them apart. */
  #tick(): bigint {
    this.#clock += 1_000_000_007n;
    return this.#clock;
  }

  #names(folder: string, names: ReadonlyMap<string, Inode | undefined>): void {
    const { now } = this.#folder(folder);
    for (const [name, inode] of names) {
      if (inode === undefined) now.delete(name);
      else now.set(name, inode);
    }
    this.#entries.push({ folder, names });
  }

  #change(inode: Inode, change: DataChange): void {
    inode.pending.push(change);
    inode.data = applied(inode.data, change);
    inode.changed = this.#tick();
    inode.metaChanged = inode.changed;
  }

  #stat(inode: Inode): FileStat {
    let links = 0;
    for (const { now } of this.#folders.values())
      for (const each of now.values()) if (each === inode) links++;
    return {
      kind: inode.isFolder ? 'folder' : 'file',
      size: inode.data.length,
      mtimeNs: inode.changed,
      ctimeNs: inode.metaChanged,
      ino: inode.ino,
      dev: 1n,
      mode: inode.mode,
      links,
      uid: inode.uid,
      gid: 0,
    };
  }

  #opened(file: number): { readonly inode: Inode; readonly folder?: string } {
    const opened = this.#open.get(file);
    if (opened === undefined) throw systemError('EBADF');
    return opened;
  }

  #statPath(at: string): FileStat {
    return this.#folders.has(at) ? this.#stat({ ...this.#inode(true), ino: 1n }) : this.#stat(this.#find(at));
  }

  #make(): FileOps {
    const of = (name: unknown): string => String(name);
    const inode = (file: number): Inode => this.#opened(file).inode;
    const calls: { [Call in keyof FileOps]: (...given: Parameters<FileOps[Call]>) => unknown } = {
      open: (given, way) => this.#openFile(of(given), way),
      close: (file) => void this.#open.delete(file),
      read: (file, into, position) => inode(file).data.copy(into, 0, position),
      write: (file, from, position) => {
        this.#change(inode(file), { at: position, bytes: Buffer.from(from) });
        return from.length;
      },
      stat: (file) => this.#stat(inode(file)),
      sync: (file) => this.#sync(file),
      truncate: (file, size) => this.#change(inode(file), { size }),
      changeMode: (file, mode) => {
        inode(file).mode = mode;
        inode(file).metaChanged = this.#tick();
      },
      changeGroup: () => undefined,
      hasAccessList: () => false,
      statPath: (given) => this.#statPath(of(given)),
      statLink: (given) => this.#statPath(of(given)),
      readLink: () => {
        throw systemError('EINVAL');
      },
      realPath: (given) => {
        if (!this.#folders.has(of(given))) this.#find(of(given));
        return of(given);
      },
      link: (existing, added) => {
        const folder = path.dirname(of(added));
        if (this.#folder(folder).now.has(path.basename(of(added)))) throw systemError('EEXIST');
        const linked = this.#find(of(existing));
        linked.metaChanged = this.#tick();
        this.#names(folder, new Map([[path.basename(of(added)), linked]]));
      },
      rename: (from, to) => {
        const moved = this.#find(of(from));
        const folder = path.dirname(of(to));
        this.#names(
          folder,
          new Map([
            [path.basename(of(from)), undefined],
            [path.basename(of(to)), moved],
          ]),
        );
      },
      remove: (given) => {
        this.#find(of(given));
        this.#names(path.dirname(of(given)), new Map([[path.basename(of(given)), undefined]]));
      },
      makeFolder: (given) => this.#makeFolder(of(given)),
      mayWrite: () => undefined,
      list: (folder) => [...this.#folder(of(folder)).now.keys()],
    };
    return this.#promised(calls);
  }

  #promised(calls: object): FileOps {
    const made: Record<string, unknown> = {};
    for (const [name, call] of Object.entries(calls) as [keyof FileOps, (...given: unknown[]) => unknown][]) {
      made[name] = async (...given: unknown[]): Promise<unknown> => {
        const result = call(...given);
        this.onCall?.(name);
        return result;
      };
    }
    return made as unknown as FileOps;
  }

  #openFile(file: string, way: Parameters<FileOps['open']>[1]): number {
    this.#lastFile += 1;
    if (way === 'folder') {
      this.#folder(file);
      this.#open.set(this.#lastFile, { inode: this.#inode(true), folder: file });
      return this.#lastFile;
    }
    const folder = path.dirname(file);
    if (way === 'create') {
      if (this.#folder(folder).now.has(path.basename(file))) throw systemError('EEXIST');
      this.#names(folder, new Map([[path.basename(file), this.#inode(false)]]));
    }
    this.#open.set(this.#lastFile, { inode: this.#find(file) });
    return this.#lastFile;
  }

  #sync(file: number): void {
    const { inode, folder } = this.#opened(file);
    if (folder === undefined) {
      inode.durable = Buffer.from(inode.data);
      inode.pending = [];
      return;
    }
    const named = this.#folder(folder);
    named.durable = new Map(named.now);
    this.#entries = this.#entries.filter((entry) => entry.folder !== folder);
  }
}

function applied(data: Buffer, change: DataChange): Buffer {
  if (change.bytes === undefined)
    return Buffer.concat([data, Buffer.alloc(Math.max(0, change.size - data.length))]).subarray(
      0,
      change.size,
    );
  const end = change.at + change.bytes.length;
  const grown =
    data.length >= end ? Buffer.from(data) : Buffer.concat([data, Buffer.alloc(end - data.length)]);
  grown.set(change.bytes, change.at);
  return grown;
}

/** What is left of a file after a crash. Torn: the size of all changes is there, their bytes are half there and half zeros. */
function surviving({ durable, pending }: Inode, survival: Survival): Buffer {
  const whole = (changes: readonly DataChange[]): Buffer => changes.reduce(applied, durable);
  switch (survival) {
    case 'none':
      return durable;
    case 'all':
      return whole(pending);
    case 'first half':
      return whole(pending.slice(0, Math.ceil(pending.length / 2)).map(halved));
    case 'last':
      return whole(pending.slice(-1));
    case 'torn':
      return whole(pending.map((change) => zeroed(change)));
  }
}

function halved(change: DataChange): DataChange {
  return change.bytes === undefined
    ? change
    : { at: change.at, bytes: change.bytes.subarray(0, change.bytes.length >> 1) };
}

function zeroed(change: DataChange): DataChange {
  if (change.bytes === undefined) return change;
  const bytes = Buffer.from(change.bytes);
  return { at: change.at, bytes: bytes.fill(0, bytes.length >> 1) };
}
