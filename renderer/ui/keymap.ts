/** A key press as the browser reports it, as far as the keymap looks. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

interface Keys {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

/** Keys in Electron's spelling ("CmdOrCtrl+Shift+E") in parts. */
export function parseKeys(spelling: string): Keys {
  const parts = spelling.split('+');
  const key = parts.at(-1) ?? '';
  return {
    mod: parts.includes('CmdOrCtrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: KEYS[key] ?? key.toLowerCase(),
  };
}

/** Electron's names of keys that browsers call otherwise. */
const KEYS: Readonly<Record<string, string>> = {
  Space: ' ',
  Up: 'arrowup',
  Down: 'arrowdown',
  Left: 'arrowleft',
  Right: 'arrowright',
  Plus: '+',
};

/** Whether two spellings mean the same keys. */
export function sameKeys(one: string, other: string): boolean {
  return JSON.stringify(parseKeys(one)) === JSON.stringify(parseKeys(other));
}

/** The spelling of a key press; nothing for Shift, Ctrl and their like alone, or for a key without a name. */
export function spellingOf(press: KeyPress, mac: boolean): string | undefined {
  const { key } = press;
  const otherMod = mac ? press.ctrlKey : press.metaKey;
  if (
    otherMod ||
    ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Unidentified', 'Process'].includes(key)
  ) {
    return undefined;
  }
  const known = Object.entries(KEYS).find(([, value]) => value === key.toLowerCase())?.[0];
  const name = known ?? (key.length === 1 ? key.toUpperCase() : key);
  return [
    ...((mac ? press.metaKey : press.ctrlKey) ? ['CmdOrCtrl'] : []),
    ...(press.altKey ? ['Alt'] : []),
    // A sign is the same with and without the Shift that a keyboard needs for it.
    ...(press.shiftKey && !isSign(name) ? ['Shift'] : []),
    name,
  ].join('+');
}

function isSign(key: string): boolean {
  return key.length === 1 && !/[a-z0-9 ]/i.test(key);
}

/** Whether a key press is the one spelt. For signs ("?", "/") the Shift that some keyboards need for them is left out. */
export function pressMatches(press: KeyPress, spelling: string, mac: boolean): boolean {
  const wanted = parseKeys(spelling);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const otherMod = mac ? press.ctrlKey : press.metaKey;
  if (mod !== wanted.mod || otherMod || press.altKey !== wanted.alt) return false;
  if (!isSign(wanted.key) && press.shiftKey !== wanted.shift) return false;
  return press.key.toLowerCase() === wanted.key;
}

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  delete: 'Del',
  escape: 'Esc',
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

/** The key caps to draw for a spelling: ["Ctrl", "Shift", "E"], or ["⌘", "⇧", "E"] on a Mac. */
export function keyCaps(spelling: string, mac: boolean): readonly string[] {
  const { mod, shift, alt, key } = parseKeys(spelling);
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key[0]?.toUpperCase() + key.slice(1));
  return [
    ...(mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(shift ? [mac ? '⇧' : 'Shift'] : []),
    name,
  ];
}

/** Whether this machine's main modifier is Command. */
export const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');
