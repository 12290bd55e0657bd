import fs from 'node:fs';
import { app } from 'electron';
import { withRecentFile } from '../settings/recent-files.ts';
import type { SettingsFile } from '../settings/settings-file.ts';

/** Remembers a file that was opened or saved, here and in the system's own list. */
export async function rememberFile(settings: SettingsFile, file: string): Promise<void> {
  if (process.platform !== 'linux') app.addRecentDocument(file);
  await settings.update({ recentFiles: withRecentFile(settings.current.recentFiles, file) });
}

/** The files opened lately that are still there, the newest first. */
export function recentFiles(settings: SettingsFile): readonly string[] {
  return settings.current.recentFiles.filter((file) => fs.existsSync(file));
}
