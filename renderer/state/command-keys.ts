import { commands as known } from '#shared/api/commands.ts';
import type { CommandId } from '#shared/api/commands.ts';
import type { Preferences } from '#shared/api/settings.ts';
import { sameKeys } from '../ui/keymap.ts';

/** Where the window runs: a browser keeps some keys for itself. */
export type HostKind = 'desktop' | 'browser';

/** The keys that a person has given to commands, by command id. */
export type ChosenKeys = Preferences['keys'];

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
  'view.nextDocument': ['CmdOrCtrl+Tab'],
  'view.previousDocument': ['CmdOrCtrl+Shift+Tab'],
};

/** What the page has instead of keys that a browser keeps. */
const BROWSER_KEYS: Partial<Readonly<Record<CommandId, readonly string[]>>> = {
  'file.new': ['Alt+N'],
  'file.close': ['Alt+W'],
  'edit.bulk': ['Alt+B'],
  'view.expiry': ['Alt+X'],
  'view.changes': ['Alt+C'],
  'view.request': ['Alt+R'],
  'view.setCookie': ['Alt+H'],
  'view.overview': ['Alt+O'],
  'view.nextDocument': ['Alt+PageDown'],
  'view.previousDocument': ['Alt+PageUp'],
};

/** Keys that never reach a page, or that people would miss in their browser. */
const KEPT_BY_BROWSERS = [
  ...['N', 'T', 'W', 'PageDown', 'PageUp', 'Tab'].flatMap((key) => [
    `CmdOrCtrl+${key}`,
    `CmdOrCtrl+Shift+${key}`,
  ]),
  ...['C', 'I', 'J', 'H', 'R', 'Delete'].map((key) => `CmdOrCtrl+Shift+${key}`),
  'CmdOrCtrl+L',
  'CmdOrCtrl+R',
  'F5',
  'F11',
  'F12',
  'Alt+F4',
  'Alt+D',
  'Alt+Home',
];

/** Keys that walk in lists and fields, close what is open, or show values while held: the same for everybody. */
const KEPT_BY_WINDOW = [
  'Enter',
  'Tab',
  'Shift+Tab',
  'Escape',
  'Up',
  'Down',
  'Left',
  'Right',
  'R',
  'Shift+F10',
];

/** Who keeps a key, so that no command can have it; nothing for a key that is free to be given. */
export function keeperOf(spelling: string, host: HostKind): 'window' | 'browser' | undefined {
  if (KEPT_BY_WINDOW.some((kept) => sameKeys(kept, spelling))) return 'window';
  return host === 'browser' && KEPT_BY_BROWSERS.some((kept) => sameKeys(kept, spelling))
    ? 'browser'
    : undefined;
}

/** The keys of a command where nobody has chosen others. */
export function usualKeys(id: CommandId, host: HostKind): readonly string[] {
  const command = known.find((one) => one.id === id);
  const own = command !== undefined && 'keys' in command ? [command.keys] : [];
  const all = [...own, ...(FURTHER_KEYS[id] ?? [])];
  return host === 'browser' ? (BROWSER_KEYS[id] ?? all) : all;
}

/** Every command with the keys that work under a host. Chosen keys that the host keeps are left out, for the usual ones. */
export function commandKeys(host: HostKind, chosen: ChosenKeys = {}): readonly CommandKeys[] {
  return known.map(({ id }) => {
    const own = chosen[id];
    const working = own?.filter((spelling) => keeperOf(spelling, host) === undefined);
    const lost = own !== undefined && own.length > 0 && working?.length === 0;
    return { id, keys: lost ? usualKeys(id, host) : (working ?? usualKeys(id, host)) };
  });
}
