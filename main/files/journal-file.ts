import { AppError } from '#shared/api/app-error.ts';
import { type Place, readFully, writeBytes } from './content-blocks.ts';
import { errnoOf, fileError } from './file-error.ts';
import type { FileOps } from './file-ops.ts';
import { childOf, displayPath, type FilePath } from './file-path.ts';
import { type Frame, FrameWriter, journalHead, type ReadPart } from './journal-frames.ts';
import { makePrivateFolder } from './private-folder.ts';
import { ignored } from './read-file.ts';
import { makePrivate, syncFile } from './save-step.ts';
import type { Sealer } from './sealer.ts';
import { createTemporary, discard } from './temporary-file.ts';

/** Where a journal is kept, and how. */
export interface JournalPlace {
  readonly ops: FileOps;
  readonly folder: FilePath;
  readonly name: string;
  readonly sealer?: Sealer | undefined;
}

/**
 * A file of frames that only grows. It comes to be whole, under its name at once, and every frame is on the disk and was read back before the call
 * that wrote it is done. A frame that could not be written leaves the frames before it. Failures are AppErrors.
 */
export class JournalFile {
  readonly #place: JournalPlace;
  readonly #writer: FrameWriter;
  #size: number;

  private constructor(place: JournalPlace, writer: FrameWriter, size: number) {
    this.#place = place;
    this.#writer = writer;
    this.#size = size;
  }

  /** Bytes on disk. */
  get size(): number {
    return this.#size;
  }

  /** Writes a new journal and puts it in the place of the one of that name. `temporaryName` must be told from journals. */
  static async start(
    place: JournalPlace,
    frames: Iterable<Frame>,
    temporaryName: () => string,
  ): Promise<JournalFile> {
    const { ops, folder, sealer } = place;
    return told(place, 'journal', async () => {
      await makePrivateFolder(ops, folder);
      const head = journalHead(sealer !== undefined);
      const journal = new JournalFile(place, new FrameWriter(head, sealer), head.length);
      const { path, file } = await createTemporary(ops, folder, temporaryName);
      try {
        try {
          await makePrivate(ops, file);
          await writeSurely({ ops, file, position: 0 }, head);
          await journal.#write(file, frames);
        } finally {
          await ops.close(file);
        }
        await ops.rename(path, childOf(folder, place.name));
      } catch (error) {
        await discard(ops, path);
        throw error;
      }
      await syncName(ops, folder);
      return journal;
    });
  }

  /** Adds frames. When that fails the journal ends where it ended before. */
  async append(frames: Iterable<Frame>): Promise<void> {
    const { ops, folder, name } = this.#place;
    await told(this.#place, 'journal', async () => {
      const file = await ops.open(childOf(folder, name), 'update');
      const before = this.#size;
      const { place } = this.#writer;
      try {
        if ((await ops.stat(file)).size < before) throw new AppError('verify-failed', {});
        await this.#write(file, frames);
      } catch (error) {
        this.#writer.place = place;
        await ops.truncate(file, before).catch(ignored);
        throw error;
      } finally {
        await ops.close(file).catch(ignored);
      }
    });
  }

  /** Removes the journal. */
  async remove(): Promise<void> {
    await removeJournal(this.#place);
  }

  async #write(file: number, frames: Iterable<Frame>): Promise<void> {
    const { ops } = this.#place;
    let size = this.#size;
    for (const frame of frames) {
      const bytes = this.#writer.encode(frame);
      await writeSurely({ ops, file, position: size }, bytes);
      size += bytes.length;
    }
    await syncFile(ops, file);
    this.#size = size;
  }
}

/** Writes bytes and reads them back: a disk may count what it did not write. */
async function writeSurely(place: Place, bytes: Uint8Array): Promise<void> {
  await writeBytes(place, bytes);
  const found = Buffer.allocUnsafeSlow(bytes.length);
  const count = await readFully(place, found);
  if (count !== bytes.length || found.compare(bytes) !== 0) throw new AppError('verify-failed', {});
}

/** Removes a journal by its name; one that is gone already is fine. */
export async function removeJournal(place: Omit<JournalPlace, 'sealer'>): Promise<void> {
  const { ops, folder, name } = place;
  await told(place, 'remove', async () => {
    await ops.remove(childOf(folder, name)).catch((error: unknown) => {
      if (errnoOf(error) !== 'ENOENT') throw error;
    });
    await syncName(ops, folder);
  });
}

/** Opens a journal for reading; never through a link. */
export async function openJournal(
  place: Omit<JournalPlace, 'sealer'>,
): Promise<{ readonly read: ReadPart; readonly close: () => Promise<void> }> {
  const { ops, folder, name } = place;
  const file = await ops.open(childOf(folder, name), 'update');
  const { size } = await ops.stat(file);
  return {
    read: async (position, length) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - position)));
      const count = await readFully({ ops, file, position }, bytes);
      return bytes.subarray(0, count);
    },
    close: () => ops.close(file),
  };
}

/** The name of a file is on the disk once its folder is; where that cannot be had, a power cut may lose what a killed process does not. */
async function syncName(ops: FileOps, folder: FilePath): Promise<void> {
  if (process.platform === 'win32') return;
  const open = await ops.open(folder, 'folder').catch(ignored);
  if (typeof open !== 'number') return;
  await ops.sync(open).catch(ignored);
  await ops.close(open).catch(ignored);
}

async function told<T>(
  { folder, name }: Pick<JournalPlace, 'folder' | 'name'>,
  step: string,
  work: () => Promise<T>,
): Promise<T> {
  const path = childOf(folder, name);
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError)
      throw new AppError(error.code, { step, path: displayPath(path), ...error.data });
    throw fileError(error, { step, path, otherwise: 'write-failed' });
  }
}
