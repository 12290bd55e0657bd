import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { AppError } from '#shared/api/app-error.ts';
import type { RunCopy } from '#shared/api/run-copy.ts';
import { RUN_PROGRAMS, runCommand, type RunProgram } from '#shared/exports/run-command.ts';
import { childOf, displayPath, type FilePath } from '../files/file-path.ts';
import { nodeFileOps } from '../files/node-file-ops.ts';
import { makePrivateFolder } from '../files/private-folder.ts';
import { isRunning, ownMark } from '../files/process-mark.ts';
import { saveFile } from '../files/save-file.ts';
import { busiestAddress } from './busiest-address.ts';
import { cookiesOf } from '#shared/document/cookies-of.ts';
import { collectInSlices, finish } from '#shared/table/progress.ts';
import { DisposableCopy } from './disposable-copy.ts';
import type { DocumentService } from './document-service.ts';
import { exportInSlices } from './exporting.ts';
import { openBytes } from './open-bytes.ts';
import type { OpenDocument } from './open-document.ts';
import type { Task } from './task.ts';

/** A copy as somebody orders it. */
export interface CopyOrder {
  readonly program: RunProgram;
  readonly url: string;
  /** Only the entries among these lines. */
  readonly ids?: Iterable<number> | undefined;
}

/** The name of a copy's own folder: the process that will delete it, and what tells it from its others. */
const FOLDER = /^(\d+-\d+-\d+)\.[0-9a-f]{16}$/;
const FILE = 'cookies.txt';

/** The throw-away copies of a host, each in a folder of its own, and gone when the host ends; those of hosts that were killed go at the next chance. */
export class DisposableCopies {
  readonly #service: DocumentService;
  readonly #folder: FilePath;
  readonly #copies = new Map<string, { readonly copy: DisposableCopy; readonly folder: FilePath }>();
  #lastId = 0;

  constructor(service: DocumentService, folder: FilePath) {
    this.#service = service;
    this.#folder = folder;
  }

  /** Writes a copy of a document's cookies, as it is now with all that is unsaved. */
  async make(document: OpenDocument, order: CopyOrder): Promise<RunCopy> {
    await this.sweep();
    const { copy, folder } = await document.run({ label: 'Copying', fixed: true }, (task) =>
      this.#written(task, document, order),
    );
    const { info } = copy;
    this.#copies.set(info.id, { copy, folder });
    this.#tell(document);
    return info;
  }

  /** The copies of a document. */
  list(document: OpenDocument): RunCopy[] {
    const copies = [...this.#copies.values()].map(({ copy }) => copy);
    return copies.filter((copy) => copy.document === document).map(({ info }) => info);
  }

  /** Finds out what became of a copy. */
  async look(id: string): Promise<RunCopy> {
    const { copy } = this.#get(id);
    await copy.look();
    return copy.info;
  }

  /** Takes what the program changed over; gives the document. */
  async take(id: string, dropped: boolean): Promise<OpenDocument> {
    const { copy } = this.#get(id);
    await copy.take(dropped);
    this.#tell(copy.document);
    return copy.document;
  }

  async discard(id: string): Promise<void> {
    const { copy, folder } = this.#get(id);
    this.#copies.delete(id);
    await copy.dispose();
    await removeFolder(folder);
    this.#tell(copy.document);
  }

  /** Deletes the copies of a document that is closed. */
  async forget(document: OpenDocument): Promise<void> {
    await Promise.all(this.list(document).map(({ id }) => this.discard(id)));
  }

  /** Deletes what hosts that were killed left. */
  async sweep(): Promise<void> {
    const names = await nodeFileOps.list(this.#folder).catch(notThere);
    for (const name of names) {
      const mark = FOLDER.exec(displayPath(name))?.[1];
      if (mark !== undefined && !isRunning(mark)) await removeFolder(childOf(this.#folder, name));
    }
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#copies.keys()].map((id) => this.discard(id)));
  }

  #get(id: string): { readonly copy: DisposableCopy; readonly folder: FilePath } {
    const found = this.#copies.get(id);
    if (found === undefined) throw new AppError('copy-unknown');
    return found;
  }

  #tell(document: OpenDocument): void {
    this.#service.emit({ event: 'copiesChanged', document: document.id, copies: this.list(document) });
  }

  async #written(
    task: Task,
    document: OpenDocument,
    { program, url, ids }: CopyOrder,
  ): Promise<{ readonly copy: DisposableCopy; readonly folder: FilePath }> {
    const service = this.#service;
    const folder = childOf(this.#folder, `${ownMark()}.${randomBytes(8).toString('hex')}`);
    const path = childOf(folder, FILE);
    const { now } = service;
    const cookies = await task.slices(
      collectInSlices(cookiesOf(document.cookies, ids), document.info.entries),
    );
    const order = { cookies, to: program, url, fileName: displayPath(path), now };
    const made = await task.slices(exportInSlices(order));
    if (made.refused !== undefined) throw new AppError('export-refused', { message: made.refused });
    const command = runCommand(program, displayPath(path), url);
    const { bytes, losses } = made;
    if (command === undefined || bytes === undefined || typeof path !== 'string') {
      throw new AppError('export-refused', { message: UNSAYABLE });
    }
    const content = new Uint8Array(bytes);
    const read = await openBytes({ service, task, name: FILE, bytes: content, as: 'netscape' });
    const written = [...cookiesOf(read.cookies)];
    await makePrivateFolder(nodeFileOps, this.#folder);
    await makePrivateFolder(nodeFileOps, folder);
    const { safetyFolder } = service.options;
    try {
      const { known } = await saveFile({ path, chunks: [bytes], expected: 'nothing', safetyFolder });
      this.#lastId += 1;
      const facts = {
        id: `c${this.#lastId}`,
        program,
        command,
        entries: written.length,
        losses: losses.map((loss) => ({ ...loss, names: [...loss.names] })),
      };
      const onChange = (): void => this.#tell(document);
      return {
        copy: new DisposableCopy({ service, document, path, known, cookies: written, facts, onChange }),
        folder,
      };
    } catch (error) {
      await removeFolder(folder);
      throw error;
    }
  }
}

const UNSAYABLE =
  'The path of the copy cannot stand in a command. Choose another data folder with CRUMBS_DATA_DIR.';

/** The programs that a copy can be made for. */
export function runProgram(name: string): RunProgram | undefined {
  return RUN_PROGRAMS.find((program) => program === name);
}

/** The address that a copy's command is for unless the person names one. */
export function addressFor(document: OpenDocument, now: number): string | undefined {
  return finish(busiestAddress([...cookiesOf(document.cookies)], now));
}

async function removeFolder(folder: FilePath): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

function notThere(): [] {
  return [];
}
