import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DocumentService } from '../../../main/documents/document-service.ts';
import { windowsTrouble } from '../../../main/files/windows-name.ts';
import { runCaptured } from '../cli/run-captured.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { SECRET } from './bad-text.ts';
import { COMMANDS } from './commands.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { FILES } from './files.ts';
import { JSON_FILES } from './json.ts';
import { LINES } from './lines.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const folder = temporaryFolder();
const HEADER = '# Netscape HTTP Cookie File\n\n';
const LINE = `example.com\tFALSE\t/\tTRUE\t1900000000\tsid\t${'a'.repeat(40)}!\n`;

describe('the catalogue of bad inputs', () => {
  test('is tried whole, each of its 115 inputs', () => {
    const tried = [...FILES, ...LINES, ...JSON_FILES, ...COMMANDS, ...ELSEWHERE].map(({ number }) => number);
    const all = Array.from({ length: 115 }, (_, at) => at + 1);
    expect(all.filter((number) => !tried.includes(number))).toEqual([]);
  });

  test.each(ELSEWHERE)('$number is in $file', ({ file, words }) => {
    expect(fs.readFileSync(path.join(project, file), 'utf8')).toContain(words);
  });
});

describe('a path on Windows', () => {
  test.each([
    ['C:\\jars\\a.txt', undefined],
    ['\\\\host\\share\\a.txt', undefined],
    ['..\\a.txt', undefined],
    ['C:\\jars\\a.txt:hidden', 'stream'],
    ['C:\\jars\\a.txt::$DATA', 'stream'],
    ['CON', 'device'],
    ['C:\\nul.txt', 'device'],
    ['C:\\jars\\com1\\a.txt', 'device'],
    ['\\\\.\\pipe\\x', 'device'],
    ['\\\\?\\C:\\a.txt', 'device'],
    ['C:\\a.txt.', 'trailing'],
    ['C:\\a.txt ', 'trailing'],
  ])('%j: %s', (given, trouble) => {
    expect(windowsTrouble(given)).toBe(trouble);
  });
});

describe('what is large', () => {
  test('one line of 200 MB is kept as it is, and the file opens', async () => {
    const file = path.join(folder, 'long.txt');
    fs.writeFileSync(file, `${HEADER}${LINE}`);
    fs.truncateSync(file, 200_000_000);
    const out = fs.openSync(file, 'r+');
    fs.writeSync(out, Buffer.alloc(1_000_000, 'x'), 0, 1_000_000, HEADER.length + LINE.length);
    fs.closeSync(out);
    const { code, out: said } = await runCaptured(['check', '--json', file]);
    const { files } = JSON.parse(said) as { files: [{ entries: number; unparsed: number }] };
    expect([code, files[0].entries, files[0].unparsed]).toEqual([1, 1, 1]);
    fs.rmSync(file);
  });

  test('a HAR file is opened without its bodies, however large they are', async () => {
    const har = JSON.stringify({
      log: {
        version: '1.2',
        entries: [
          {
            request: { url: 'https://example.com/', cookies: [] },
            response: { content: { text: 'x'.repeat(3_000_000) }, cookies: [{ name: 'a', value: SECRET }] },
          },
        ],
      },
    });
    const { code, out, err } = await runCaptured(['check', '-'], har);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/HTTP archive \(HAR\), 1 entry, 0 errors/);
    expect(out).not.toContain(SECRET);
  });

  test('JSON of 300,000 cookies on one line tells how far it is, stops when it is told to, and is read', async () => {
    const cookie = { domain: 'example.com', name: 'sid', value: SECRET, path: '/' };
    const text = JSON.stringify(Array.from({ length: 300_000 }, () => cookie));
    const bytes = () => new Uint8Array(Buffer.from(text));
    const service = new DocumentService({ safetyFolder: path.join(folder, 'safety'), live: false });
    const told: string[] = [];
    let stop = true;
    service.subscribe((event) => {
      if (event.event !== 'progressed') return;
      told.push(event.task);
      if (stop && event.done > 0) service.tasks.cancel(event.task);
    });
    await expect(service.openBytes('jar.json', bytes())).rejects.toMatchObject({ code: 'cancelled' });
    stop = false;
    const { cookies } = await service.openBytes('jar.json', bytes());
    expect([cookies.counts().entries, told.length > 2]).toEqual([300_000, true]);
    await service.dispose();
  });
});

describe('a query', () => {
  test.each(['/(a+)+$/', '/(\\w+\\s?)*$/', '/(a|a)*b/', '/(.*)*x/'])(
    '%s ends at once, or is refused',
    async (query) => {
      const file = path.join(folder, 'query.txt');
      fs.writeFileSync(file, HEADER + LINE.repeat(50), { mode: 0o600 });
      const { code } = await runCaptured(['list', file, '--query', query]);
      expect([0, 1, 2]).toContain(code);
    },
    5_000,
  );

  test('a query of a megabyte is read', async () => {
    const file = path.join(folder, 'query.txt');
    fs.writeFileSync(file, HEADER + LINE, { mode: 0o600 });
    const { code } = await runCaptured(['list', file, '--query', 'x'.repeat(1_000_000)]);
    expect([0, 1, 2]).toContain(code);
  }, 5_000);
});

describe('arguments', () => {
  test.each([
    { name: 'an option that is not there', given: ['list', '--no-such=a=b'] },
    { name: 'nothing behind --', given: ['list', '--'] },
    { name: 'an empty name', given: ['list', ''] },
    { name: 'a NUL byte', given: ['list', 'a\0b'] },
    { name: 'a name that is no UTF-8', given: ['list', 'a\ufffdb'] },
  ])('$name: a message and no stack', async ({ given }) => {
    const { code, out, err } = await runCaptured(given);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^crumbs: /);
    expect(err).not.toMatch(/\n +at /);
  });

  test('100,000 arguments are looked at one after the other', async () => {
    const { code, err } = await runCaptured([
      'check',
      ...Array.from({ length: 100_000 }, (_, at) => `/no/such/file-${at}`),
    ]);
    expect(code).toBe(2);
    expect(err.split('\n').length).toBeGreaterThan(100_000);
  });
});
