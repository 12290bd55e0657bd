import fs from 'node:fs';
import type { BadWatcher } from './bad-watcher.ts';

/** Known bad: watches the file itself, and so what was deleted or replaced: whatever comes to be under its name is another file. */
export const watchesTheFile: BadWatcher = async (file, show) => {
  const look = (): void => {
    if (fs.existsSync(file)) show(fs.readFileSync(file, 'utf8'));
  };
  // Late enough for any writer to be done: what is missed is missed for another reason.
  const watcher = fs.watch(file, () => void setTimeout(look, 400));
  return async () => watcher.close();
};
