import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { commands } from '#shared/api/commands.ts';
import type { Command, CommandId } from '#shared/api/commands.ts';
import { menuLayout } from './menu-layout.ts';
import type { MenuEntry } from './menu-layout.ts';

/** Which commands can be used now, what some are called now ("Undo Delete 14 Cookies") and their keys, by command id. */
export interface MenuState {
  readonly enabled: Readonly<Record<string, boolean>>;
  readonly labels: Readonly<Record<string, string>>;
  /** In Electron's spelling; empty for a command without keys. */
  readonly keys: Readonly<Record<string, string>>;
}

/** What a menu item does beyond the page's commands. */
export interface MenuActions {
  readonly command: (id: CommandId) => void;
  readonly openRecent: (file: string) => void;
}

const commandOf: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.id, command]));

interface MenuContext {
  readonly state: MenuState;
  readonly recent: readonly string[];
  readonly actions: MenuActions;
}

function commandItem(id: CommandId, { state, actions }: MenuContext): MenuItemConstructorOptions {
  const command = commandOf.get(id);
  const keys = state.keys[id] ?? command?.keys ?? '';
  return {
    id,
    label: (state.labels[id] ?? command?.label ?? id).replaceAll('&', '&&'),
    enabled: state.enabled[id] ?? true,
    ...(keys !== '' && { accelerator: keys }),
    // The page's keymap acts on the keys, so that each fires once and can be remapped.
    registerAccelerator: process.platform === 'darwin',
    click: () => actions.command(id),
  };
}

function recentItem({ recent, actions }: MenuContext): MenuItemConstructorOptions {
  return {
    label: 'Open Recent',
    enabled: recent.length > 0,
    submenu: recent.map((file) => ({
      label: file.replaceAll('&', '&&'),
      click: () => actions.openRecent(file),
    })),
  };
}

function item(entry: MenuEntry, context: MenuContext): MenuItemConstructorOptions {
  if (entry === 'separator') return { type: 'separator' };
  if (entry === 'recent') return recentItem(context);
  if ('command' in entry) return commandItem(entry.command, context);
  if ('role' in entry) return { role: entry.role };
  return { label: entry.submenu, submenu: entry.entries.map((child) => item(child, context)) };
}

/** Shows the menu as it should be now. */
export function showMenu(context: MenuContext): void {
  const menus = menuLayout(process.platform).map((menu) => item(menu, context));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
}
