import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { AppEvent } from '#shared/api/events.ts';
import { removeLines, setField } from '#shared/document/edits/edits.ts';
import {
  keepMine,
  markTaken,
  save,
  saveAs,
  savedBytes,
  takeTheirs,
} from '../../../main/documents/disk-actions.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import type { OpenDocument } from '../../../main/documents/open-document.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const NOW = 1_800_000_000;
const LINES = [
  '# Netscape HTTP Cookie File',
  '# a remark that must stay',
  '.example.com\tTRUE\t/\tTRUE\t1900000000\tone\tfirst',
  '.example.com\tTRUE\t/\tTRUE\t1900000000\ttwo\tsecond',
  '.example.com\tTRUE\t/\tTRUE\t1900000000\tthree\tthird',
  '',
];

const folder = temporaryFolder();
const services: DocumentService[] = [];
let files = 0;

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.dispose()));
});

function text(changed: Readonly<Record<number, string>> = {}): string {
  return LINES.map((line, at) => changed[at] ?? line).join('\n');
}

function value(name: string, to: string): string {
  return `.example.com\tTRUE\t/\tTRUE\t1900000000\t${name}\t${to}`;
}

interface Opened {
  readonly service: DocumentService;
  readonly document: OpenDocument;
  readonly file: string;
  readonly events: AppEvent[];
}

async function opened(content = text(), live = false): Promise<Opened> {
  const file = path.join(folder, `jar-${(files += 1)}.txt`);
  fs.writeFileSync(file, content, { encoding: 'latin1', mode: 0o600 });
  let clock = NOW * 1000;
  const service = new DocumentService({
    safetyFolder: path.join(folder, 'safety'),
    live,
    clock: () => (clock += 1000),
  });
  services.push(service);
  const events: AppEvent[] = [];
  service.subscribe((event) => events.push(event));
  return { service, document: await service.open(service.handles.grant(file)), file, events };
}

function idOf(document: OpenDocument, line: number): number {
  return document.cookies.lines.ids()[line - 1] ?? -1;
}

function setValue({ service, document }: Opened, line: number, to: string) {
  const target = { ids: [idOf(document, line)], now: service.now, field: 'value' as const, text: to };
  return document.edit('Editing', (cookies) => setField(cookies, target));
}

const onDisk = (file: string): string => fs.readFileSync(file, 'latin1');

