import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** What a program that copies a folder to other machines leaves in it, or calls it. */
const MARKS: readonly { readonly service: string; readonly inside?: RegExp; readonly folder?: RegExp }[] = [
  { service: 'Dropbox', inside: /^\.dropbox(?:\.cache)?$/, folder: /\/Dropbox(?: \([^/]+\))?$/ },
  {
    service: 'OneDrive',
    inside: /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/,
    folder: /\/OneDrive(?: ?-[^/]*)?$/,
  },
  {
    service: 'iCloud Drive',
    folder: /\/Library\/Mobile Documents(?:\/com~apple~CloudDocs)?$|\/iCloudDrive$/,
  },
  {
    service: 'Google Drive',
    inside: /^(?:\.tmp\.drivedownload|\.shortcut-targets-by-id)$/,
    folder: /\/(?:Google ?Drive|Library\/CloudStorage\/GoogleDrive-[^/]*)$/,
  },
  {
    service: 'Nextcloud or ownCloud',
    inside: /^(?:\.nextcloudsync\.log|\.owncloudsync\.log|\._?sync_[0-9a-f]+\.db)$/,
  },
  { service: 'Syncthing', inside: /^\.stfolder$/ },
  { service: 'a cloud provider', folder: /\/Library\/CloudStorage\/[^/]+$/ },
];

/** The service that copies the folder of a file elsewhere, as far as names in it and above it tell. */
export async function syncedBy(file: string): Promise<string | undefined> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (folder === path.dirname(folder)) return undefined;
    const shown = folder.split(path.sep).join('/');
    const names = await readdir(folder).catch(() => []);
    const mark = MARKS.find(
      ({ inside, folder: called }) =>
        called?.test(shown) === true || (inside !== undefined && names.some((name) => inside.test(name))),
    );
    if (mark !== undefined) return mark.service;
  }
}
