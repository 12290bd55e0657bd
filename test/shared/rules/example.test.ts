import { expect, test } from 'vitest';
import { exampleFile } from '#shared/rules/example.ts';
import { headerMissing } from '#shared/rules/header-missing.ts';
import { pathEmpty } from '#shared/rules/path-empty.ts';

test('an example of lines stands behind the header, its arrows are TABs and its numbers bytes', () => {
  expect(exampleFile(pathEmpty, 'a→‹00›‹E9›ž')).toBe('# Netscape HTTP Cookie File\na\t\0\xe9\xc5\xbe\n');
});

test('an example of a document is the whole file', () => {
  expect(exampleFile(headerMissing, 'a\n')).toBe('a\n');
  expect(exampleFile(headerMissing, { file: '→', mode: 0o644 })).toBe('\t');
});
