import { word } from './reading/words.ts';
import type { DocumentRule } from './rule.ts';

const FILE = '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→0→a→1\n';

export const fileInSyncedFolder: DocumentRule = {
  id: 'file-in-synced-folder',
  scope: 'document',
  severity: 'warning',
  field: 'document',
  title: 'The file is copied to other machines',
  rationale:
    'A folder that is synced puts the logins on every machine of its owner and on those of the service, and keeps old versions there.',
  source:
    'folders and marker files of Dropbox, OneDrive, iCloud Drive, Google Drive, Nextcloud and Syncthing',
  check: ({ sync }) => (sync === undefined ? undefined : { service: sync }),
  message: (data) =>
    `The folder is synced by ${word(data, 'service')}: save the file somewhere else, and delete it here.`,
  examples: { pass: [FILE], fail: [{ file: FILE, sync: 'Dropbox' }] },
};
