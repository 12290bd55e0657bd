import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { EXPORT_TARGETS } from '#shared/exports/registry.ts';
import { FORMATS } from '#shared/formats/registry.ts';
import { runCaptured } from '../cli/run-captured.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { SHAPE_COUNT, tracesIn } from './canaries.ts';
import { clientFiles, jsonFiles, type OddFile, SHIFTED, shiftedFiles } from './odd-files.ts';

const folder = temporaryFolder();
const URL = 'https://www.example.com/';
let files = 0;

beforeEach(() => {
  process.env['CRUMBS_DATA_DIR'] = path.join(folder, 'data');
});

function written(bytes: Buffer): string {
  const file = path.join(folder, `${(files += 1)}.txt`);
  fs.writeFileSync(file, bytes, { mode: 0o600 });
  return file;
}

/** All lines of many files as one. */
function together(name: string, parts: readonly OddFile[]): OddFile {
  return {
    name,
    bytes: Buffer.concat(parts.flatMap(({ bytes }) => [bytes, Buffer.from('\n')])),
    canaries: parts.flatMap(({ canaries }) => canaries),
  };
}

const plain = clientFiles().filter(({ bytes }) => !bytes.includes(0) && bytes.includes('\n'));
const odd: readonly OddFile[] = [
  together('every kind of shifted line', shiftedFiles(SHAPE_COUNT)),
  together('the lines that were measured with clients', plain),
  ...shiftedFiles(2).slice(0, 4),
  ...jsonFiles(),
];

/** Command lines that may show no value, for a file. */
function commandLines(file: string): string[][] {
  const output = (): string => path.join(folder, `out-${(files += 1)}`);
  const targets = [...FORMATS, ...EXPORT_TARGETS].map(({ id }) => id);
  return [
    ['check', file],
    ['check', file, '--all', '--fail-on', 'warning'],
    ['check', file, '--json'],
    ['check', file, '--from', 'netscape', '--json'],
    ['check', file, '--from', 'puppeteer'],
    ['list', file],
    ['list', file, '--json'],
    ['list', file, '--query', 'sid'],
    ['list', file, '--query', 'expires<soon'],
    ['list', file, '--from', 'netscape'],
    ['fix', file, '--dry-run'],
    ['fix', file, '--output', output()],
    ['fix', file, '--dry-run', '--rule', 'no-such-rule'],
    ['convert', file, '--to', 'cookie-editor', '--output', output()],
    ['convert', file, '--to', 'netscape', '--output', output()],
    ['redact', file],
    ['clean', file, '--recipe', 'Tidy up', '--dry-run'],
    ['clean', file, '--recipe', 'none such'],
    ['import', file, file, '--dry-run'],
    ['split', file, '--into', 'sites', '--dry-run'],
    ['redact', file, '--query', 'sid'],
    ['redact', file, '--from', 'netscape'],
    ['convert', file, '--to', 'no-such-format'],
    ['convert', file, '--to', 'netscape', '--output', path.join(folder, 'nowhere', 'x')],
    ...targets.map((to) => ['export', file, '--to', to, '--url', URL, '--output', output()]),
    ...EXPORT_TARGETS.map(({ id }) => ['export', file, '--to', id, '--output', output()]),
    ['export', file, '--to', 'curl', '--url', 'not an address', '--output', output()],
    ['list', file, '--no-such-option'],
  ];
}

describe('the command line tells no value of', () => {
  test.each(odd.map((file) => [file.name, file] as const))('%s', async (_name, { bytes, canaries }) => {
    const file = written(bytes);
    for (const line of commandLines(file)) {
      const { out, err } = await runCaptured(line);
      expect(tracesIn(out + err, canaries), line.join(' ').replace(folder, '')).toEqual([]);
    }
  });
});

test('a command that puts values into its output says nothing of them beside it', async () => {
  for (const { bytes, canaries } of odd.slice(0, 5)) {
    const file = written(bytes);
    for (const { id } of EXPORT_TARGETS) {
      const { err } = await runCaptured([
        'export',
        file,
        '--to',
        id,
        '--url',
        URL,
        '--inline',
        '--output',
        '-',
      ]);
      expect(tracesIn(err, canaries), id).toEqual([]);
    }
  }
});

test('what is looked for is there when it is asked for', async () => {
  const lines = shiftedFiles(1).slice(0, 2);
  for (const { bytes, canaries } of lines) {
    const { out } = await runCaptured(['list', written(bytes), '--reveal']);
    for (const { parts } of canaries) for (const part of parts) expect(out.includes(part)).toBe(true);
  }
  expect(Object.keys(SHIFTED).length).toBeGreaterThan(60);
});
