import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder for the app's own files: CRUMBS_DATA_DIR, or the place the system keeps for such. Not made here. */
export function dataFolder(environment: Environment = process.env, platform = process.platform): string {
  const chosen = environment['CRUMBS_DATA_DIR'];
  if (chosen) return chosen;
  const home = environment['HOME'] || homedir();
  if (platform === 'win32') return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Crumbs');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Crumbs');
  return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'crumbs');
}

/** The folder for unsaved edits, from which they come back after a crash. */
export function recoveryFolder(folder = dataFolder()): string {
  return join(folder, 'recovery');
}

/** The folder for earlier versions of files. */
export function versionsFolder(folder = dataFolder()): string {
  return join(folder, 'versions');
}

/** The folder for throw-away copies, which other programs work with. */
export function copiesFolder(folder = dataFolder()): string {
  return join(folder, 'copies');
}

/** The folder for the marks of protected entries. */
export function protectedFolder(folder = dataFolder()): string {
  return join(folder, 'protected');
}

/** The folder for copies made before a file is overwritten in place. */
export function safetyFolder(folder = dataFolder()): string {
  return join(folder, 'safety');
}
