import { commands as known } from '#shared/api/commands.ts';
import type { CommandId } from '#shared/api/commands.ts';

/** A command and the keys that run it, the one to show first. */
export interface CommandKeys {
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
  'view.request': 'Alt+R',
  'view.setCookie': 'Alt+H',
};

/** Every command with the keys that work under a host. */
export function commandKeys(host: 'desktop' | 'browser'): readonly CommandKeys[] {
  return known.map((command) => {
    const usual = 'keys' in command ? [command.keys] : [];
    const instead = host === 'browser' ? BROWSER_KEYS[command.id] : undefined;
    const first = instead === undefined ? usual : [instead];
    return { id: command.id, keys: [...first, ...(FURTHER_KEYS[command.id] ?? [])] };
  });
}
