import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const SECRET = 'c0ffee-value';
const JAR = [
  '# Netscape HTTP Cookie File',
  `#HttpOnly_www.example.com\tFALSE\t/\tTRUE\t4102444800\tsid\t${SECRET}`,
  `www.example.com\tFALSE\t/\tFALSE\t4102444800\ttheme\t${SECRET}`,
  `www.example.com\tFALSE\t/\tFALSE\t1\told\t${SECRET}`,
  '',
].join('\n');

const folder = temporaryFolder();
let files = 0;

function newFile(content: string): string {
  const file = path.join(folder, `jar-${(files += 1)}.txt`);
  fs.writeFileSync(file, content, { mode: 0o600 });
  return file;
}

test('each entry that a program drops or changes is told with its line, and never with its value', async () => {
  const file = newFile(JAR);
  const { code, out } = await runCaptured(['verdict', file, '--client', 'wget', '--client', 'curl 8.21.0']);
  expect(code).toBe(1);
  expect(out).toMatch(/wget 1\.24\.5 loads 1 of 3 entries\./);
  expect(out).toContain(`${file}:2: dropped: `);
  expect(out).toMatch(/curl 8\.21\.0 loads 2 of 3 entries\./);
  expect(out).not.toContain(SECRET);
});

test('a file that a program refuses is told with the line and the reason', async () => {
  const { code, out } = await runCaptured([
    'verdict',
    newFile(JAR.slice(JAR.indexOf('\n') + 1)),
    '--client',
    'python',
  ]);
  expect(code).toBe(1);
  expect(out).toMatch(/Python http\.cookiejar 3\.\d+ refuses the file: /);
});

test('the header for an address follows, masked unless it is to be shown', async () => {
  const asked = ['verdict', newFile(JAR), '--client', 'curl', '--url', 'https://www.example.com/'];
  const masked = await runCaptured(asked);
  expect(masked.out).toMatch(/ {2}Cookie: theme=.*; sid=.*\n/);
  expect(masked.out).not.toContain(SECRET);
  expect((await runCaptured([...asked, '--reveal'])).out).toContain(
    `Cookie: theme=${SECRET}; sid=${SECRET}\n`,
  );
  const { files: judged } = JSON.parse((await runCaptured([...asked, '--json'])).out) as {
    files: [{ clients: { id: string; lines: { line: number }[]; request: { sent: { name: string }[] } }[] }];
  };
  expect(
    judged[0].clients.map(({ lines, request }) => [
      lines.map(({ line }) => line),
      request.sent.map(({ name }) => name),
    ]),
  ).toEqual([[[4], ['theme', 'sid']]]);
});

test.each([
  [['--client', 'mosaic'], 'There is no client mosaic'],
  [['--client', 'curl x'], 'There is no client curl x'],
  [['--client', 'curl', '--url', 'file:///etc/passwd'], 'http and https addresses only'],
  [['--client', 'curl', '--url', 'https://'], 'names no host'],
])('%o is refused in plain words', async (options, words) => {
  const { code, out, err } = await runCaptured(['verdict', newFile(JAR), ...options]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(words);
});
