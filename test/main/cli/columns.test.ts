import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const CANARY = 'canary91ce03Value';
const folder = temporaryFolder();
const file = path.join(folder, 'export.csv');

beforeEach(() => {
  process.env['CRUMBS_DATA_DIR'] = path.join(folder, 'data');
  fs.writeFileSync(file, `Wer,Was,Wo,Wohin\nsid,${CANARY},www.example.com,/app\n`, { mode: 0o600 });
});

test('a table without known columns is refused with the way to name them', async () => {
  const ran = await runCaptured(['list', file]);
  expect([ran.code, ran.out]).toEqual([2, '']);
  expect(ran.err).toContain('--columns name,value,domain');
  expect(ran.err).not.toContain(CANARY);
});

test('--columns names them, and --no-header says that the first line is a cookie', async () => {
  const options = ['--columns', 'name,value,domain,path', '--to', 'netscape'];
  const line = `www.example.com\tFALSE\t/app\tFALSE\t0\tsid\t${CANARY}\n`;
  const ran = await runCaptured(['convert', file, ...options]);
  expect([ran.code, ran.out]).toEqual([0, `# Netscape HTTP Cookie File\n\n${line}`]);
  const all = await runCaptured(['convert', file, ...options, '--no-header']);
  expect(all.out.split('\n').filter((row) => row.includes('\t')).length).toBe(2);
});

test.each([
  ['name,value', 'name, value and domain must be among them'],
  ['name,value,domain,colour', '"colour" is none of name, value'],
])('--columns %s is refused', async (columns, message) => {
  const ran = await runCaptured(['list', file, '--columns', columns]);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(message);
});

test('a command is opened, and one that is more than a command says why it is not', async () => {
  const command = path.join(folder, 'command.sh');
  fs.writeFileSync(command, `curl 'https://www.example.com/' -b 'sid=${CANARY}'\n`, { mode: 0o600 });
  const ran = await runCaptured(['convert', command, '--to', 'netscape']);
  expect([ran.code, ran.out.endsWith(`\tsid\t${CANARY}\n`)]).toEqual([0, true]);
  fs.writeFileSync(command, `curl 'https://www.example.com/' -b "sid=$(${CANARY})"\n`);
  const refused = await runCaptured(['list', command]);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('Nothing was run');
  expect(refused.err).not.toContain(CANARY);
});
