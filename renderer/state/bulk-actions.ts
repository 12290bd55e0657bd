import type { BulkOperation, OnCollision } from '#shared/api/bulk.ts';
import type { Target } from '#shared/api/common.ts';
import { bulkMessages } from '../ui/bulk-messages.ts';
import { messages } from '../ui/messages.ts';
import { appStore } from './app-store.ts';
import type { BulkKind } from './bulk-kind.ts';
import { take, undo } from './document-actions.ts';
import { commandTarget } from './edit-actions.ts';
import { call } from './engine.ts';
import { announce, attempt, notify } from './notices.ts';
import { reloadView } from './view-actions.ts';

/** Shows what can be done to many cookies of a document. */
export function showBulkEdit(document: string, start: BulkKind = 'set'): void {
  appStore.setState({ dialog: { kind: 'bulkEdit', document, start } });
}

/** Shows what the fix of a rule would do to the cookies that it reports. */
export function reviewFix(document: string, rule: string): void {
  appStore.setState({ dialog: { kind: 'bulkEdit', document, start: 'fix', rule } });
}

/** Does an operation to many cookies, and tells it with a way back; true when it was done. */
export async function bulkEdit(request: {
  readonly document: string;
  readonly target: Target;
  readonly operation: BulkOperation;
  readonly onCollision: OnCollision;
}): Promise<boolean> {
  const done = await attempt(() => call('bulk.apply', request));
  if (done === undefined) return false;
  take(done.document);
  notify({
    tone: 'done',
    title: messages.notices.past(done.label),
    details: done.spared > 0 ? [bulkMessages.spared(done.spared)] : [],
    action: { label: messages.undo, run: () => void undo() },
  });
  return true;
}

/** Marks the selection, else the focused line, as protected, or takes the mark away. */
export async function protect(on: boolean): Promise<void> {
  const given = commandTarget(appStore.getState());
  if (given === undefined) return;
  const { document, target } = given;
  const answer = await attempt(() => call('bulk.protect', { document, target, on }));
  if (answer === undefined) return;
  announce(bulkMessages.protectedNow(answer.protected));
  await reloadView(document);
}
