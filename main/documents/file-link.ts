import type { DiskChange } from '#shared/api/document.ts';
import type { FileOps } from '../files/file-ops.ts';
import { displayName, displayPath, type FilePath, folderOf } from '../files/file-path.ts';
import type { FileSnapshot, FileState } from '../files/file-snapshot.ts';
import type { ExpectedOnDisk } from '../files/save-file.ts';
import { FileWatcher, type KnownContent, type WatchEvent } from '../files/watch-file.ts';

export interface FileLinkRequest {
  readonly path: FilePath;
  readonly known: KnownContent;
  /** Absent for hosts that do not stay: then nothing is watched. */
  readonly onEvent?: (event: WatchEvent) => void;
  readonly ops?: FileOps;
}

/** The tie between a document and its file: what the document believes to be there, and whether that still holds. */
export class FileLink {
  readonly path: FilePath;
  #known: KnownContent;
  readonly #watcher: FileWatcher | undefined;
  /** What was seen on disk last, where it is not what the document knows. */
  #seen: FileSnapshot | 'gone' | undefined;
  /** What the other program did, where it could be told. */
  #change: DiskChange | undefined;
  /** The person chose to overwrite what is on disk: the document differs from it whatever its history says. */
  #overruled = false;

  constructor({ path, known, onEvent, ops }: FileLinkRequest) {
    this.path = path;
    this.#known = known;
    if (onEvent === undefined) return;
    this.#watcher = new FileWatcher({
      path,
      known,
      ...(ops && { ops }),
      onEvent: (event) => {
        this.#note(event);
        onEvent(event);
      },
    });
  }

  get name(): string {
    return displayName(this.path);
  }

  get folder(): string {
    return displayPath(folderOf(this.path));
  }

  get watching(): boolean {
    return this.#watcher !== undefined;
  }

  get disk(): 'same' | 'changed' | 'gone' {
    if (this.#seen === undefined) return 'same';
    if (this.#seen !== 'gone') return 'changed';
    return this.#overruled ? 'same' : 'gone';
  }

  /** What another program did to the file; nothing while the disk is as the document knows it. */
  get change(): DiskChange | undefined {
    return this.disk === 'changed' ? this.#change : undefined;
  }

  /** Notes what another program did to the file. */
  noteChange(change: DiskChange | undefined): void {
    this.#change = change;
  }

  get state(): FileState {
    return this.#known.state;
  }

  get overruled(): boolean {
    return this.#overruled;
  }

  /** The SHA-256 of what the document believes to be on disk. */
  async hash(): Promise<string> {
    return this.#known.sha256();
  }

  /** What must be on disk for the next save to go ahead. */
  async expected(): Promise<ExpectedOnDisk> {
    if (this.#overruled && this.#seen === 'gone') return 'nothing';
    const content = this.#known.content?.();
    return content === undefined ? { sha256: await this.hash() } : { content };
  }

  /** The document and the disk agree: after a save or a reload. */
  agree(known: KnownContent): void {
    this.#overruled = false;
    this.#know(known);
  }

  /** Only what a stat shows of the file is another thing now, its permissions; what it holds is what it was. */
  restamp(state: FileState): void {
    this.#know({ ...this.#known, state });
  }

  /** The document keeps what it has; the next save may overwrite exactly what is on disk now. */
  overrule(known: KnownContent | 'gone'): void {
    this.#overruled = true;
    if (known === 'gone') this.#seen = 'gone';
    else this.#know(known);
  }

  /** Does work that writes the file; what it does there is not told as if another program had done it. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#watcher === undefined ? work() : this.#watcher.during(work);
  }

  /** Looks at the disk now; what it finds comes as an event. */
  async look(): Promise<void> {
    await this.#watcher?.check();
  }

  async dispose(): Promise<void> {
    await this.#watcher?.dispose();
  }

  #know(known: KnownContent): void {
    this.#known = known;
    this.#seen = undefined;
    this.#change = undefined;
    this.#watcher?.know(known);
  }

  #note(event: WatchEvent): void {
    if (event.kind === 'polling') return;
    if (event.kind === 'back') this.#seen = undefined;
    else this.#seen = event.kind === 'gone' ? 'gone' : event.snapshot;
  }
}
