import path from 'node:path';
import { type Preferences, type SettingsTrouble, USUAL_PREFERENCES } from '#shared/api/settings.ts';
import { preferencesOf } from './settings.ts';
import { SettingsFile } from './settings-file.ts';

/** What a person chose: the same in every window and on the command line. */
export interface SettingsStore {
  read(): Promise<Preferences>;
  /** Changes some of it; resolves when that is kept. */
  change(changed: Partial<Preferences>): Promise<Preferences>;
  /** What was wrong with what was kept, when something was. */
  trouble(): Promise<SettingsTrouble | undefined>;
}

/**
 * The settings kept in `folder`, where other programs may change them. `setAside`: the name of an unreadable file that
 * another process of this program has just put aside.
 */
export function settingsStore(folder: string, setAside?: string): SettingsStore {
  let aside = setAside;
  let last: Promise<unknown> = Promise.resolve();
  const open = async (): Promise<SettingsFile> => {
    const file = await SettingsFile.open(folder);
    if (file.setAside !== undefined) aside = path.basename(file.setAside);
    return file;
  };
  return {
    read: async () => preferencesOf((await open()).current),
    change: (changed) => {
      // One after the other: of many at once each would find the file changed by the others.
      const turn = last.then(async () => {
        const file = await open();
        await file.update(changed);
        return preferencesOf(file.current);
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    trouble: async () => {
      const { problem, unfit } = await open();
      if (problem !== undefined) return { kind: 'unreadable', code: problem.code };
      if (aside !== undefined) return { kind: 'setAside', file: aside };
      return unfit.length > 0 ? { kind: 'unfit', names: [...unfit] } : undefined;
    },
  };
}

/** Settings that are forgotten with their host. */
export function settingsInMemory(): SettingsStore {
  let current = USUAL_PREFERENCES;
  return {
    read: () => Promise.resolve(current),
    change: (changed) => {
      current = { ...current, ...changed };
      return Promise.resolve(current);
    },
    trouble: () => Promise.resolve(undefined),
  };
}
