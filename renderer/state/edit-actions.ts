import type { MethodName, Params, Result } from '#shared/api/api.ts';
import type { EditableField } from '#shared/api/common.ts';
import type { EditResult } from '#shared/api/edit.ts';
import { messages } from '../ui/messages.ts';
import { activeDocument, activeView, appStore } from './app-store.ts';
import type { AppState } from './app-store.ts';
import type { CommandTarget } from './command-target.ts';
import { take, undo } from './document-actions.ts';
import { call } from './engine.ts';
import { gridControl } from './grid-control.ts';
import { announce, attempt, notify } from './notices.ts';
import { clearQuery, focusRow, reloadView } from './view-actions.ts';

/** The selection, else the line that has the focus; nothing while a query is on its way. */
export function commandTarget(state: AppState): CommandTarget | undefined {
  const view = activeView(state);
  if (view === undefined || !view.settled) return undefined;
  const document = view.info.document;
  if (view.info.selected > 0) {
    return { document, target: { view: view.info.id, which: 'selection' }, count: view.info.selected };
  }
  if (view.focus === undefined || view.info.matches === 0) return undefined;
  return { document, target: { ids: [view.focus.id] }, count: 1 };
}

type EditMethod = {
  [Name in MethodName]: Result<Name> extends EditResult ? Name : never;
}[MethodName];

/** Runs an edit and takes in the document as it is then; `tell` shows what was done, with a way back. */
export async function edit<Name extends EditMethod>(
  method: Name,
  params: Params<Name>,
  { tell = false }: { readonly tell?: boolean } = {},
): Promise<EditResult | undefined> {
  const result: EditResult | undefined = await attempt(() => call(method, params));
  if (result === undefined) return undefined;
  take(result.document);
  if (result.changed === 0) return result;
  if (tell) {
    const action = { label: messages.undo, run: () => void undo() };
    notify({ tone: 'done', title: messages.notices.past(result.label), details: [], action });
  } else announce(messages.notices.past(result.label));
  return result;
}

type LineMethod = 'edit.duplicate' | 'edit.remove' | 'edit.expire';

/** Runs a command on the selection, else on the line that has the focus. */
export async function editTarget(method: LineMethod): Promise<void> {
  const given = commandTarget(appStore.getState());
  if (given !== undefined) await editLines(method, given);
}

/** Runs a command on some lines. */
export async function editLines(method: LineMethod, given: CommandTarget): Promise<void> {
  const { document, target, count } = given;
  const result = await edit(method, { document, target }, { tell: method === 'edit.remove' || count > 1 });
  if (method === 'edit.duplicate' && result !== undefined) await showAdded(document, result.added);
}

/** Sets one field of one line. The failure, if any, is the caller's to show. */
export async function setField(
  document: string,
  id: number,
  change: { readonly field: EditableField; readonly text: string },
): Promise<void> {
  const result = await call('edit.set', { document, target: { ids: [id] }, ...change });
  take(result.document);
  if (result.changed > 0) announce(result.label);
}

/** Adds an entry, like the focused one's site where there is one, and opens its name for typing. */
export async function addEntry(): Promise<void> {
  const document = activeDocument(appStore.getState());
  if (document === undefined) return;
  const fields = { name: 'name', value: '', domain: 'example.com', path: '/' };
  const result = await edit('edit.add', { document: document.id, fields });
  if (result === undefined) return;
  await showAdded(document.id, result.added, true);
}

/** Brings added lines into sight; a filter that hides them is cleared, so that nobody wonders where they went. */
export async function showAdded(document: string, added: readonly number[], edit = false): Promise<void> {
  const id = added.at(-1);
  const view = appStore.getState().views[document];
  if (id === undefined || view === undefined) return;
  await reloadView(document);
  const position = (await locate(view.info.id, id)) ?? (await locateUnfiltered(document, id));
  if (position !== undefined) gridControl()?.goTo(position, { field: 'name', edit });
}

/** Applies a rule's fix to all its findings, or to those on some lines. */
export async function fix(document: string, rule: string, ids?: readonly number[]): Promise<void> {
  const target = ids === undefined ? {} : { target: { ids: [...ids] } };
  await edit('edit.fix', { document, rule, ...target }, { tell: ids === undefined });
}

/** The way to the next problem, while the engine looks for it. */
let walking: Promise<void> = Promise.resolve();

/** Fixes the first problem of the focused line that has a fix. */
export async function fixFocused(): Promise<void> {
  // Scenario: F8 and then Ctrl+. faster than the engine finds the next problem.
  await walking;
  const view = activeView(appStore.getState());
  if (view?.focus === undefined) return;
  const { document } = view.info;
  const { id } = view.focus;
  const detail = await attempt(() => call('entry.get', { document, id }));
  const found = detail?.findings.find((finding) => finding.fixable);
  if (found !== undefined) await fix(document, found.rule, [id]);
}

/** Takes pending changes back; without ids all of them. */
export async function discardChanges(document: string, ids?: readonly number[]): Promise<void> {
  const params = ids === undefined ? { document } : { document, ids: [...ids] };
  const info = await attempt(() => call('changes.discard', params));
  if (info !== undefined) take(info);
}

/** Goes to the next or the previous line with a problem. */
export function walkProblems(backwards: boolean): Promise<void> {
  walking = walking.then(() => walkToProblem(backwards));
  return walking;
}

async function walkToProblem(backwards: boolean): Promise<void> {
  const view = activeView(appStore.getState());
  if (view === undefined) return;
  const from = view.focus?.position ?? (backwards ? view.info.matches : -1);
  const { position, id } = await call('view.nextFinding', { view: view.info.id, from, backwards });
  if (position === undefined || id === undefined) {
    notify({ tone: 'done', title: messages.notices.noProblems, details: [] });
    return;
  }
  // The grid tells of it later, when it has the row.
  focusRow(view.info.document, { id, position });
  gridControl()?.goTo(position);
}

async function locate(view: string, id: number): Promise<number | undefined> {
  return (await attempt(() => call('view.locate', { view, id })))?.position;
}

/** Clears the filter, for a line that it hides. */
async function locateUnfiltered(document: string, id: number): Promise<number | undefined> {
  const view = appStore.getState().views[document];
  if (view === undefined) return undefined;
  await clearQuery(document);
  return locate(view.info.id, id);
}

/** Goes to a line wherever it stands; a filter that hides it is cleared. */
export async function goToLine(document: string, id: number): Promise<void> {
  const view = appStore.getState().views[document];
  if (view === undefined) return;
  const position = (await locate(view.info.id, id)) ?? (await locateUnfiltered(document, id));
  if (position !== undefined) gridControl()?.goTo(position);
}
