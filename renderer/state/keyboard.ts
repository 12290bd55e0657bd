import { isMac, pressMatches } from '../ui/keymap.ts';
import type { KeyPress } from '../ui/keymap.ts';
import type { CommandId } from '#shared/api/commands.ts';
import { activeView, appStore } from './app-store.ts';
import { keyApplies } from './key-places.ts';
import type { Place } from './key-places.ts';
import { isEnabled, runCommand, windowCommands } from './commands.ts';
import { revealAll, selectAndReload } from './view-actions.ts';

/** The command that a key press stands for. */
export function commandFor(press: KeyPress, place: Place): CommandId | undefined {
  return windowCommands().find(({ id, keys }) =>
    keys.some((spelling) => pressMatches(press, spelling, isMac) && keyApplies(spelling, id, place)),
  )?.id;
}

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.closest('input:not([type=checkbox]), textarea, [contenteditable=true]') !== null) return 'text';
  if (target.closest('[data-grid]') !== null) return 'grid';
  return target.closest('button, a, [role=tab], [role=treeitem], input, select') === null
    ? 'elsewhere'
    : 'control';
}

function clearSelection(): void {
  const view = activeView(appStore.getState());
  if (view !== undefined && view.info.selected > 0)
    void selectAndReload(view.info.document, { kind: 'none' });
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || appStore.getState().dialog !== undefined) return;
  if (document.querySelector('[role=menu], [role=dialog]') !== null) return;
  const place = placeOf(event.target);
  const id = commandFor(event, place);
  if (id !== undefined) {
    if (!isEnabled(appStore.getState(), id) && place === 'text') return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat || id === 'edit.undo' || id === 'edit.redo') runCommand(id);
    return;
  }
  if (event.key !== 'Escape' || place === 'text') return;
  event.preventDefault();
  clearSelection();
}

const REVEAL_KEY = 'r';

/** The document whose values are shown because the key is held. */
let held: string | undefined;

/** Values are shown for as long as the key is held with the keyboard in the grid. */
function onHold(event: KeyboardEvent): void {
  const { active } = appStore.getState();
  if (active === undefined || event.key.toLowerCase() !== REVEAL_KEY || event.ctrlKey || event.metaKey)
    return;
  if (event.repeat || placeOf(event.target) !== 'grid') return;
  held = active;
  revealAll(active, true);
}

/** Scenario: the window loses the keyboard while the key is down; it never hears that it was let go. */
function onLetGo(event: Event): void {
  if (held === undefined) return;
  if (event instanceof KeyboardEvent && event.key.toLowerCase() !== REVEAL_KEY) return;
  revealAll(held, false);
  held = undefined;
}

/** Listens for the window's keys: the only place that does. Capturing, so that it comes before the grid. */
export function listenForKeys(): void {
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('keydown', onHold);
  window.addEventListener('keyup', onLetGo);
  window.addEventListener('blur', onLetGo);
}
