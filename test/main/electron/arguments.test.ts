import { expect, test } from 'vitest';
import { filesOf } from '../../../main/electron/arguments.ts';
import { restoredBounds } from '../../../main/electron/window-state.ts';

test.each([
  [['a.txt'], ['/home/me/a.txt']],
  [
    ['/jars/a.txt', 'b.txt'],
    ['/jars/a.txt', '/home/me/b.txt'],
  ],
  [['--inspect=0', '--no-sandbox', 'a.txt'], ['/home/me/a.txt']],
  [
    ['a.txt', '--', '--odd.txt'],
    ['/home/me/a.txt', '/home/me/--odd.txt'],
  ],
  [['file:///jars/a%20b.txt'], ['/jars/a b.txt']],
  [['file://other-machine/a.txt'], []],
  [['a\0b.txt', ''], []],
  [['../up.txt'], ['/home/up.txt']],
])('the arguments %j name the files %j', (given, files) => {
  expect(filesOf(given, '/home/me')).toEqual(files);
});

test('10 MB of arguments, and a hundred thousand of them, are names of files and nothing else', () => {
  const long = 'x'.repeat(10_000_000);
  const many = Array.from({ length: 100_000 }, (_, at) => `${at}.txt`);
  const files = filesOf([long, ...many], '/home/me');
  expect([files.length, files[0] === `/home/me/${long}`, files.at(-1)]).toEqual([
    100_001,
    true,
    '/home/me/99999.txt',
  ]);
});

const screen = { x: 0, y: 0, width: 1920, height: 1080 };

test('a window opens where it was, as long as that is still on a screen', () => {
  const saved = { x: 100, y: 50, width: 1000, height: 700, maximized: false };
  expect(restoredBounds(saved, [screen])).toEqual({ x: 100, y: 50, width: 1000, height: 700 });
  expect(restoredBounds({ ...saved, x: 5000 }, [screen])).toEqual({ width: 1280, height: 820 });
  expect(restoredBounds(undefined, [screen])).toEqual({ width: 1280, height: 820 });
});
