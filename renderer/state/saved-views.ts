import type { SavedView } from '#shared/api/settings.ts';
import { messages } from '../ui/messages.ts';
import { viewMessages } from '../ui/view-messages.ts';
import { activeView, appStore } from './app-store.ts';
import { gridControl } from './grid-control.ts';
import { announce, notify } from './notices.ts';
import { changePreferences } from './preferences.ts';
import { writeQuery } from './view-actions.ts';
import { withSavedView } from './view-names.ts';

function savedViews(): readonly SavedView[] {
  return appStore.getState().preferences.views;
}

function keep(views: readonly SavedView[]): void {
  void changePreferences({ views: [...views] });
}

/** Keeps the filter, the order and the columns of the active document under a name. */
export function saveView(name: string): void {
  const view = activeView(appStore.getState());
  if (view === undefined) return;
  const before = savedViews();
  const columns = gridControl()?.arrangement();
  const saved = {
    name: name.trim(),
    query: view.query,
    sort: [...view.sort],
    ...(columns !== undefined && { columns: [...columns] }),
  };
  keep(withSavedView(before, saved));
  tell(viewMessages.saved(saved.name), before);
}

/** Shows what a view says in the active document. */
export function showView({ name, query, sort, columns }: SavedView): void {
  const { active } = appStore.getState();
  if (active === undefined) return;
  gridControl()?.arrange(sort, columns);
  writeQuery(active, query, 0);
  announce(viewMessages.shown(name));
}

/** Gives a view another name. */
export function renameView(view: SavedView, name: string): void {
  keep(savedViews().map((one) => (one.name === view.name ? { ...one, name: name.trim() } : one)));
}

/** Deletes a view; the notice brings it back. */
export function deleteView({ name }: SavedView): void {
  const before = savedViews();
  keep(before.filter((one) => one.name !== name));
  tell(viewMessages.deleted(name), before);
}

function tell(title: string, before: readonly SavedView[]): void {
  notify({ tone: 'done', title, details: [], action: { label: messages.undo, run: () => keep(before) } });
}
