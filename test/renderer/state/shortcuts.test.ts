import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '#shared/api/commands.ts';
import type { CommandId } from '#shared/api/commands.ts';
import { commandKeys, keeperOf } from '../../../renderer/state/command-keys.ts';
import type { ChosenKeys } from '../../../renderer/state/command-keys.ts';
import { keyTrouble, withKeys, withoutKeys, withUsualKeys } from '../../../renderer/state/shortcuts.ts';
import { parseKeys } from '../../../renderer/ui/keymap.ts';

const keysIn = (chosen: ChosenKeys, id: CommandId) =>
  commandKeys('desktop', chosen).find((command) => command.id === id)?.keys;

test('keys that another command has are told, and keys that nobody may have', () => {
  const all = commandKeys('browser');
  const trouble = (keys: string) => keyTrouble(all, { id: 'file.new', keys }, 'browser');
  expect(trouble('CmdOrCtrl+S')).toEqual({ kind: 'taken', by: 'file.save' });
  expect(trouble('CmdOrCtrl+T')).toEqual({ kind: 'browser' });
  expect(trouble('Enter')).toEqual({ kind: 'window' });
  expect(trouble('CmdOrCtrl+Alt+J')).toBeUndefined();
  expect(
    keyTrouble(commandKeys('desktop'), { id: 'file.new', keys: 'CmdOrCtrl+T' }, 'desktop'),
  ).toBeUndefined();
});

test('keys that are taken over leave the command that had them', () => {
  const chosen = withKeys({}, { id: 'file.new', keys: 'CmdOrCtrl+S' }, 'desktop');
  expect([keysIn(chosen, 'file.new'), keysIn(chosen, 'file.save')]).toEqual([
    ['CmdOrCtrl+N', 'CmdOrCtrl+S'],
    [],
  ]);
  const back = withUsualKeys(chosen, 'file.save', 'desktop');
  expect([keysIn(back, 'file.new'), keysIn(back, 'file.save')]).toEqual([['CmdOrCtrl+N'], ['CmdOrCtrl+S']]);
});

test('a command can be without keys', () => {
  const chosen = withoutKeys({}, { id: 'file.save', keys: 'CmdOrCtrl+S' }, 'desktop');
  expect(keysIn(chosen, 'file.save')).toEqual([]);
});

test('keys that the browser keeps count on the desktop only; in the browser the usual ones hold', () => {
  const chosen = { 'file.new': ['CmdOrCtrl+T'] };
  expect(keysIn(chosen, 'file.new')).toEqual(['CmdOrCtrl+T']);
  expect(commandKeys('browser', chosen).find(({ id }) => id === 'file.new')?.keys).toEqual(['Alt+N']);
});

test('whatever is given, taken and reset, no key ever runs two commands', () => {
  const id = fc.constantFrom(...commands.map((command) => command.id));
  const usual = commandKeys('desktop').flatMap(({ keys }) => keys);
  const keys = fc.constantFrom(...usual, 'F3', 'Alt+Q', 'CmdOrCtrl+Alt+J');
  const step = fc.record({ kind: fc.constantFrom('give', 'take', 'reset'), id, keys });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.constantFrom('desktop', 'browser'), (steps, host) => {
      let chosen: ChosenKeys = {};
      for (const { kind, ...wanted } of steps) {
        if (kind === 'reset') chosen = withUsualKeys(chosen, wanted.id, host);
        else if (kind === 'take') chosen = withoutKeys(chosen, wanted, host);
        else if (keeperOf(wanted.keys, host) === undefined) chosen = withKeys(chosen, wanted, host);
      }
      const spelt = commandKeys(host, chosen).flatMap((command) =>
        command.keys.map((spelling) => JSON.stringify(parseKeys(spelling))),
      );
      expect(spelt).toHaveLength(new Set(spelt).size);
    }),
  );
});
