import type { Preview } from '#shared/api/preview.ts';
import { messages } from '../ui/messages.ts';
import { appStore } from './app-store.ts';
import type { AppState } from './app-store.ts';
import { call } from './engine.ts';
import { announce, attempt } from './notices.ts';

/** A large file that is being read: its first lines stand in for the document until that is there. */
export interface ShownPreview extends Preview {
  /** The tab that was active before. */
  readonly before?: string;
}

let awaited = 0;

/** Opens something; a preview that comes meanwhile is shown at once. */
export async function followingPreviews<Result>(open: () => Promise<Result>): Promise<Result> {
  awaited += 1;
  try {
    return await open();
  } finally {
    awaited -= 1;
  }
}

/** The preview that stands in for a document. */
export function previewOf({ previews }: AppState, id: string | undefined): ShownPreview | undefined {
  return previews.find(({ document }) => document === id);
}

/** Takes in the first lines of a file. This window goes there when it waits for a file, or shows none. */
export function showPreview(preview: Preview): void {
  const { previews, active } = appStore.getState();
  const others = previews.filter(({ document }) => document !== preview.document);
  const shown = active === undefined ? preview : { ...preview, before: active };
  appStore.setState({ previews: [...others, shown] });
  if (awaited === 0 && active !== undefined) return;
  appStore.setState({ active: preview.document });
  announce(messages.opening.began(preview.title));
}

/** Takes the first lines of a file away: its document is shown in their place. */
export function dropPreview(id: string): void {
  if (previewOf(appStore.getState(), id) === undefined) return;
  appStore.setState(({ previews }) => ({ previews: previews.filter(({ document }) => document !== id) }));
}

/** Stops reading the file that a preview is of. */
export async function stopReading({ task }: Preview): Promise<void> {
  await attempt(() => call('task.cancel', { task }));
}
