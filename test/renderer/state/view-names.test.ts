import { expect, test } from 'vitest';
import { nameTrouble, withSavedView } from '../../../renderer/state/view-names.ts';

const view = (name: string, query = '') => ({ name, query, sort: [] });

test('a view takes the place of the one with its name, in any case; a new one comes last', () => {
  const views = [view('Old', 'expired'), view('Other')];
  expect(withSavedView(views, view('old', 'secure')).map(({ name, query }) => [name, query])).toEqual([
    ['old', 'secure'],
    ['Other', ''],
  ]);
  expect(withSavedView(views, view('New')).map(({ name }) => name)).toEqual(['Old', 'Other', 'New']);
});

test.each([
  ['', 'Give it a name.'],
  ['   ', 'Give it a name.'],
  ['x'.repeat(61), 'A name has at most 60 characters.'],
  [' other ', 'Another view has this name.'],
  ['fine', undefined],
])('the name %j: %s', (name, trouble) => {
  expect(nameTrouble(name, [view('Other')])).toBe(trouble);
});