describe('a document and its file', () => {
  test('one that is opened as a copy has no file, and the file is never written', async () => {
    const { service, document, file } = await opened();
    const before = onDisk(file);
    const copy = await service.open(service.handles.grant(file), { copy: true });
    expect([copy.id === document.id, copy.info.hasFile]).toEqual([false, false]);
    await setValue({ service, document: copy, file, events: [] }, 3, 'other');
    await expect(save(service, copy, true)).rejects.toMatchObject({ code: 'document-has-no-file' });
    expect(onDisk(file)).toBe(before);
  });

  test.each([
    ['LF', text()],
    ['CR LF', text().replaceAll('\n', '\r\n')],
    ['a byte order mark', `\xef\xbb\xbf${text()}`],
    ['no last line end', text().trimEnd()],
    ['nothing in it', ''],
    ['any bytes', `${text()}a\0b\xff\r\r\n\n\t\t\x80`],
  ])('a file with %s is saved as it was when nothing was edited', async (_name, content) => {
    const { service, document, file } = await opened(content);
    const { ino, mtimeNs } = fs.statSync(file, { bigint: true });
    await save(service, document, false);
    expect([onDisk(file), document.info.dirty]).toEqual([content, false]);
    expect(fs.statSync(file, { bigint: true })).toMatchObject({ ino, mtimeNs });
    await save(service, document, true);
    expect(onDisk(file)).toBe(content);
  });

  test('a save writes the edited line and leaves every other byte', async () => {
    const all = await opened();
    await setValue(all, 4, 'changed');
    expect(all.document.info).toMatchObject({ dirty: true, changes: 1 });
    await save(all.service, all.document, false);
    expect(onDisk(all.file)).toBe(text({ 3: value('two', 'changed') }));
    expect(all.document.info).toMatchObject({ dirty: false, changes: 0 });
  });

  test('a save refuses to write over what another program wrote, and both are kept', async () => {
    const all = await opened();
    await setValue(all, 4, 'mine');
    const theirs = text({ 4: value('three', 'theirs') });
    fs.writeFileSync(all.file, theirs);
    await expect(save(all.service, all.document, false)).rejects.toMatchObject({
      code: 'document-changed-on-disk',
    });
    expect([onDisk(all.file), all.document.info.dirty]).toEqual([theirs, true]);
    await save(all.service, all.document, true);
    expect(onDisk(all.file)).toBe(text({ 3: value('two', 'mine') }));
  });

  test('a reload takes their lines, keeps edits of other lines pending, and can be undone', async () => {
    const all = await opened();
    await setValue(all, 4, 'mine');
    fs.writeFileSync(all.file, text({ 4: value('three', 'theirs') }));
    await takeTheirs(all.service, all.document, true);
    expect(all.document.info).toMatchObject({ dirty: true, changes: 1, disk: 'same' });
    await save(all.service, all.document, false);
    expect(onDisk(all.file)).toBe(text({ 3: value('two', 'mine'), 4: value('three', 'theirs') }));
    await all.document.step('undo');
    expect(Buffer.from(await savedBytes(all.document, undefined)).toString('latin1')).toBe(
      text({ 3: value('two', 'mine') }),
    );
  });

  test('keeping mine makes the next save overwrite what is there now, and nothing newer', async () => {
    const all = await opened();
    fs.writeFileSync(all.file, text({ 4: value('three', 'theirs') }));
    await keepMine(all.service, all.document);
    expect(all.document.info).toMatchObject({ dirty: true, disk: 'same' });
    fs.writeFileSync(all.file, text({ 4: value('three', 'newer') }));
    await expect(save(all.service, all.document, false)).rejects.toMatchObject({
      code: 'document-changed-on-disk',
    });
    await keepMine(all.service, all.document);
    await save(all.service, all.document, false);
    expect([onDisk(all.file), all.document.info.dirty]).toEqual([text(), false]);
  });

  test('a file that was removed is written again once mine is kept', async () => {
    const all = await opened();
    fs.rmSync(all.file);
    await expect(save(all.service, all.document, false)).rejects.toMatchObject({
      code: 'document-changed-on-disk',
    });
    await keepMine(all.service, all.document);
    await save(all.service, all.document, false);
    expect(onDisk(all.file)).toBe(text());
  });

  test('a revert brings back what is on disk, as one step that can be undone', async () => {
    const all = await opened();
    await setValue(all, 4, 'mine');
    const target = { ids: [idOf(all.document, 5)], now: NOW };
    await all.document.edit('Deleting', (cookies) => removeLines(cookies, target));
    await takeTheirs(all.service, all.document, false);
    expect(all.document.info).toMatchObject({ dirty: false, changes: 0, entries: 3 });
    await all.document.step('undo');
    expect(all.document.info).toMatchObject({ dirty: true, changes: 2, entries: 2 });
  });

  test('a document saved elsewhere goes on with that file, and the old one stays', async () => {
    const all = await opened();
    await setValue(all, 4, 'mine');
    const other = path.join(folder, `other-${(files += 1)}.txt`);
    await saveAs(all.service, all.document, { handle: all.service.handles.grant(other) });
    expect(all.document.info).toMatchObject({ title: path.basename(other), dirty: false, mode: '0600' });
    expect([onDisk(all.file), onDisk(other)]).toEqual([text(), text({ 3: value('two', 'mine') })]);
    expect(all.events.at(-1)).toMatchObject({ event: 'documentSaved' });
  });

  test('a document saved in another format goes on in that format, at a higher version', async () => {
    const all = await opened();
    const { version } = all.document.info;
    const other = path.join(folder, `other-${(files += 1)}.json`);
    const handle = all.service.handles.grant(other);
    await saveAs(all.service, all.document, { handle, format: 'playwright-storage-state' });
    expect(all.document.info).toMatchObject({
      formatId: 'playwright-storage-state',
      entries: 3,
      dirty: false,
    });
    expect(all.document.version).toBeGreaterThan(version);
    expect(JSON.parse(onDisk(other)).cookies).toHaveLength(3);
  });

  test('a file whose bytes do not come out as they went in is read-only; a copy of it is not', async () => {
    const half = Buffer.concat([Buffer.from(`\ufeff${text()}`, 'utf16le'), Buffer.from([0x41])]).toString(
      'latin1',
    );
    const all = await opened(half);
    expect(all.document.info).toMatchObject({ readOnly: 'format', entries: 3 });
    await expect(save(all.service, all.document, true)).rejects.toMatchObject({ code: 'document-read-only' });
    await expect(setValue(all, 4, 'mine')).rejects.toMatchObject({ code: 'document-read-only' });
    const copy = path.join(folder, `copy-${(files += 1)}.txt`);
    await saveAs(all.service, all.document, { handle: all.service.handles.grant(copy) });
    expect(all.document.info).toMatchObject({ entries: 3, dirty: false });
    expect(all.document.info.readOnly).toBeUndefined();
    await setValue(all, 4, 'mine');
    expect([onDisk(all.file) === half, all.document.info.dirty]).toEqual([true, true]);
  });

  test('a new document has no file until it is given one', async () => {
    const { service } = await opened();
    const document = service.create();
    expect(document.info).toMatchObject({ hasFile: false, disk: 'none', entries: 0 });
    await expect(save(service, document, false)).rejects.toMatchObject({ code: 'document-has-no-file' });
    const file = path.join(folder, `new-${(files += 1)}.txt`);
    await saveAs(service, document, { handle: service.handles.grant(file) });
    expect([onDisk(file), fs.statSync(file).mode & 0o777]).toEqual([
      '# Netscape HTTP Cookie File\n\n',
      0o600,
    ]);
  });

  test('bytes without a file count as saved once they were taken away', async () => {
    const { service } = await opened();
    const document = await service.openBytes('dropped.txt', new Uint8Array(Buffer.from(text(), 'latin1')));
    await setValue({ service, document, file: '', events: [] }, 4, 'mine');
    expect(document.info).toMatchObject({ title: 'dropped.txt', hasFile: false, dirty: true });
    await markTaken(service, document);
    expect(document.info.dirty).toBe(false);
  });

  test('the sample has something to show', async () => {
    const { service } = await opened();
    const { findings, entries, hasFile } = (await service.sample()).info;
    expect({
      hasFile,
      entries: entries > 20,
      errors: findings.error > 3,
      warnings: findings.warning > 3,
    }).toEqual({
      hasFile: false,
      entries: true,
      errors: true,
      warnings: true,
    });
  });

  test('a file opened twice at the same time is one document', async () => {
    const { service, file } = await opened();
    const other = path.join(folder, `twice-${(files += 1)}.txt`);
    fs.copyFileSync(file, other);
    fs.linkSync(other, `${other}-hard`);
    const documents = await Promise.all(
      [other, other, `${other}-hard`].map((name) => service.open(service.handles.grant(name))),
    );
    expect(new Set(documents.map(({ id }) => id)).size).toBe(1);
  });

  test.each([
    ['a folder', 'file-is-folder', (file: string) => fs.mkdirSync(file)],
    ['nothing', 'file-missing', () => {}],
    [
      'a web page',
      'format-web-page',
      (file: string) => fs.writeFileSync(file, '<!doctype html><title>x</title>'),
    ],
    [
      'gzip',
      'format-compressed',
      (file: string) => fs.writeFileSync(file, Buffer.from([0x1f, 0x8b, 8, 0, 0])),
    ],
    ['a damaged database', 'database-damaged', (file: string) => fs.writeFileSync(file, 'SQLite format 3\0')],
  ])('%s is refused by what it is', async (_name, code, make) => {
    const { service } = await opened();
    const file = path.join(folder, `odd-${(files += 1)}`);
    make(file);
    await expect(service.open(service.handles.grant(file))).rejects.toMatchObject({ code });
    expect(service.list()).toHaveLength(1);
  });
});

