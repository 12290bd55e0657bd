import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { AppEvent } from '#shared/api/events.ts';
import { setField } from '#shared/document/edits/edits.ts';
import { RUN_PROGRAMS } from '#shared/exports/run-command.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import type { OpenDocument } from '../../../main/documents/open-document.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const NOW = 1_800_000_000;
const URL = 'https://www.example.com/';
const TEXT = [
  '# Netscape HTTP Cookie File',
  '# my notes',
  '#HttpOnly_.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\told-canary-1',
  '.Example.com\tTRUE\t/\tTRUE\t1900000000\tlang\ten',
  'www.example.com\tFALSE\t/\tTRUE\t0\tsession\tabc',
  '',
].join('\n');

const root = temporaryFolder();
const services: DocumentService[] = [];

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.dispose()));
});

interface Desk {
  readonly service: DocumentService;
  readonly copies: NonNullable<DocumentService['copies']>;
  readonly document: OpenDocument;
  readonly folder: string;
  readonly events: AppEvent[];
}

async function desk(): Promise<Desk> {
  const home = fs.mkdtempSync(path.join(root, 'desk-'));
  const file = path.join(home, 'jar.txt');
  fs.writeFileSync(file, TEXT, { mode: 0o600 });
  const folder = path.join(home, 'data', 'copies');
  const service = new DocumentService({
    safetyFolder: path.join(home, 'safety'),
    live: false,
    clock: () => NOW * 1000,
    copiesFolder: folder,
  });
  services.push(service);
  const events: AppEvent[] = [];
  service.subscribe((event) => events.push(event));
  const document = await service.open(service.handles.grant(file));
  const { copies } = service;
  if (copies === undefined) throw new Error('no copies');
  return { service, copies, document, folder, events };
}

/** The file in the one folder there is. */
function copyIn(folder: string): string {
  const [only = ''] = fs.readdirSync(folder);
  return path.join(folder, only, 'cookies.txt');
}

function rewritten(file: string, edit: (text: string) => string): void {
  fs.writeFileSync(file, edit(fs.readFileSync(file, 'utf8')));
}

test('a copy is readable by its owner alone, and so are its folders', async () => {
  const { copies, document, folder } = await desk();
  for (const program of RUN_PROGRAMS) await copies.make(document, { program, url: URL });
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
  const made = fs.readdirSync(folder);
  expect(made).toHaveLength(4);
  for (const one of made) {
    expect(fs.statSync(path.join(folder, one)).mode & 0o777).toBe(0o700);
    expect(fs.statSync(path.join(folder, one, 'cookies.txt')).mode & 0o777).toBe(0o600);
  }
});

test('the command names the copy, has the program write it back and holds no value', async () => {
  const { copies, document, folder } = await desk();
  const { command } = await copies.make(document, { program: 'wget', url: `${URL}a?b=1&c='x'` });
  const file = copyIn(folder);
  expect(command).toContain(`--load-cookies=${file}`);
  expect(command).toContain(`--save-cookies=${file}`);
  expect(command).not.toContain('canary');
  expect(fs.readFileSync(file, 'utf8')).not.toContain('#HttpOnly_');
});

test('only what was asked for is in the copy', async () => {
  const { copies, document, folder } = await desk();
  const copy = await copies.make(document, { program: 'curl', url: URL, ids: [3] });
  expect(copy.entries).toBe(1);
  expect(fs.readFileSync(copyIn(folder), 'utf8')).toContain('lang');
  expect(fs.readFileSync(copyIn(folder), 'utf8')).not.toContain('sid');
});

