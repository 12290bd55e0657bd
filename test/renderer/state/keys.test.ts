import { expect, test } from 'vitest';
import { commandKeys, keeperOf } from '../../../renderer/state/command-keys.ts';
import { keyApplies } from '../../../renderer/state/key-places.ts';

const hosts = ['desktop', 'browser'] as const;

test.each(hosts)('in a %s no key runs two commands', (host) => {
  const all = commandKeys(host).flatMap(({ keys }) => keys.map((key) => key.toLowerCase()));
  expect(all).toHaveLength(new Set(all).size);
});

test('in a browser no command waits for a key that the browser keeps', () => {
  const used = commandKeys('browser').flatMap(({ keys }) => keys);
  expect(used.filter((key) => keeperOf(key, 'browser') !== undefined)).toEqual([]);
  expect(keeperOf('CmdOrCtrl+N', 'browser')).toBe('browser');
});

test('where text is typed, letters, signs and the keys that edit text stay with the text', () => {
  const inText = (keys: string, id: Parameters<typeof keyApplies>[1]) => keyApplies(keys, id, 'text');
  expect([
    inText('/', 'view.find'),
    inText('?', 'help.shortcuts'),
    inText('Delete', 'edit.remove'),
    inText('CmdOrCtrl+Z', 'edit.undo'),
    inText('CmdOrCtrl+A', 'edit.selectAll'),
    inText('Space', 'view.inspector'),
    inText('F2', 'edit.cell'),
    inText('X', 'edit.toggle'),
  ]).toEqual(Array.from({ length: 8 }, () => false));
  expect([
    inText('CmdOrCtrl+S', 'file.save'),
    inText('F8', 'view.nextProblem'),
    inText('CmdOrCtrl+.', 'edit.fix'),
    inText('CmdOrCtrl+K', 'view.palette'),
  ]).toEqual([true, true, true, true]);
});

test('Space belongs to a focused button, and opens the inspector from the grid', () => {
  expect(keyApplies('Space', 'view.inspector', 'control')).toBe(false);
  expect(keyApplies('Space', 'view.inspector', 'grid')).toBe(true);
});
