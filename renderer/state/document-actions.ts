import type { Params } from '#shared/api/api.ts';
import { AppError } from '#shared/api/app-error.ts';
import type { DocumentInfo } from '#shared/api/document.ts';
import { base64Of } from '../client/base64.ts';
import type { FileFormat, OpenFile } from '../client/host.ts';
import { messages } from '../ui/messages.ts';
import { activeDocument, appStore } from './app-store.ts';
import { revisionOf, withDocument, withoutDocument } from './document-list.ts';
import { call, host } from './engine.ts';
import { announce, attempt, notify } from './notices.ts';
import { dropPreview, followingPreviews, previewOf, stopReading } from './previews.ts';
import { openView, reloadView } from './view-actions.ts';

/** Takes in news of a document and brings its view up to it. */
export function take(document: DocumentInfo): void {
  const before = revisionOf(appStore.getState(), document.id);
  appStore.setState((state) => withDocument(state, document));
  const after = appStore.getState();
  const view = after.views[document.id];
  if (view === undefined) {
    if (after.active === document.id) void openView(document.id);
    return;
  }
  if (view.info.version < document.version || before !== revisionOf(after, document.id))
    void reloadView(document.id);
}

/** Makes a document's tab the active one. */
export function activate(id: string): void {
  appStore.setState({ active: id });
  sessionStorage.setItem('crumbs-active', id);
  void openView(id);
}

async function show(open: () => Promise<DocumentInfo | undefined>): Promise<DocumentInfo | undefined> {
  const document = await attempt(() => followingPreviews(open));
  if (document === undefined) return undefined;
  take(document);
  activate(document.id);
  void loadRecent();
  return document;
}

/** So many files at once may be a mistake: a whole folder was selected. */
const MANY = 20;

/** Opens files; of many the person is asked first. */
export async function openFiles(files: readonly OpenFile[]): Promise<void> {
  if (files.length > MANY) appStore.setState({ dialog: { kind: 'openMany', files } });
  else await openEach(files);
}

/** Opens files, one after the other; each failure is told. */
export async function openEach(files: readonly OpenFile[]): Promise<void> {
  for (const open of files) await show(open);
}

/** Asks for files and opens them. */
export async function openByDialog(): Promise<void> {
  const files = await attempt(() => host().chooseFiles());
  await openFiles(files ?? []);
}

export async function openHandle(handle: string): Promise<void> {
  await show(() => call('document.open', { handle }));
}

/** Opens what belongs to another program: nothing is ever written back into it. */
export async function openCopy(handle: string): Promise<void> {
  await show(() => call('document.open', { handle, copy: true }));
}

export async function newDocument(): Promise<void> {
  await show(() => call('document.create', {}));
}

export async function openSample(): Promise<void> {
  await show(() => call('document.sample', {}));
}

/** Opens a table by the columns that a person named; true when it is open. */
export async function openTable(choice: Params<'columns.open'>): Promise<boolean> {
  return (await show(() => call('columns.open', choice))) !== undefined;
}

/** Opens pasted text as a document of its own. */
export async function openText(text: string): Promise<void> {
  if (text.trim() === '') {
    notify({ tone: 'failed', title: messages.notices.nothingToPaste, details: [] });
    return;
  }
  const base64 = await base64Of(new Blob([text]));
  await show(() => call('document.openBytes', { name: messages.labels.pastedName, base64 }));
}

/** The files opened lately, where the host keeps them. */
export async function loadRecent(): Promise<void> {
  const recent = await attempt(() => host().recentFiles());
  if (recent !== undefined) appStore.setState({ recent });
}

/** Saves; a document without a file is asked where to. True when it was written. */
export async function save(id: string, force = false): Promise<boolean> {
  const document = appStore.getState().documents.find((known) => known.id === id);
  if (document === undefined) return false;
  if (document.importedFrom !== undefined) {
    saveInAnotherFormat(id);
    return false;
  }
  return written(() =>
    document.readOnly === undefined ? host().save(document, force) : host().saveAs(document),
  );
}

