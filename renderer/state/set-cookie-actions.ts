import type { OriginWord } from '#shared/api/verdict.ts';
import { appStore } from './app-store.ts';
import { edit } from './edit-actions.ts';
import { withScheme } from './use-settled-answer.ts';

/** Headers that were pasted for a document, and where they came from. */
export interface HeadersDraft {
  readonly text: string;
  readonly url: string;
  readonly initiator: OriginWord;
  /** When they came, as a field for date and time has it; empty for now. */
  readonly time: string;
  readonly receiver: string;
}

const EMPTY: HeadersDraft = { text: '', url: '', initiator: 'same-site', time: '', receiver: 'chromium' };

/** Headers are secrets: they are kept here alone, as long as their document is open. */
const drafts = new Map<string, HeadersDraft>();

/** What was pasted for a document so far. */
export function draftOf(document: string): HeadersDraft {
  return drafts.get(document) ?? EMPTY;
}

/** Keeps what was pasted for when the panel is shown again. */
export function keepDraft(document: string, draft: HeadersDraft): void {
  const { documents } = appStore.getState();
  for (const id of drafts.keys()) if (!documents.some((open) => open.id === id)) drafts.delete(id);
  drafts.set(document, draft);
}

/** The draft as the engine takes it; nothing while it lacks headers or an address. */
export function headersOf({ text, url, initiator, time }: HeadersDraft) {
  if (text.trim() === '' || url.trim() === '') return undefined;
  const seconds = Math.floor(new Date(time).getTime() / 1000);
  return { text, url: withScheme(url), initiator, ...(Number.isFinite(seconds) && { time: seconds }) };
}

/** Does to the document what the headers do to the browser's cookies. */
export async function applyHeaders(document: string, draft: HeadersDraft): Promise<void> {
  const headers = headersOf(draft);
  if (headers === undefined) return;
  await edit('setCookie.apply', { document, ...headers, receiver: draft.receiver }, { tell: true });
}
