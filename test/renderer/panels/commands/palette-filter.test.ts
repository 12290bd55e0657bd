import { expect, test } from 'vitest';
import { paletteFilter } from '../../../../renderer/panels/commands/palette-filter.ts';

const entries = [
  'Save file.save',
  'Save As… file.saveAs',
  'Fix What Is Safe to Fix edit.fixAll',
  'Add Cookie edit.add',
];

test.each([
  ['save', ['Save file.save', 'Save As… file.saveAs']],
  ['fix what', ['Fix What Is Safe to Fix edit.fixAll']],
  ['sa', ['Save file.save', 'Save As… file.saveAs', 'Fix What Is Safe to Fix edit.fixAll']],
  ['ac', ['Add Cookie edit.add']],
  ['dead', []],
])('typing %j finds %j, the best first', (search, found) => {
  const scored = entries
    .map((entry) => ({ entry, score: paletteFilter(entry, search) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score);
  expect(scored.map(({ entry }) => entry)).toEqual(found);
});
