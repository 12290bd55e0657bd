import { watch } from 'chokidar';
import { basename, resolve } from 'node:path';

export interface FolderWatchRequest {
  /** Existing folder. */
  readonly folder: string;
  /** The one name in it that matters. */
  readonly name: string;
  /** Something may have happened to that name. Called often, sometimes for nothing, and perhaps not at all. */
  readonly onHint: () => void;
  /** Watching does not work here (no more watches, an odd file system). */
  readonly onFailure: () => void;
}

/** Starts to watch; gives what stops it. */
export type WatchFolder = (request: FolderWatchRequest) => () => Promise<void>;

/**
 * Watches the folder and not the file: a watch on a file is lost when the file is deleted and made anew. chokidar also drops the last of
 * several quick changes, so the system's raw events are hints as well.
 */
export const watchFolder: WatchFolder = ({ folder, name, onHint, onFailure }) => {
  const file = resolve(folder, name);
  const watcher = watch(folder, {
    depth: 0,
    ignoreInitial: true,
    atomic: false,
    ignored: (path) => path !== folder && resolve(path) !== file,
  });
  watcher.on('all', (_event, path) => {
    if (resolve(path) === file || resolve(path) === resolve(folder)) onHint();
  });
  watcher.on('raw', (_event, path) => {
    if (typeof path !== 'string' || path === '' || basename(path) === name) onHint();
  });
  watcher.on('error', onFailure);
  return () => watcher.close();
};
