import { expect, test } from 'vitest';
import { likelySelected } from '../../../renderer/state/likely-selected.ts';

const view = { selected: 2, matches: 10 };

test.each([
  [{ kind: 'all' }, 10],
  [{ kind: 'none' }, 0],
  [{ kind: 'invert' }, 8],
  [{ kind: 'only', ids: [4] }, 1],
  [{ kind: 'range', from: 3, to: 7, keep: false }, 5],
  [{ kind: 'range', from: 3, to: 3, keep: true }, 2],
] as const)('%j is told before the engine has answered', (change, expected) => {
  const asked = change.kind === 'only' ? { ...change, ids: [...change.ids] } : change;
  expect(likelySelected(view, asked)).toBe(expected);
});

test('a row that is chosen while none was is some at once', () => {
  expect(likelySelected({ selected: 0, matches: 3 }, { kind: 'toggle', ids: [1] })).toBe(1);
});
