import { expect, test } from 'vitest';
import { keyCaps, pressMatches, spellingOf } from '../../../renderer/ui/keymap.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test.each([
  ['CmdOrCtrl+S', press('s', { ctrlKey: true }), true],
  ['CmdOrCtrl+S', press('S', { ctrlKey: true, shiftKey: true }), false],
  ['CmdOrCtrl+Shift+S', press('S', { ctrlKey: true, shiftKey: true }), true],
  ['CmdOrCtrl+S', press('s'), false],
  ['CmdOrCtrl+S', press('s', { metaKey: true }), false],
  ['Shift+F8', press('F8', { shiftKey: true }), true],
  ['F8', press('F8', { shiftKey: true }), false],
  ['Space', press(' '), true],
  ['Delete', press('Delete'), true],
  ['Alt+W', press('w', { altKey: true }), true],
  ['CmdOrCtrl+.', press('.', { ctrlKey: true }), true],
] as const)('%s and the press %o: %s', (spelling, pressed, matches) => {
  expect(pressMatches(pressed, spelling, false)).toBe(matches);
});

test('a sign counts with or without the Shift that a keyboard layout needs for it', () => {
  expect(
    [press('?'), press('?', { shiftKey: true })].map((pressed) => pressMatches(pressed, '?', false)),
  ).toEqual([true, true]);
  expect(pressMatches(press('/', { shiftKey: true }), '/', false)).toBe(true);
});

test('on a Mac the main modifier is Command, and Control is not it', () => {
  expect(pressMatches(press('k', { metaKey: true }), 'CmdOrCtrl+K', true)).toBe(true);
  expect(pressMatches(press('k', { ctrlKey: true }), 'CmdOrCtrl+K', true)).toBe(false);
});

test('key caps read as they are printed on the keyboard', () => {
  expect(keyCaps('CmdOrCtrl+Shift+E', false)).toEqual(['Ctrl', 'Shift', 'E']);
  expect(keyCaps('CmdOrCtrl+Shift+E', true)).toEqual(['⌘', '⇧', 'E']);
  expect([
    keyCaps('Delete', false),
    keyCaps('F8', false),
    keyCaps('?', false),
    keyCaps('Space', false),
  ]).toEqual([['Del'], ['F8'], ['?'], ['Space']]);
});

test('a press is spelt as the keymap reads it again', () => {
  const spelt = [
    press('s', { ctrlKey: true, shiftKey: true }),
    press('?', { shiftKey: true }),
    press(' '),
    press('PageDown', { altKey: true }),
    press('ArrowUp', { ctrlKey: true }),
    press('+', { ctrlKey: true }),
  ].map((pressed) => [
    spellingOf(pressed, false),
    pressMatches(pressed, spellingOf(pressed, false) ?? '', false),
  ]);
  expect(spelt).toEqual([
    ['CmdOrCtrl+Shift+S', true],
    ['?', true],
    ['Space', true],
    ['Alt+PageDown', true],
    ['CmdOrCtrl+Up', true],
    ['CmdOrCtrl+Plus', true],
  ]);
  expect(
    [press('Shift', { shiftKey: true }), press('Dead')].map((pressed) => spellingOf(pressed, false)),
  ).toEqual([undefined, undefined]);
});
