import { MOST_NAME } from '#shared/api/settings.ts';
import type { SavedView } from '#shared/api/settings.ts';
import { viewMessages } from '../ui/view-messages.ts';

/** Names are the same in any case, and whatever blanks stand around them. */
export function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** What is wrong with a name for a view; nothing when it can be given. `others`: names that it must not have. */
export function nameTrouble(name: string, others: readonly SavedView[] = []): string | undefined {
  if (name.trim() === '') return viewMessages.missing;
  if (name.trim().length > MOST_NAME) return viewMessages.tooLong;
  return others.some((other) => sameName(other.name, name)) ? viewMessages.taken : undefined;
}

/** The views with another one: in the place of the one that has its name, else at the end. */
export function withSavedView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const at = views.findIndex(({ name }) => sameName(name, view.name));
  return at < 0 ? [...views, view] : views.with(at, view);
}
