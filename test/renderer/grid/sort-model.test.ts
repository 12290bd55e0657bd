import { expect, test } from 'vitest';
import { sortFrom } from '../../../renderer/grid/sort-model.ts';

test('the columns that the grid sorts by are the engine’s, in their order', () => {
  const model = [
    { colId: 'domain', sort: 'asc' },
    { colId: 'expires', sort: 'desc' },
  ];
  expect(sortFrom(model)).toEqual([
    { column: 'domain', descending: false },
    { column: 'expires', descending: true },
  ]);
});

test('the column of boxes sorts nothing', () => {
  expect(sortFrom([{ colId: 'select', sort: 'asc' }])).toEqual([]);
});