test('what the program changed is taken over as one step, and what its writing loses is not', async () => {
  const { copies, document, folder, service } = await desk();
  const { id } = await copies.make(document, { program: 'yt-dlp', url: URL });
  expect((await copies.look(id)).state).toBe('waiting');
  rewritten(copyIn(folder), (text) =>
    `${text.replace('old-canary-1', 'new-value').replace('#HttpOnly_', '').split('\n').reverse().join('\n')}\n.example.com\tTRUE\t/\tTRUE\t1900000001\tfresh\t1\n`.replace(
      /# N.*\n/,
      '',
    ),
  );
  fs.writeFileSync(copyIn(folder), `# Netscape HTTP Cookie File\n${fs.readFileSync(copyIn(folder), 'utf8')}`);
  const seen = await copies.look(id);
  expect(seen).toMatchObject({
    state: 'changed',
    summary: ['1 value rotated', '1 cookie added'],
    dropped: 0,
  });
  await copies.take(id, false);
  const after = Buffer.concat([...document.cookies.write()]).toString();
  expect(after).toBe(
    `${TEXT.replace('old-canary-1', 'new-value')}.example.com\tTRUE\t/\tTRUE\t1900000001\tfresh\t1\n`,
  );
  expect(document.info.undo).toBe('Take over 2 cookies from yt-dlp');
  expect((await copies.look(id)).state).toBe('same');
  await document.step('undo');
  expect(Buffer.concat([...document.cookies.write()]).toString()).toBe(TEXT);
  expect(service.list()).toEqual([document]);
});

test('what both changed stays as the person has it, and what was dropped goes only when wanted', async () => {
  const { copies, document, folder } = await desk();
  const { id } = await copies.make(document, { program: 'curl', url: URL });
  await document.run({ label: 'edit' }, (task) =>
    task.slices(setField(document.cookies, { ids: [2], field: 'value', text: 'mine', now: NOW })),
  );
  rewritten(copyIn(folder), (text) => text.replace('old-canary-1', 'theirs').replace(/^.*lang.*\n/m, ''));
  const seen = await copies.look(id);
  expect(seen.summary).toEqual([
    '1 value rotated',
    '1 cookie dropped',
    '1 changed by you as well: yours stays',
  ]);
  await copies.take(id, false);
  expect(Buffer.concat([...document.cookies.write()]).toString()).toContain('lang');
  rewritten(copyIn(folder), (text) => text);
  await copies.discard(id);
  const other = await copies.make(document, { program: 'curl', url: URL });
  rewritten(copyIn(folder), (text) => text.replace(/^.*lang.*\n/m, ''));
  await copies.take(other.id, true);
  const after = Buffer.concat([...document.cookies.write()]).toString();
  expect(after).toContain('mine');
  expect(after).not.toContain('lang');
});

test('a rewritten copy is told without anybody looking', async () => {
  const { copies, document, folder, events } = await desk();
  await copies.make(document, { program: 'curl', url: URL });
  rewritten(copyIn(folder), (text) => text.replace('old-canary-1', 'new-value'));
  await expect
    .poll(() => events.findLast((event) => event.event === 'copiesChanged'), { timeout: 8000 })
    .toMatchObject({ copies: [{ state: 'changed', summary: ['1 value rotated'] }] });
});

test('nonsense in the copy is no cookies, and takes nothing over', async () => {
  const { copies, document, folder } = await desk();
  const { id } = await copies.make(document, { program: 'curl', url: URL });
  for (const bytes of [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
    '',
    '<html></html>',
  ]) {
    fs.writeFileSync(copyIn(folder), bytes);
    await expect(copies.take(id, true)).rejects.toMatchObject({ code: 'copy-unreadable' });
  }
  fs.rmSync(copyIn(folder));
  await expect(copies.take(id, true)).rejects.toMatchObject({ code: 'copy-unreadable' });
  expect(Buffer.concat([...document.cookies.write()]).toString()).toBe(TEXT);
});

test('copies go when the document is closed, and when the host ends', async () => {
  const { copies, document, folder, service } = await desk();
  await copies.make(document, { program: 'curl', url: URL });
  await service.close(document.id);
  expect(fs.readdirSync(folder)).toEqual([]);
  const again = await service.sample();
  await copies.make(again, { program: 'curl', url: URL });
  await service.dispose();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('copies of a process that was killed go at the next chance; those of one that runs stay', async () => {
  const { copies, document, folder } = await desk();
  await copies.make(document, { program: 'curl', url: URL });
  const left = path.join(folder, '999999999-1-1.0123456789abcdef');
  fs.mkdirSync(left);
  fs.writeFileSync(path.join(left, 'cookies.txt'), TEXT);
  fs.mkdirSync(path.join(folder, 'not-ours'));
  await copies.sweep();
  expect(fs.existsSync(left)).toBe(false);
  expect(fs.existsSync(path.join(folder, 'not-ours'))).toBe(true);
  expect(fs.readdirSync(folder)).toHaveLength(2);
});
