import fs from 'node:fs';
import type { BadWatcher } from './bad-watcher.ts';

/** Known bad: takes the same time and size for the same content, as `fs.watchFile` and polling watchers do. */
export const pollsTimeAndSize: BadWatcher = async (file, show) => {
  let last = fs.statSync(file);
  const timer = setInterval(() => {
    const now = fs.statSync(file, { throwIfNoEntry: false });
    if (now === undefined || (Math.round(now.mtimeMs) === Math.round(last.mtimeMs) && now.size === last.size))
      return;
    last = now;
    show(fs.readFileSync(file, 'utf8'));
  }, 200);
  return async () => clearInterval(timer);
};
