import fs from 'node:fs';
import path from 'node:path';
import type { BadWatcher } from './bad-watcher.ts';

const THROTTLE_MS = 500;

/** Known bad: shows what is there at the first event and hears no more for a while, so that the last change is lost and a file being written is torn. */
export const throttlesEvents: BadWatcher = async (file, show) => {
  let deafUntil = 0;
  const watcher = fs.watch(path.dirname(file), () => {
    if (Date.now() < deafUntil || !fs.existsSync(file)) return;
    deafUntil = Date.now() + THROTTLE_MS;
    show(fs.readFileSync(file, 'utf8'));
  });
  return async () => watcher.close();
};
