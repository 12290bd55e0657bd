import type { DocumentInfo } from '#shared/api/document.ts';
import type { MergeChoicesInput, MergeWith } from '#shared/api/merge.ts';
import { messages } from '../ui/messages.ts';
import { appStore } from './app-store.ts';
import { changeDocument, take } from './document-actions.ts';
import { call, host } from './engine.ts';
import { announce, attempt } from './notices.ts';

/** Shows a document beside its file, another file or an earlier version. */
export function reviewMerge(document: string, beside: MergeWith, keepDropped = false): void {
  appStore.setState({ dialog: { kind: 'merge', document, with: beside, keepDropped } });
}

/** Asks for a file and shows the document beside it. */
export async function compareWithFile(document: string): Promise<void> {
  const beside = await attempt(() => host().chooseFile());
  if (beside !== undefined) reviewMerge(document, beside);
}

/** Shows the document beside a file that was dropped on it. */
export async function compareWithDropped(document: string, file: File): Promise<void> {
  const beside = await attempt(() => host().droppedFile(file));
  if (beside !== undefined) reviewMerge(document, beside);
}

/** Puts the edits and what is on disk together; where they meet, the person decides first. */
export async function mergeWithDisk({ id }: DocumentInfo, keepDropped: boolean): Promise<void> {
  const opened = await attempt(() => call('merge.open', { document: id, with: { disk: true } }));
  if (opened === undefined) return;
  const { merge, conflicts } = opened;
  if (conflicts > 0) {
    await attempt(() => call('merge.close', { merge }));
    reviewMerge(id, { disk: true }, keepDropped);
    return;
  }
  await applyMerge(merge, { lines: [], keepDropped });
}

/** Takes what another program wrote. Edits of one's own are put together with it: none gives way without being asked about. */
export async function reloadFromDisk(id: string): Promise<void> {
  const info = appStore.getState().documents.find((document) => document.id === id);
  if (info?.dirty === true) await mergeWithDisk(info, false);
  else await changeDocument('document.reload', id);
}

/** Makes the document what was chosen; true when it was. */
export async function applyMerge(merge: string, choices: MergeChoicesInput): Promise<boolean> {
  const info = await attempt(() => call('merge.apply', { merge, choices }));
  if (info === undefined) return false;
  take(info);
  if (info.undo !== undefined) announce(messages.notices.past(info.undo));
  return true;
}
