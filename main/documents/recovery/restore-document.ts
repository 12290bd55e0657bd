import { AppError } from '#shared/api/app-error.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { countChanges } from '#shared/document/pending-changes.ts';
import { commitMerge } from '#shared/document/merge/commit-merge.ts';
import { planMerge } from '#shared/document/merge/plan-merge.ts';
import { commitContent, planReload } from '#shared/document/reload.ts';
import { type FilePath, samePath } from '../../files/file-path.ts';
import { hashChunks } from '../../files/hash-content.ts';
import { removeStraysOf } from '../../files/remove-strays.ts';
import type { KnownContent } from '../../files/watch-file.ts';
import type { DocumentService } from '../document-service.ts';
import { filePlace } from '../file-place.ts';
import { openBytes } from '../open-bytes.ts';
import type { OpenDocument, Restored } from '../open-document.ts';
import { tie } from '../open-file.ts';
import { type DocumentFile, readDocumentFile } from '../read-document-file.ts';
import type { Task } from '../task.ts';
import type { StoredState } from './document-state.ts';

interface Restoring {
  readonly service: DocumentService;
  readonly task: Task;
  readonly state: StoredState;
  /** Called with the document before anybody hears of it. */
  readonly claim: (document: OpenDocument) => void;
}

const LABEL = 'Restore unsaved changes';
const MERGED = { label: 'Merge with the file on disk', event: 'reload.disk' } as const;

/** Makes a document of what a journal holds, as it was; nothing when all of it is on disk already. */
export async function restoreDocument(
  service: DocumentService,
  state: StoredState,
  claim: (document: OpenDocument) => void,
): Promise<OpenDocument | undefined> {
  return service.tasks.run({ label: `Restoring ${state.meta.title}`, fixed: true }, async (task) => {
    const restoring = { service, task, state, claim };
    const path = pathOf(state);
    if (path === undefined) return detached(restoring, 'detached');
    await removeStraysOf(path);
    const open = service.list().find(({ link }) => link !== undefined && samePath(link.path, path));
    if (open !== undefined) return (await intoOpen(restoring, open)) ?? detached(restoring, 'detached');
    const file = await read(restoring, path);
    if (file === undefined) return detached(restoring, 'gone');
    const content = file.bytes.subarray(0, file.size);
    if (Buffer.compare(content, state.present) === 0) return undefined;
    const same = (await file.known.sha256()) === state.meta.disk;
    return same ? onSameFile(restoring, path, file) : onChangedFile(restoring, path, file);
  });
}

/** The path that a journal is for, where its document had one. */
export function pathOf({ meta }: StoredState): FilePath | undefined {
  if (meta.path === undefined) return undefined;
  const bytes = Buffer.from(meta.path, 'latin1');
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? text : bytes;
}

/** The file, or nothing when it is not there or cannot be read. */
async function read({ service, task }: Restoring, path: FilePath): Promise<DocumentFile | undefined> {
  try {
    return await readDocumentFile({ path, strings: service.strings, task });
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** Scenario: the person was quicker, and opened the file before its edits were found. Nothing when it holds something else by now. */
function intoOpen(
  { service, state, claim }: Restoring,
  open: OpenDocument,
): Promise<OpenDocument | undefined> {
  return open.run({ label: `Restoring ${state.meta.title}`, fixed: true }, async (task) => {
    const { cookies, link, unsaved } = open;
    if (unsaved || (await link?.hash()) !== state.meta.disk) return undefined;
    const restoring = { service, task, state, claim };
    if (!(await become(restoring, cookies))) {
      await task.slices(cookies.undo());
      return undefined;
    }
    claim(open);
    open.noteRestored(noteOf(restoring, cookies, 'same'));
    open.changed();
    return open;
  });
}

/** A document without a file: nothing of it is lost, and nothing of it overwrites anything. */
async function detached(restoring: Restoring, file: 'detached' | 'gone'): Promise<OpenDocument> {
  const { service, task, state, claim } = restoring;
  const { title, format } = state.meta;
  const opening = (bytes: Uint8Array<ArrayBuffer>) =>
    openBytes({ service, task, name: title, bytes, as: format });
  let { cookies } = await opening(state.saved);
  if (!(await become(restoring, cookies))) ({ cookies } = await opening(state.present));
  return service.adopt(title, { cookies }, (document) => {
    claim(document);
    document.noteRestored(noteOf(restoring, cookies, file));
  });
}

async function onSameFile(restoring: Restoring, path: FilePath, file: DocumentFile): Promise<OpenDocument> {
  const { bytes, size, known } = file;
  const cookies = await opened(restoring, bytes.subarray(0, size));
  if (cookies === undefined || !(await become(restoring, cookies))) return detached(restoring, 'detached');
  return adopted(restoring, { path, file, cookies, known, outcome: 'same' });
}

/** Another program wrote the file since. What both did to different lines is put together; where they meet, the person decides. */
async function onChangedFile(
  restoring: Restoring,
  path: FilePath,
  file: DocumentFile,
): Promise<OpenDocument> {
  const { service, task, state } = restoring;
  const cookies = await opened(restoring, state.saved);
  if (cookies === undefined || !(await become(restoring, cookies))) return detached(restoring, 'detached');
  const { bytes, size } = file;
  const plan = await task.slices(planMerge(cookies, { bytes, size, now: service.now }));
  if (plan.refused === undefined && plan.conflicts === 0 && cookies.dirty) {
    await task.slices(commitMerge(cookies, plan, { lines: new Map() }, MERGED));
    return adopted(restoring, { path, file, cookies, known: file.known, outcome: 'merged' });
  }
  const sha256 = state.meta.disk ?? hashChunks([state.saved]);
  // A time that no file has: the disk is looked at, and found to hold something else.
  const known = { state: { ...file.state, mtimeNs: 0n, size: state.saved.length }, sha256: () => sha256 };
  return adopted(restoring, { path, file, cookies, known, outcome: 'conflict' });
}

async function opened(
  { service, task, state }: Restoring,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<CookieDocument | undefined> {
  const { title, format } = state.meta;
  try {
    return (await openBytes({ service, task, name: title, bytes, as: format })).cookies;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** Makes the document what it was. False when its bytes would not be exactly those. */
async function become({ service, task, state }: Restoring, cookies: CookieDocument): Promise<boolean> {
  const plan = await task.slices(
    planReload(cookies, { bytes: state.present, keepEdits: false, now: service.now }),
  );
  if (plan.refused !== undefined) return false;
  await task.slices(commitContent(cookies, plan, LABEL));
  return hashChunks(cookies.write()) === hashChunks([state.present]);
}

interface Adopting {
  readonly path: FilePath;
  readonly file: DocumentFile;
  readonly cookies: CookieDocument;
  readonly known: KnownContent;
  readonly outcome: Restored['file'];
}

function adopted(restoring: Restoring, { path, file, cookies, known, outcome }: Adopting): OpenDocument {
  const { service, state, claim } = restoring;
  cookies.setMode(file.state.mode);
  void filePlace(file.state.realPath).then((place) => cookies.setPlace(place));
  return service.adopt(state.meta.title, { cookies }, (document) => {
    claim(document);
    void tie(service, document, { path, known, readOnly: file.writable ? undefined : 'permission' });
    document.noteRestored(noteOf(restoring, cookies, outcome));
  });
}

function noteOf({ state }: Restoring, cookies: CookieDocument, file: Restored['file']): Restored {
  return { file, at: state.meta.at, changes: countChanges(cookies).total };
}
