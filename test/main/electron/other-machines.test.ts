import { expect, test } from 'vitest';
import { OtherMachines } from '../../../main/electron/other-machines.ts';
import { otherMachine } from '../../../main/files/windows-name.ts';

test.each([
  ['\\\\host\\share\\a.txt', 'host'],
  ['//Host/share/a.txt', 'host'],
  ['\\/10.0.0.1\\share\\a.txt', '10.0.0.1'],
  ['\\\\host@SSL\\share\\a.txt', 'host@ssl'],
  ['\\\\?\\UNC\\host\\share\\a.txt', 'host'],
  ['\\\\.\\pipe\\x', undefined],
  ['\\\\?\\C:\\a.txt', undefined],
  ['C:\\jars\\a.txt', undefined],
  ['\\jars\\a.txt', undefined],
  ['..\\a.txt', undefined],
])('%j reaches %s', (file, machine) => {
  expect(otherMachine(file)).toBe(machine);
});

test('a file of another computer is touched only when the person agrees, who is asked once for each', async () => {
  const asked: string[] = [];
  const machines = new OtherMachines(async (machine) => {
    asked.push(machine);
    return machine === 'trusted';
  }, 'win32');
  const files = ['C:\\a.txt', '\\\\evil\\s\\a', '\\\\trusted\\s\\a', '//TRUSTED/s/b', '\\\\evil\\s\\b'];
  const answers: boolean[] = [];
  for (const file of files) answers.push(await machines.mayReach(file));
  expect(answers).toEqual([true, false, true, true, false]);
  expect(asked).toEqual(['evil', 'trusted', 'evil']);
});

test('elsewhere than on Windows such a name is a name', async () => {
  const machines = new OtherMachines(async () => false, 'linux');
  expect(await machines.mayReach('//host/share/a.txt')).toBe(true);
});
