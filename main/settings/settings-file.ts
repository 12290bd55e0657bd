import type { FileOps } from '../files/file-ops.ts';
import type { Settings } from './settings.ts';

/** The settings of this person on this machine: one JSON file, read once, written whole and safely. */
export class SettingsFile {
  /** Reads the file in `folder`; a file that is not JSON is set aside and the defaults are used. */
  static open(folder: string, ops?: FileOps): Promise<SettingsFile> {
    throw new Error(`pending ${folder} ${typeof ops}`);
  }

  /** The name under which an unreadable settings file was set aside, when that happened. */
  get setAside(): string | undefined {
    throw new Error('pending');
  }

  get current(): Settings {
    throw new Error('pending');
  }

  /** Changes some settings and writes the file; resolves when it is safely on disk. */
  update(changed: Partial<Settings>): Promise<void> {
    throw new Error(`pending ${typeof changed}`);
  }
}
