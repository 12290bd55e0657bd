import type { Result } from '#shared/api/api.ts';
import { messages } from '../ui/messages.ts';
import { appStore } from './app-store.ts';
import { take } from './document-actions.ts';
import { call } from './engine.ts';
import { announce, attempt } from './notices.ts';

/** Shows what a document's file was earlier. */
export function showVersions(document: string): void {
  appStore.setState({ dialog: { kind: 'versions', document } });
}

/** Makes a document what its file was, as one step. */
export async function restoreVersion(document: string, version: string): Promise<void> {
  const info = await attempt(() => call('version.restore', { document, version }));
  if (info === undefined) return;
  take(info);
  if (info.undo !== undefined) announce(messages.notices.past(info.undo));
}

/** Removes the earlier versions of a document's file from the disk; nothing when that failed. */
export function purgeVersions(document: string): Promise<Result<'version.purge'> | undefined> {
  return attempt(() => call('version.purge', { document }));
}
