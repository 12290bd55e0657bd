import { errorText } from '#shared/api/error-text.ts';
import { ERROR_CODES } from '#shared/api/app-error.ts';
import type { SettingsTrouble } from '#shared/api/settings.ts';
import { showCount } from './numbers.ts';

/** What the settings of a file are called here, where they have a name of their own. */
const NAMES: Readonly<Record<string, string>> = {
  theme: 'theme',
  density: 'density',
  clients: 'programs',
  browsers: 'browsers',
  maskDots: 'number of dots',
  revealValues: 'values shown at first',
  hideAfter: 'time until values are hidden',
  clearAfter: 'time until the clipboard is cleared',
  restorePoints: 'limits of earlier versions',
  keys: 'keyboard shortcuts',
  views: 'saved views',
  recentFiles: 'recent files',
  windowBounds: 'place of the window',
};

function unreadable(code: string): string {
  const known = ERROR_CODES.find((one) => one === code) ?? 'read-failed';
  return errorText(known, { path: 'settings.json' }).happened;
}

/** What was wrong with the file of settings, and what holds instead. */
function trouble(found: SettingsTrouble): { readonly title: string; readonly text: string } {
  switch (found.kind) {
    case 'setAside':
      return {
        title: 'Your settings could not be read: the file is not valid JSON.',
        text: `The usual settings hold. The file was kept beside the new one as ${found.file}.`,
      };
    case 'unreadable':
      return {
        title: 'Your settings could not be read.',
        text: `${unreadable(found.code)} The usual settings hold, and changes may not be kept.`,
      };
    case 'unfit':
      return {
        title: 'Some of your settings are not what Crumbs takes.',
        text: `The usual ones hold for: ${found.names.map((name) => NAMES[name] ?? name).join(', ')}. The others are as you chose.`,
      };
  }
}

/** The words of the settings. */
export const settingsMessages = {
  trouble,
  title: 'Settings',
  text: 'Every change holds at once, in every window and on the command line.',
  sections: {
    look: 'Appearance',
    values: 'Values',
    programs: 'Programs',
    versions: 'Earlier versions',
    keys: 'Shortcuts',
  },
  reset: 'Reset to the usual settings',
  wasReset: 'Settings are the usual ones again',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  density: 'Density',
  densities: { compact: 'Compact', comfortable: 'Comfortable' },
  maskDots: 'Dots in place of a value',
  maskDotsText: 'Always so many, so that nobody sees how long a value is.',
  revealValues: 'Show values when a document opens',
  hideAfter: 'Hide shown values again after',
  hideAfterText: '0 leaves them shown until you hide them.',
  clearAfter: 'Take copied values off the clipboard after',
  clearAfterText: '0 leaves them there. Nothing is removed if something else was copied meanwhile.',
  seconds: 'seconds',
  programsText:
    'For these programs Crumbs tells whether they load each cookie, change it or drop it, and what they would send.',
  versionsText:
    'A version of a file is kept whenever it is saved or another program’s change is taken over. The oldest go first.',
  count: 'Versions of each file',
  days: 'Keep them for',
  daysUnit: 'days',
  megabytes: 'All of them together',
  megabytesUnit: 'MB',
  versionsUnit: 'versions',
  notNumber: 'Type a whole number.',
  outside: (least: number, most: number) => `Type a number from ${showCount(least)} to ${showCount(most)}.`,
  keys: {
    text: 'The menu, the palette and the cheat sheet follow.',
    find: 'Find a command',
    nothing: 'No command matches.',
    change: (label: string) => `Change the keys of ${label}`,
    add: (label: string) => `Add keys for ${label}`,
    remove: (keys: string, label: string) => `Take ${keys} from ${label}`,
    none: 'None',
    press: 'Press the keys…',
    cancel: 'Escape leaves them as they are.',
    conflict: (keys: string, label: string) => `${keys} runs ${label}.`,
    takeOver: 'Take it over',
    keptByWindow: (keys: string) => `${keys} walks and edits everywhere in the window. Choose other keys.`,
    keptByBrowser: (keys: string) =>
      `The browser keeps ${keys} for itself. Choose other keys here; in the desktop program it is free.`,
    bare: (keys: string) =>
      `${keys} alone would fire while you walk in the grid; it works where nothing is typed.`,
    reset: (label: string) => `Reset the keys of ${label}`,
    resetAll: 'Reset all shortcuts',
    wasReset: 'Shortcuts are the usual ones again',
    browserNote:
      'This window runs in a browser, which keeps some keys for itself (Ctrl+N, Ctrl+W, Ctrl+Tab and others): those commands have other keys here.',
  },
} as const;
