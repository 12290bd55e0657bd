import { expect, test } from 'vitest';
import { treeStep } from '../../../renderer/panels/facets/tree-step.ts';

const items = [
  { key: 'closed', level: 1, expanded: false },
  { key: 'open', level: 1, expanded: true },
  { key: 'first', level: 2 },
  { key: 'second', level: 2 },
  { key: 'leaf', level: 1 },
];

test.each([
  ['ArrowDown', 'closed', { goTo: 'open' }],
  ['ArrowDown', 'second', { goTo: 'leaf' }],
  ['ArrowDown', 'leaf', undefined],
  ['ArrowUp', 'first', { goTo: 'open' }],
  ['ArrowUp', 'closed', undefined],
  ['Home', 'leaf', { goTo: 'closed' }],
  ['End', 'open', { goTo: 'leaf' }],
  ['ArrowRight', 'closed', { expand: true }],
  ['ArrowRight', 'open', { goTo: 'first' }],
  ['ArrowRight', 'leaf', undefined],
  ['ArrowLeft', 'open', { expand: false }],
  ['ArrowLeft', 'second', { goTo: 'open' }],
  ['ArrowLeft', 'closed', undefined],
  ['x', 'open', undefined],
])('%s on a tree item (%s) does what trees do', (pressed, key, step) => {
  expect(treeStep(items, key, pressed)).toEqual(step);
});

test('an open item whose children are still on their way is not left to the right', () => {
  expect(treeStep([{ key: 'open', level: 1, expanded: true }], 'open', 'ArrowRight')).toBeUndefined();
});
