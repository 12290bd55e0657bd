import fs from 'node:fs';
import path from 'node:path';
import { hashChunks } from '../../../main/files/hash-content.ts';
import { saveFile, type SaveRequest, type SaveResult } from '../../../main/files/save-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const OLD = Buffer.from('# old\n.example.com\tTRUE\t/\tFALSE\t0\ta\tb\n');
export const NEW = Buffer.from(
  '# new\n.example.com\tTRUE\t/\tFALSE\t0\ta\tb\n.example.com\tTRUE\t/\tFALSE\t0\tc\td\n',
);

/** A place for files to be saved, removed when the tests of the file are done. */
export class SavingPlace {
  readonly root = temporaryFolder();
  #turn = 0;

  /** A new, empty folder. */
  folder(): string {
    this.#turn += 1;
    const folder = path.join(this.root, `place-${this.#turn}`);
    fs.mkdirSync(folder);
    return folder;
  }

  /** A file with the old content in a folder of its own. */
  oldFile(mode = 0o600, name = 'cookies.txt'): string {
    const file = path.join(this.folder(), name);
    fs.writeFileSync(file, OLD);
    fs.chmodSync(file, mode);
    return file;
  }

  /** Saves the new content over the old, if not asked otherwise. */
  save(file: string | Buffer, more: Partial<SaveRequest> = {}): Promise<SaveResult> {
    return saveFile({
      path: file,
      chunks: [NEW],
      expected: { sha256: hashChunks([OLD]) },
      safetyFolder: path.join(this.root, 'safety'),
      ...more,
    });
  }
}
