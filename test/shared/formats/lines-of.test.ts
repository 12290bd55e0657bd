import { expect, test } from 'vitest';
import { linesOf } from '../../../shared/formats/lines-of.ts';

test('each place has its line, and a text of one line is searched once', () => {
  const text = 'a\nb\n\nc d\n';
  const places = [0, 1, 2, 4, 5, 7, 9];
  const lines = places.map((place) => text.slice(0, place).split('\n').length);
  expect([...linesOf((at) => text.indexOf('\n', at), places)]).toEqual(lines);
  let searches = 0;
  const none = linesOf(
    () => {
      searches++;
      return -1;
    },
    Array.from({ length: 1000 }, (_, at) => at),
  );
  expect([none[999], searches]).toEqual([1, 1]);
});