describe('a document whose file is watched', () => {
  test('tells in words what another program did, and that it put it back', async () => {
    const { file, events, document } = await opened(text(), true);
    expect(document.info.watching).toBe(true);
    fs.writeFileSync(`${file}.new`, text({ 4: value('three', 'theirs') }));
    fs.renameSync(`${file}.new`, file);
    await expect
      .poll(() => events.at(-1), { timeout: 8000 })
      .toMatchObject({
        event: 'diskChanged',
        document: { disk: 'changed' },
      });
    const told = events.at(-1);
    expect(told?.event === 'diskChanged' && told.summary.length > 0).toBe(true);
    expect(JSON.stringify(told)).not.toContain('theirs');
    fs.writeFileSync(file, text());
    await expect.poll(() => document.info.disk, { timeout: 8000 }).toBe('same');
  }, 20_000);

  test('tells that the file is gone', async () => {
    const { file, events } = await opened(text(), true);
    fs.rmSync(file);
    await expect
      .poll(() => events.at(-1), { timeout: 8000 })
      .toMatchObject({
        event: 'diskChanged',
        document: { disk: 'gone' },
      });
  }, 20_000);

  test('does not take its own save for another program’s', async () => {
    const all = await opened(text(), true);
    await setValue(all, 4, 'mine');
    await save(all.service, all.document, false);
    await all.document.link?.look();
    expect(all.events.map(({ event }) => event)).toEqual([
      'documentOpened',
      'documentChanged',
      'documentSaved',
    ]);
  }, 20_000);
});

