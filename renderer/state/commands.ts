import { commands as known } from '#shared/api/commands.ts';
import type { CommandId } from '#shared/api/commands.ts';
import { messages } from '../ui/messages.ts';
import { activeDocument, appStore } from './app-store.ts';
import type { AppState } from './app-store.ts';
import { canRun } from './command-conditions.ts';
import { runners } from './command-runners.ts';
import { host } from './engine.ts';

/** A command as menu, palette, cheat sheet and keymap use it. */
export interface WindowCommand {
  readonly id: CommandId;
  readonly keys: readonly string[];
}

/** Keys besides the one that the menu shows. */
const FURTHER_KEYS: Partial<Readonly<Record<CommandId, readonly string[]>>> = {
  'view.find': ['/'],
  'view.inspector': ['Space'],
  'edit.selectAll': ['CmdOrCtrl+A'],
};

/** A browser keeps these for itself; the page gets others. */
const BROWSER_KEYS: Partial<Readonly<Record<CommandId, string>>> = {
  'file.new': 'Alt+N',
  'file.close': 'Alt+W',
  'view.changes': 'Alt+C',
};

/** Every command with the keys that work under this host, the one to show first. */
export function windowCommands(): readonly WindowCommand[] {
  return known.map((command) => {
    const usual = 'keys' in command ? [command.keys] : [];
    const instead = host().kind === 'browser' ? BROWSER_KEYS[command.id] : undefined;
    const first = instead === undefined ? usual : [instead];
    return { id: command.id, keys: [...first, ...(FURTHER_KEYS[command.id] ?? [])] };
  });
}

/** What a command is called now: undo and redo name their step. */
export function labelOf(state: AppState, id: CommandId): string {
  const document = activeDocument(state);
  if (id === 'edit.undo' && document?.undo !== undefined) return messages.labels.undo(document.undo);
  if (id === 'edit.redo' && document?.redo !== undefined) return messages.labels.redo(document.redo);
  return known.find((command) => command.id === id)?.label ?? id;
}

/** The key to show beside a command. */
export function keysOf(id: CommandId): string | undefined {
  return windowCommands().find((command) => command.id === id)?.keys[0];
}

/** Whether a command can be used now. */
export function isEnabled(state: AppState, id: CommandId): boolean {
  return canRun[id](state, host().kind === 'desktop');
}

/** Runs a command if it can be used now. */
export function runCommand(id: CommandId): void {
  if (isEnabled(appStore.getState(), id)) void runners[id]();
}

/** The command of that id, for ids that come from outside the page. */
export function commandId(id: string): CommandId | undefined {
  return known.find((command) => command.id === id)?.id;
}
