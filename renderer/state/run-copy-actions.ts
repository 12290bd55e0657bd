import type { Params } from '#shared/api/api.ts';
import type { RunCopy } from '#shared/api/run-copy.ts';
import { messages } from '../ui/messages.ts';
import { runCopyMessages } from '../ui/sharing-messages.ts';
import { appStore } from './app-store.ts';
import { take } from './document-actions.ts';
import { call, host } from './engine.ts';
import { announce, attempt, notify } from './notices.ts';

/** Shows the throw-away copies of a document, or how to make one. */
export function showRunCopy(document: string): void {
  appStore.setState({ dialog: { kind: 'runCopy', document } });
}

/** Makes a copy for one run of a program; nothing when that failed. */
export function makeRunCopy(order: Params<'runCopy.make'>): Promise<RunCopy | undefined> {
  return attempt(() => call('runCopy.make', order));
}

/** Takes over what a program changed, as one step. */
export async function takeRunCopy(copy: string, dropped: boolean): Promise<void> {
  const info = await attempt(() => call('runCopy.take', { copy, dropped }));
  if (info === undefined) return;
  take(info);
  if (info.undo !== undefined) announce(messages.notices.past(info.undo));
}

export async function discardRunCopy(copy: string): Promise<void> {
  await attempt(() => call('runCopy.discard', { copy }));
}

/** Copies the command of a copy; there is no value in it. */
export async function copyRunCommand(command: string): Promise<void> {
  await attempt(() => host().copyText(command));
  notify({ tone: 'done', title: runCopyMessages.copied, details: [] });
}