describe('a large file', () => {
  const many = `${LINES[0]}\n${Array.from({ length: 90_000 }, (_, at) => value(`name${at}`, 'kept')).join('\n')}\n`;
  const named = (events: readonly AppEvent[]): readonly string[] => events.map(({ event }) => event);

  test('is told by its first lines, masked, before it is open under the same id', async () => {
    const { document, events } = await opened(many);
    const told = events.find((event) => event.event === 'previewed');
    expect(told).toMatchObject({ preview: { document: document.id, formatId: 'netscape' } });
    expect(told?.event === 'previewed' && told.preview.rows.map(({ name }) => name)).toEqual(
      Array.from({ length: 100 }, (_, at) => `name${at}`),
    );
    expect(JSON.stringify(told)).not.toContain('kept');
    expect(named(events).filter((event) => event !== 'progressed')).toEqual([
      'previewed',
      'documentOpened',
      'previewEnded',
    ]);
  });

  test('is told to whoever begins to listen while it is read, and not afterwards', async () => {
    const { service } = await opened();
    const file = path.join(folder, 'listened.txt');
    fs.writeFileSync(file, many);
    const late: AppEvent[] = [];
    const stop = service.subscribe((event) => {
      if (event.event === 'previewed' && late.length === 0) service.subscribe((told) => late.push(told));
    });
    await service.open(service.handles.grant(file));
    stop();
    expect(named(late)[0]).toBe('previewed');
    const after: AppEvent[] = [];
    service.subscribe((event) => after.push(event));
    expect(after).toEqual([]);
  });

  test('leaves nothing behind when its opening is stopped at the first lines', async () => {
    const { service, events } = await opened();
    const file = path.join(folder, 'stopped.txt');
    fs.writeFileSync(file, many);
    service.subscribe((event) => {
      if (event.event === 'previewed') service.tasks.cancel(event.preview.task);
    });
    const before = events.length;
    await expect(service.open(service.handles.grant(file))).rejects.toMatchObject({ code: 'cancelled' });
    expect(named(events.slice(before)).filter((event) => event !== 'progressed')).toEqual([
      'previewed',
      'previewEnded',
    ]);
    expect(service.list()).toHaveLength(1);
  });

  test('of bytes is told of too', async () => {
    const { service, events } = await opened();
    await service.openBytes('dropped.txt', new Uint8Array(Buffer.from(many)));
    expect(named(events)).toContain('previewed');
  });
});
