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
    key: key === 'Space' ? ' ' : key.toLowerCase(),
  };
}

/** Whether a key press is the one spelt. For signs ("?", "/") the Shift that some keyboards need for them is left out. */
export function pressMatches(press: KeyPress, spelling: string, mac: boolean): boolean {
  const wanted = parseKeys(spelling);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const otherMod = mac ? press.ctrlKey : press.metaKey;
  if (mod !== wanted.mod || otherMod || press.altKey !== wanted.alt) return false;
  const isSign = wanted.key.length === 1 && !/[a-z0-9 ]/.test(wanted.key);
  if (!isSign && press.shiftKey !== wanted.shift) return false;
  return press.key.toLowerCase() === wanted.key;
}

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  delete: 'Del',
  escape: 'Esc',
  arrowdown: '↓',
  arrowup: '↑',
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
