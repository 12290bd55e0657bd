import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generatedPages } from './help-pages.ts';

const folder = path.resolve(import.meta.dirname, '../../../../resources/help');

/** With CRUMBS_WRITE=help the pages are written instead: run that after a change of what they are made of. */
const writing = process.env['CRUMBS_WRITE'] === 'help';

test.each(Object.entries(generatedPages))('the help page %s says what the program knows', (name, made) => {
  const file = path.join(folder, name);
  if (writing) fs.writeFileSync(file, made());
  expect(fs.readFileSync(file, 'utf8')).toBe(made());
});

test('links between help pages lead somewhere', () => {
  const pages = fs.readdirSync(folder);
  const dangling = pages.flatMap((page) =>
    [...fs.readFileSync(path.join(folder, page), 'utf8').matchAll(/\]\(([\w-]+\.md)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !pages.includes(target)),
  );
  expect(dangling).toEqual([]);
});
