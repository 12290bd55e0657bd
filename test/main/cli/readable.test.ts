import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const CANARY = 'canary52dd90Value';
const HEADER = '# Netscape HTTP Cookie File\n';
const GOOD = `.example.com\tTRUE\t/\tFALSE\t4000000000\tgood\t${CANARY}\n`;
const EMPTY_EXPIRY = `.example.com\tTRUE\t/\tFALSE\t\tsession\t${CANARY}\n`;
const MARKED = `#HttpOnly_.example.com\tTRUE\t/\tFALSE\t4000000000\tmarked\t${CANARY}\n`;
const LONG = `.example.com\tTRUE\t/\tFALSE\t0\tlong\t${CANARY.padEnd(6000, 'y')}\n`;

const folder = temporaryFolder();
let files = 0;

function newFile(text: string): string {
  const file = path.join(folder, `odd-${(files += 1)}.txt`);
  fs.writeFileSync(file, text, { encoding: 'latin1', mode: 0o600 });
  return file;
}

beforeEach(() => {
  process.env['CRUMBS_DATA_DIR'] = path.join(folder, 'data');
});

test('fix --for makes the edits that the program needs, and no others', async () => {
  const odd = `${GOOD.replaceAll('TRUE', 'true')}${EMPTY_EXPIRY}`;
  const { code, out, err } = await runCaptured(['fix', newFile(odd), '--for', 'curl']);
  expect({ code, out }).toEqual({ code: 0, out: odd.replace('\t\t', '\t0\t') });
  expect(err).toMatch(/^crumbs: curl \S+ loads 2 of 2 entries now, 1 before\.$/m);
  expect(err).toMatch(/Make readable by curl/);
});

test('fix --for tells what cannot be carried, and the option that helps', async () => {
  const file = newFile(HEADER + MARKED);
  const { code, err } = await runCaptured(['fix', file, '--for', 'wget', '--in-place']);
  expect(code).toBe(0);
  expect(err).toMatch(/wget \S+ does not load line 2: it takes .* for a comment\. --allow http-only takes/);
  expect(fs.readFileSync(file, 'latin1')).toBe(HEADER + MARKED);
  await runCaptured(['fix', file, '--for', 'wget', '--allow', 'http-only', '--in-place']);
  expect(fs.readFileSync(file, 'latin1')).toBe(HEADER + MARKED.replace('#HttpOnly_', ''));
});

test('the exit code is 1 while a program refuses the file', async () => {
  const file = newFile(HEADER + LONG + GOOD);
  const refused = await runCaptured(['fix', file, '--for', 'curl 8.21.0']);
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/curl 8\.21\.0 gives up the file at line 2: .*--allow lines/);
  const taken = await runCaptured(['fix', file, '--for', 'curl 8.21.0', '--allow', 'lines']);
  expect({ code: taken.code, out: taken.out }).toEqual({ code: 0, out: HEADER + GOOD });
});

test('everyone is all programs, and a rehearsal writes nothing and shows no value', async () => {
  const text = EMPTY_EXPIRY + GOOD;
  const file = newFile(text);
  const { code, out, err } = await runCaptured(['fix', file, '--for', 'everyone', '--dry-run']);
  expect(code).toBe(0);
  expect(out).toContain('+ # Netscape HTTP Cookie File');
  expect(err).toContain('(not written)');
  expect(out + err).not.toContain(CANARY);
  expect(fs.readFileSync(file, 'latin1')).toBe(text);
});

test.each([
  [['--for', 'curl', '--rule', 'expiry-empty'], /--for excludes --rule and --repair/],
  [['--for', 'curl', '--repair'], /--for excludes --rule and --repair/],
  [['--allow', 'lines'], /--allow goes with --for/],
  [['--for', 'curl', '--allow', 'everything'], /--allow takes http-only or lines/],
  [['--for', 'netcat'], /netcat/],
  [['--for', 'curl none'], /curl none/],
])('fix %j is refused', async (options, why) => {
  const file = newFile(EMPTY_EXPIRY);
  const { code, err } = await runCaptured(['fix', file, ...options]);
  expect(code).toBe(2);
  expect(err).toMatch(why);
  expect(fs.readFileSync(file, 'latin1')).toBe(EMPTY_EXPIRY);
});

test('a JSON file is refused, with the way that there is', async () => {
  const json = newFile('[{"domain":"example.com","name":"a","value":"1","path":"/","hostOnly":true}]');
  const { code, err } = await runCaptured(['fix', json, '--for', 'curl']);
  expect(code).toBe(2);
  expect(err).toMatch(/export it as a Netscape file/);
});