/** Asks where to; true when it was written. Nothing is written back to what an import was read from: there the format is asked first. */
export async function saveAs(id: string, format?: FileFormat): Promise<boolean> {
  const document = appStore.getState().documents.find((known) => known.id === id);
  if (document === undefined) return false;
  if (document.importedFrom !== undefined && format === undefined) {
    saveInAnotherFormat(id);
    return false;
  }
  return written(() => host().saveAs(document, format));
}

/** Asks in which format the document shall go on. */
export function saveInAnotherFormat(id: string): void {
  appStore.setState({ dialog: { kind: 'saveAs', document: id } });
}

async function written(write: () => Promise<DocumentInfo | undefined>): Promise<boolean> {
  const document = await attempt(write);
  if (document === undefined) return false;
  take(document);
  void loadRecent();
  announce(messages.notices.saved(document.title));
  return true;
}

/** Runs a method that changes a whole document and takes in how it is then. */
export async function changeDocument(
  method:
    | 'document.revert'
    | 'document.reload'
    | 'document.keepMine'
    | 'document.keepRestored'
    | 'document.undo'
    | 'document.redo',
  id: string,
): Promise<void> {
  const document = await attempt(() => call(method, { document: id }));
  if (document !== undefined) take(document);
}

/** Gives up the edits that were brought back: the document becomes its file, or goes where there is none. */
export async function discardRestored({ id, hasFile }: DocumentInfo): Promise<void> {
  if (hasFile) await changeDocument('document.revert', id);
  else await close(id);
}

/** Takes the last step back, and says which. */
export async function undo(): Promise<void> {
  const document = activeDocument(appStore.getState());
  if (document?.undo === undefined) return;
  await changeDocument('document.undo', document.id);
  announce(messages.notices.undone(document.undo));
}

export async function redo(): Promise<void> {
  const document = activeDocument(appStore.getState());
  if (document?.redo === undefined) return;
  await changeDocument('document.redo', document.id);
  announce(messages.notices.redone(document.redo));
}

/** Reading a file is over. Where no document came of it, the tab that was active before is shown again. */
export function endPreview(id: string): void {
  const { documents, active, previews } = appStore.getState();
  const opened = documents.some((document) => document.id === id);
  // Its lines stay until the document's own are there.
  if (opened && active === id) return;
  const before = previews.find(({ document }) => document === id)?.before;
  dropPreview(id);
  if (opened || active !== id) return;
  const next = documents.find((document) => document.id === before) ?? documents.at(-1);
  if (next === undefined) appStore.setState(({ active: _gone, ...rest }) => rest, true);
  else activate(next.id);
}

/** Closes a document, asking first when it has changes; one that is still being read is not read any further. */
export async function requestClose(id: string): Promise<void> {
  const preview = previewOf(appStore.getState(), id);
  if (preview !== undefined) return stopReading(preview);
  const document = appStore.getState().documents.find((known) => known.id === id);
  if (document?.dirty === true && document.readOnly !== 'sample') {
    appStore.setState({ dialog: { kind: 'close', document: id } });
  } else await close(id);
}

/** Closes a document; its changes are gone. */
export async function close(id: string): Promise<void> {
  try {
    await call('document.close', { document: id });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'document-not-open') throw error;
  }
  forget(id);
}

/** Takes away the tab of a document that is closed. */
export function forget(id: string): void {
  appStore.setState((state) => withoutDocument(state, id));
  const { active } = appStore.getState();
  if (active !== undefined) activate(active);
}

/** The desktop wants to close the window: everything is saved or given up first, or it stays. */
export async function closeWindow(): Promise<void> {
  const desktop = host().desktop;
  if (desktop === undefined) return;
  const dirty = appStore
    .getState()
    .documents.filter((document) => document.dirty && document.readOnly !== 'sample');
  if (dirty.length > 0) {
    const choice = await desktop.confirmClose(dirty.map(({ title }) => title));
    if (choice === 'cancel') return;
    if (choice === 'discard') for (const { id } of dirty) await close(id);
    if (choice === 'save') for (const { id } of dirty) if (!(await save(id))) return;
  }
  await desktop.closeWindow();
}
