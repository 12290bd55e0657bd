import type { Result } from '#shared/api/api.ts';
import type { DocumentInfo } from '#shared/api/document.ts';
import type { TransferChoicesInput, TransferFrom, TransferInfo } from '#shared/api/transfer.ts';
import type { GivenFile } from '../client/host.ts';
import { messages } from '../ui/messages.ts';
import { transferMessages } from '../ui/transfer-messages.ts';
import { activeDocument, appStore } from './app-store.ts';
import { activate, close, take, undo } from './document-actions.ts';
import type { CommandTarget } from './command-target.ts';
import { commandTarget, showAdded } from './edit-actions.ts';
import { call, host } from './engine.ts';
import { arrange } from './layout-actions.ts';
import { attempt, notify } from './notices.ts';
import { draftOf, keepDraft } from './set-cookie-actions.ts';

/** How cookies come into a document: it decides what the step and its dialog are called. */
export type TransferWay = 'paste' | 'import' | 'copy' | 'move';

/** What is on its way into a document. */
export interface Arrival {
  readonly document: string;
  readonly from: TransferFrom;
  readonly way: TransferWay;
  /** The document was made for it, and goes if nothing comes in. */
  readonly made?: true;
}

/** What was pasted are secrets: they are kept here, not in the store, and only while their dialog is open. */
let waiting: Arrival | undefined;

/** What the transfer dialog is about. */
export function waitingArrival(): Arrival | undefined {
  return waiting;
}

/** The dialog is closed: nothing of what was pasted is kept. */
export function forgetArrival(): void {
  waiting = undefined;
}

/** Adds what was pasted to a document; what meets entries that are there, or loses something, is shown first. */
export async function pasteInto(document: string, text: string): Promise<void> {
  if (text.trim() === '') notify({ tone: 'failed', title: messages.notices.nothingToPaste, details: [] });
  else await bringIn({ document, from: { text }, way: 'paste' });
}

/** Pastes what is on the clipboard, for hosts and keyboards without a paste of their own. */
export async function pasteClipboard(document: string): Promise<void> {
  const text = await attempt(() => host().readClipboard());
  if (text !== undefined) await pasteInto(document, text);
}

/** Asks for a file and brings its cookies into the document. */
export async function importInto(document: string): Promise<void> {
  const file = await attempt(() => host().chooseFile());
  if (file !== undefined) await importFrom(document, file);
}

/** Brings the cookies of a file that was dropped into the document. */
export async function importDropped(document: string, file: File): Promise<void> {
  const given = await attempt(() => host().droppedFile(file));
  if (given !== undefined) await importFrom(document, given);
}

async function importFrom(document: string, file: GivenFile): Promise<void> {
  await bringIn({ document, from: file, way: 'import' });
}

/** Brings lines of one document into another one. */
export async function sendTo(
  { document: source, target }: Pick<CommandTarget, 'document' | 'target'>,
  to: string,
  way: 'copy' | 'move',
  made: Pick<Arrival, 'made'> = {},
): Promise<void> {
  await bringIn({ document: to, from: { document: source, target }, way, ...made });
}

/** Brings lines of a document into a new one that can hold all that it does. */
export async function sendToNew(
  lines: Pick<CommandTarget, 'document' | 'target'>,
  way: 'copy' | 'move',
): Promise<void> {
  const made = await attempt(() => call('transfer.create', { like: lines.document }));
  if (made === undefined) return;
  take(made);
  activate(made.id);
  await sendTo(lines, made.id, way, { made: true });
}

/** Asks which document the selected lines go to. */
export function chooseWhere(way: 'copy' | 'move'): void {
  const lines = commandTarget(appStore.getState());
  if (lines !== undefined) appStore.setState({ dialog: { kind: 'sendTo', lines, way } });
}

/** The person thought better of it: a document that was made for it and is empty goes as well. */
export async function dropArrival({ document, made }: Arrival): Promise<void> {
  const known = appStore.getState().documents.find(({ id }) => id === document);
  if (made === true && known?.version === 0) await close(document);
}

async function bringIn(arrival: Arrival): Promise<void> {
  const { document, from } = arrival;
  const opened = await attempt(() => call('transfer.open', { document, from }));
  if (opened === undefined) return;
  if (opened.kind === 'set-cookie') showHeaders(arrival);
  else if (opened.kind === 'rows' && !needsReview(opened)) {
    await applyArrival(arrival, opened, { changed: true, except: [] });
  } else {
    waiting = arrival;
    appStore.setState({ dialog: { kind: 'transfer', document } });
  }
}

/** Rows that are all new and lose nothing need no look. */
function needsReview({ counts, losses }: TransferInfo): boolean {
  const { unfit, changed, identical, repeated } = counts;
  return unfit + changed + identical + repeated + losses.length > 0;
}

/** Set-Cookie headers belong into their own panel: what they do depends on where they came from. */
function showHeaders({ document, from }: Arrival): void {
  if (!('text' in from)) {
    const title = 'name' in from ? from.name : transferMessages.send.choose;
    notify({ tone: 'failed', title: transferMessages.setCookieFile(title), details: [] });
    return;
  }
  keepDraft(document, { ...draftOf(document), text: from.text });
  // The panel reads what is kept for it when it comes up.
  arrange({ bottom: false });
  setTimeout(() => arrange({ bottom: true, bottomTab: 'set-cookie' }), 0);
  notify({ tone: 'done', title: transferMessages.setCookie, details: [] });
}

/** Makes the step that was chosen; true when it was made. */
export async function applyArrival(
  { document, way }: Arrival,
  { transfer }: Pick<TransferInfo, 'transfer'>,
  choices: TransferChoicesInput,
): Promise<boolean> {
  const move = way === 'move' ? { move: true } : {};
  const result = await attempt(() => call('transfer.apply', { transfer, choices, ...move }));
  if (result === undefined) return false;
  take(result.document);
  if (result.left !== undefined) take(result.left);
  tell(result);
  if (activeDocument(appStore.getState())?.id === document) await showAdded(document, result.added);
  return true;
}

/** What was done, with a way back where the document is before the person, else a way to it. */
function tell({ document, label, left }: Result<'transfer.apply'>): void {
  const isHere = activeDocument(appStore.getState())?.id === document.id;
  const action = isHere
    ? { label: messages.undo, run: () => void undo() }
    : { label: transferMessages.show(document.title), run: () => activate(document.id) };
  const title = messages.notices.past(isHere ? label : (left?.undo ?? label));
  notify({ tone: 'done', title, details: [], action });
}

/** The open documents that lines of one can go to. */
export function otherDocuments(documents: readonly DocumentInfo[], source: string): readonly DocumentInfo[] {
  return documents.filter(({ id, readOnly }) => id !== source && readOnly !== 'format');
}
