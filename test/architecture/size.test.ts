import { expect, test } from 'vitest';
import { sourceFiles, textOf } from './source-files.ts';

const MOST_LINES = 400;

function tooLong(file: string, text: string): boolean {
  return text.split('\n').length > MOST_LINES && !file.endsWith('/messages.ts');
}

test('no source file is longer than four hundred lines', () => {
  const files = sourceFiles('shared', 'main', 'renderer');
  expect(files.filter((file) => tooLong(file, textOf(file)))).toEqual([]);
});

test('a longer file is seen', () => {
  expect(tooLong('shared/long.ts', '\n'.repeat(MOST_LINES))).toBe(true);
});

test('no file is a drawer for what has no place', () => {
  const drawers = /\/(utils?|helpers?|common|misc|types|manager)\.tsx?$/;
  const files = sourceFiles('shared', 'main', 'renderer', 'test').filter((file) => drawers.test(file));
  expect(files).toEqual(['shared/api/common.ts']);
});
