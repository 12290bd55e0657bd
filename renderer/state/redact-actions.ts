import type { Params } from '#shared/api/api.ts';
import { redactMessages } from '../ui/sharing-messages.ts';
import { appStore } from './app-store.ts';
import { activate, take } from './document-actions.ts';
import { call } from './engine.ts';
import { attempt, notify } from './notices.ts';

/** Asks which cookies of a document others may see. */
export function showRedact(document: string): void {
  appStore.setState({ dialog: { kind: 'redact', document } });
}

/** Opens a document like this one, without its secrets. */
export async function redactDocument(request: Params<'redact.open'>): Promise<void> {
  const info = await attempt(() => call('redact.open', request));
  if (info === undefined) return;
  take(info);
  activate(info.id);
  notify({ tone: 'done', title: redactMessages.done(info.title), details: [] });
}
