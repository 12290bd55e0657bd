import { expect, test } from 'vitest';
import { check } from '../../../main/cli/commands/check.ts';
import { list } from '../../../main/cli/commands/list.ts';
import { joinedOptions } from '../../../main/cli/joined-options.ts';
import { nearest } from '../../../main/cli/nearest.ts';

test('a query may begin with a dash, an option after it stays an option, and behind "--" all are files', () => {
  expect(joinedOptions(['jar.txt', '--query', '-httponly', '--json'], list.options)).toEqual([
    'jar.txt',
    '--query=-httponly',
    '--json',
  ]);
  expect(joinedOptions(['--query', '--json'], list.options)).toEqual(['--query', '--json']);
  expect(joinedOptions(['--', '--query', 'x'], list.options)).toEqual(['--', '--query', 'x']);
  expect(joinedOptions(['--fail-on=none', '-'], check.options)).toEqual(['--fail-on=none', '-']);
});

test('a word that is nearly right is found, one that is not like any is not', () => {
  const words = ['check', 'convert', 'export', 'list'];
  expect([nearest('chekc', words), nearest('exprot', words), nearest('frobnicate', words)]).toEqual([
    'check',
    'export',
    undefined,
  ]);
});
