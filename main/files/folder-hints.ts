import type { FileOps } from './file-ops.ts';
import { displayName, type FilePath, folderOf } from './file-path.ts';
import { sameFile } from './file-snapshot.ts';
import type { WatchFolder } from './watch-folder.ts';

export interface FolderHintsRequest {
  readonly ops: FileOps;
  readonly path: FilePath;
  readonly watchFolder: WatchFolder;
  readonly onHint: () => void;
  /** Called once, when watching turns out not to work. */
  readonly onFailure: () => void;
}

interface Watched {
  readonly folder: string;
  readonly ino: bigint;
  readonly dev: bigint;
  readonly stop: () => Promise<void>;
}

/** Watches over the folder of a path and over that of the file it links to, again and again as they vanish and come back. */
export class FolderHints {
  readonly #request: FolderHintsRequest;
  #watched: readonly Watched[] = [];
  #failed = false;
  #disposed = false;
  #refreshing: Promise<void> | undefined;

  constructor(request: FolderHintsRequest) {
    this.#request = request;
  }

  /** True while at least one folder is watched. */
  get active(): boolean {
    return this.#watched.length > 0;
  }

  /** Makes sure that the folders that are there now are the ones that are watched. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    await this.#refreshing;
    await this.#stop();
  }

  async #refresh(): Promise<void> {
    if (this.#failed || this.#disposed) return;
    const { ops, path, watchFolder, onHint } = this.#request;
    const real = await ops.realPath(path).catch(() => path);
    const wanted = new Map<string, { name: string; ino: bigint; dev: bigint }>();
    for (const place of [path, real]) {
      const folder = folderOf(place);
      const stat = await ops.statPath(folder).catch(() => undefined);
      // Scenario: a folder whose name is not UTF-8. The watcher takes text only, so looking every two seconds must do.
      if (typeof folder !== 'string' || stat === undefined) continue;
      wanted.set(folder, { name: displayName(place), ino: stat.ino, dev: stat.dev });
    }
    if (this.#isWatched(wanted) || this.#disposed) return;
    await this.#stop();
    this.#watched = [...wanted].map(([folder, { name, ino, dev }]) => ({
      folder,
      ino,
      dev,
      stop: watchFolder({ folder, name, onHint, onFailure: () => this.#fail() }),
    }));
    onHint();
  }

  #isWatched(wanted: ReadonlyMap<string, { ino: bigint; dev: bigint }>): boolean {
    if (wanted.size !== this.#watched.length) return false;
    return this.#watched.every((watched) => {
      const now = wanted.get(watched.folder);
      return now !== undefined && sameFile(now, watched);
    });
  }

  #fail(): void {
    if (this.#failed) return;
    this.#failed = true;
    void this.#stop();
    this.#request.onFailure();
  }

  async #stop(): Promise<void> {
    const watched = this.#watched;
    this.#watched = [];
    await Promise.all(watched.map(({ stop }) => stop()));
  }
}
