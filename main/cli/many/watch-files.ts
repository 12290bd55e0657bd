import { AppError } from '#shared/api/app-error.ts';
import { hashChunks } from '../../files/hash-content.ts';
import { readFile } from '../../files/read-file.ts';
import { FileWatcher } from '../../files/watch-file.ts';
import type { FoundFile } from './found-file.ts';

/** Files that other programs may change, and which of them did. */
export class WatchedFiles {
  readonly #watchers: FileWatcher[] = [];
  readonly #changed = new Set<FoundFile>();
  #wake: () => void = () => {};

  /** Begins to watch. A file that cannot be read is left to whoever reads it and says so. */
  async add(file: FoundFile): Promise<void> {
    const read = await readFile({ path: file.path, allocate: (size) => new Uint8Array(size) }).catch(refused);
    if (read === undefined) return;
    const hash = hashChunks([read.bytes.subarray(0, read.size)]);
    this.#watchers.push(
      new FileWatcher({
        path: file.path,
        known: { state: read.state, sha256: () => hash },
        onEvent: ({ kind }) => {
          if (kind === 'polling') return;
          this.#changed.add(file);
          this.#wake();
        },
      }),
    );
  }

  /** The files that changed since the last time; waits for one. */
  async changed(): Promise<readonly FoundFile[]> {
    if (this.#changed.size === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#watchers.map((watcher) => watcher.dispose()));
  }
}

function refused(error: unknown): undefined {
  if (!(error instanceof AppError)) throw error;
}
