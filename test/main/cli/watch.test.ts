import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured, runStaying } from './run-captured.ts';

const SECRET = 'canary3c7bValue';
const jar = (value: string): string =>
  `# Netscape HTTP Cookie File\n\n.example.com\tTRUE\t/\tTRUE\t4000000000\tsid\t${SECRET}${value}\n`;

const folder = temporaryFolder();
const SOON = { timeout: 8_000 };

function put(name: string, content: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content, { mode: 0o600 });
  return file;
}

test('what another program changes is told in words, each time, and never with a value', async () => {
  const file = put('told.txt', jar('A'));
  const watch = runStaying(['watch', file, '--ndjson']);
  await expect.poll(watch.err, SOON).toContain('Watching 1 file');
  const lines = () =>
    watch
      .out()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as object);
  put('told.txt', jar('B'));
  await expect.poll(lines, SOON).toHaveLength(1);
  put('told.txt', `${jar('B')}.example.org\tTRUE\t/\tTRUE\t4000000000\tnew\t${SECRET}\n`);
  await expect.poll(lines, SOON).toHaveLength(2);
  const { code, out } = await watch.stop();
  expect(lines()).toMatchObject([
    { file, event: 'changed', summary: ['1 value rotated'] },
    { file, event: 'changed', summary: [expect.stringContaining('1 entry added')] },
  ]);
  expect({ code, leaks: out.includes(SECRET) }).toEqual({ code: 0, leaks: false });
}, 20_000);

test('--watch checks a file again whenever it changes', async () => {
  const file = put('again.txt', jar('A'));
  const check = runStaying(['check', file, '--watch']);
  await expect.poll(check.err, SOON).toContain('Watching 1 file');
  put('again.txt', jar('A').replace('4000000000', '1500000000'));
  await expect.poll(() => check.out().split('1 entry, ').length, SOON).toBe(3);
  const { out, err } = await check.stop();
  expect([out.includes('expired'), err.includes(`crumbs: Changed: ${file}\n`)]).toEqual([true, true]);
}, 20_000);

test.each([
  { args: ['watch', '-'], says: 'watch takes files.' },
  { args: ['check', '-', '--watch'], says: 'Standard input cannot be watched.' },
  { args: ['watch', path.join(folder, 'missing')], says: 'missing does not exist' },
])('$args ends at once and says why', async ({ args, says }) => {
  const { code, err } = await runCaptured(args, jar('A'));
  expect([code, err.includes(says)]).toEqual([2, true]);
});
