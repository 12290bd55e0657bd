import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCaptured } from './run-captured.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-report-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const file = path.join(folder, 'jar.txt');
fs.writeFileSync(file, '# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t0\t_ga\tS3cretValue\n');

test('writes a page about the cookies of a file', async () => {
  const output = path.join(folder, 'report.html');
  const { code, out } = await runCaptured(['report', file, '--site', 'example.com', '--output', output]);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  const html = fs.readFileSync(output, 'utf8');
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).toContain('Probably Google Analytics');
  expect(html).not.toContain('S3cretValue');
});

test('prints the page without --output', async () => {
  const { code, out } = await runCaptured(['report', file]);
  expect({ code, start: out.slice(0, 15) }).toEqual({ code: 0, start: '<!doctype html>' });
});

test('says what a site is', async () => {
  const { code, out, err } = await runCaptured(['report', file, '--site', 'no site']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('--site takes a host or an address');
});
