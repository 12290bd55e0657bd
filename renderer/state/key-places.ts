import type { CommandId } from '#shared/api/commands.ts';

/** Where the keyboard is, as far as the keymap cares. */
export type Place = 'text' | 'grid' | 'control' | 'elsewhere';

const EDITING_TEXT = /^edit\.(?!fix)/;
const OF_THE_GRID: ReadonlySet<CommandId> = new Set(['edit.cell', 'edit.toggle']);
const WITH_MODIFIER = /CmdOrCtrl|Alt|^(Shift\+)?F\d/;

/**
 * Whether a key works where the keyboard is. Text fields keep what editing text needs; a focused button keeps Space;
 * bare letters and signs work only where nothing is typed.
 */
export function keyApplies(keys: string, id: CommandId, place: Place): boolean {
  if (place === 'text') return WITH_MODIFIER.test(keys) && !EDITING_TEXT.test(id);
  if (keys === 'Space') return place === 'grid';
  return place !== 'control' || !OF_THE_GRID.has(id);
}
