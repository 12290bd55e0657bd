import fs from 'node:fs';
import path from 'node:path';
import { watch } from 'chokidar';
import type { BadWatcher } from './bad-watcher.ts';

/** Known bad: shows what is there at each event at once. Of two quick changes chokidar tells the first, and a file that is being written is torn. */
export const believesEachEvent: BadWatcher = async (file, show) => {
  const watcher = watch(path.dirname(file), { ignoreInitial: true });
  watcher.on('all', (_event, at) => {
    if (at === file && fs.existsSync(file)) show(fs.readFileSync(file, 'utf8'));
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return () => watcher.close();
};
