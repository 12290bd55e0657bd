import { createHmac } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import { cookieIdentity } from '#shared/cookie/cookie-identity.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { ABSENT } from '#shared/document/change.ts';
import { eachLine } from '#shared/document/edits/edit-work.ts';
import type { Progress } from '#shared/table/progress.ts';
import type { FilePath } from '../files/file-path.ts';
import { nodeFileOps } from '../files/node-file-ops.ts';
import { makePrivateFolder } from '../files/private-folder.ts';
import { readFile } from '../files/read-file.ts';
import { saveFile } from '../files/save-file.ts';

interface Folders {
  readonly folder: string;
  readonly safetyFolder: FilePath;
}

/**
 * Remembers beside no cookie file, but in the data folder, which entries of a file a person has marked as protected: a file for each, of
 * keyed hashes of name, domain and path. No name stands there, and nothing of a value.
 */
export class ProtectedEntries {
  readonly #folders: Folders;
  #last: Promise<unknown> = Promise.resolve();

  constructor(folders: Folders) {
    this.#folders = folders;
  }

  /** The hashes that were kept for a file; none where nothing was, or what is there is not ours. */
  async read(file: FilePath): Promise<ReadonlySet<string>> {
    try {
      const { bytes, size } = await readFile({
        path: this.#placeOf(file),
        allocate: (length) => new Uint8Array(length),
      });
      const text = Buffer.from(bytes.buffer, 0, size).toString('latin1');
      return new Set(text.split('\n').filter((line) => /^[0-9a-f]{64}$/.test(line)));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return new Set();
    }
  }

  /** Keeps the marks of a document for its file, in the order in which they are given. */
  keep(file: FilePath, document: CookieDocument): Promise<void> {
    const hashes = hashesOf(file, document);
    const kept = this.#last.then(() => this.#write(file, hashes));
    this.#last = kept.catch(toldToCaller);
    return kept;
  }

  async #write(file: FilePath, hashes: readonly string[]): Promise<void> {
    const place = this.#placeOf(file);
    if (hashes.length === 0) {
      await rm(place, { force: true });
      return;
    }
    const { folder, safetyFolder } = this.#folders;
    await makePrivateFolder(nodeFileOps, folder);
    const chunks = [Buffer.from(`${hashes.toSorted().join('\n')}\n`)];
    await saveFile({ path: place, chunks, expected: 'anything', safetyFolder });
  }

  #placeOf(file: FilePath): string {
    return path.join(this.#folders.folder, createHmac('sha256', 'file').update(file).digest('hex'));
  }
}

/** How many hashes are made between two slices. */
const HASHES_A_SLICE = 512;

/** Marks the entries of a document that are marked in another of the same cookies. */
export function* carryProtection(
  file: FilePath,
  from: CookieDocument,
  to: CookieDocument,
): Generator<Progress, void> {
  if (from.protection.size > 0) yield* markProtected(to, file, new Set(hashesOf(file, from)));
}

function hashesOf(file: FilePath, document: CookieDocument): readonly string[] {
  return [...document.protection.ids]
    .filter((id) => document.lines.row(id) !== ABSENT)
    .map((id) => hashOf(file, document, id));
}

/** Marks the entries of a document whose hashes were kept. */
export function* markProtected(
  document: CookieDocument,
  file: FilePath,
  hashes: ReadonlySet<string>,
): Generator<Progress, void> {
  yield* eachLine(
    document.lines.ids(),
    (id) => {
      if (document.kind(id) === 'entry' && hashes.has(hashOf(file, document, id)))
        document.protection.mark([id], true);
    },
    HASHES_A_SLICE,
  );
}

function hashOf(file: FilePath, document: CookieDocument, id: number): string {
  const identity = cookieIdentity(document.table.cookie(document.lines.row(id)));
  return createHmac('sha256', file).update(identity, 'latin1').digest('hex');
}

/** Whoever asked for it has the failure; the next one is kept all the same. */
function toldToCaller(): void {}
