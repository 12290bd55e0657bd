import type { CommandId } from '#shared/api/commands.ts';

/** Where the keyboard is, as far as the keymap cares. */
export type Place = 'text' | 'grid' | 'control' | 'elsewhere';

const EDITING_TEXT = /^edit\./;

/**
 * Whether a key works where the keyboard is. Text fields keep what editing text needs; a focused button keeps Space;
 * bare letters and signs work only where nothing is typed.
 */
export function keyApplies(keys: string, id: CommandId | undefined, place: Place): boolean {
  if (place === 'text') {
    if (id !== undefined && EDITING_TEXT.test(id)) return false;
    return /CmdOrCtrl|Alt|^(Shift\+)?F\d/.test(keys) && keys !== 'F2' && keys !== 'CmdOrCtrl+A';
  }
  if (keys === 'Space' || keys === 'X' || keys === 'F2')
    return place === 'grid' || (keys !== 'Space' && place === 'elsewhere');
  return true;
}
