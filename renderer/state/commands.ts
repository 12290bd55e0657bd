import { commands as known } from '#shared/api/commands.ts';
import type { CommandId } from '#shared/api/commands.ts';
import type { Preferences } from '#shared/api/settings.ts';
import { expiryMessages } from '../ui/expiry-messages.ts';
import { messages } from '../ui/messages.ts';
import { activeDocument, appStore } from './app-store.ts';
import type { AppState } from './app-store.ts';
import { commandKeys } from './command-keys.ts';
import type { CommandKeys } from './command-keys.ts';
import { canRun } from './command-conditions.ts';
import { runners } from './command-runners.ts';
import { host } from './engine.ts';

let worked: { readonly keys: Preferences['keys']; readonly commands: readonly CommandKeys[] } | undefined;

/** Every command with the keys that work under this host. */
export function windowCommands(): readonly CommandKeys[] {
  const { keys } = appStore.getState().preferences;
  // The same keys are asked for by every button that names its own.
  if (worked?.keys !== keys) worked = { keys, commands: commandKeys(host().kind, keys) };
  return worked.commands;
}

/** What a command is called now: undo and redo name their step. */
export function labelOf(state: AppState, id: CommandId): string {
  const document = activeDocument(state);
  if (id === 'edit.undo' && document?.undo !== undefined) return messages.labels.undo(document.undo);
  if (id === 'edit.redo' && document?.redo !== undefined) return messages.labels.redo(document.redo);
  if (id === 'edit.removeExpired' && (document?.expired ?? 0) > 0) {
    return expiryMessages.deleteExpired(document?.expired ?? 0);
  }
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
  const state = appStore.getState();
  // Scenario: an edit and then Ctrl+S, faster than the engine tells that there is something to save.
  const asks = id === 'file.save' && activeDocument(state) !== undefined;
  if (asks || isEnabled(state, id)) void runners[id]();
}

/** The command of that id, for ids that come from outside the page. */
export function commandId(id: string): CommandId | undefined {
  return known.find((command) => command.id === id)?.id;
}
