import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { AppEvent } from '#shared/api/events.ts';
import { addEntry, removeLines, setField } from '#shared/document/edits/edits.ts';
import { keepMine, save, takeTheirs } from '../../../main/documents/disk-actions.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import type { OpenDocument } from '../../../main/documents/open-document.ts';
import type { RecoveryOptions } from '../../../main/documents/recovery/stored-journals.ts';
import type { FileOps } from '../../../main/files/file-ops.ts';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import { isRunning, ownMark } from '../../../main/files/process-mark.ts';
import { keySealer } from '../../../main/files/sealer.ts';
import { systemError } from '../../faults/fault-file-ops.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const NOW = 1_800_000_000;
const SECRET = 'canary41c7Value';
const LINES = [
  '# Netscape HTTP Cookie File',
  '# a remark that must stay',
  `.example.com\tTRUE\t/\tTRUE\t1900000000\tone\t${SECRET}`,
  '.example.com\tTRUE\t/\tTRUE\t1900000000\ttwo\tsecond',
  '.example.com\tTRUE\t/\tTRUE\t1900000000\tthree\tthird',
  '',
];
const TEXT = LINES.join('\n');

const root = temporaryFolder();
const services: DocumentService[] = [];
let count = 0;

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.dispose()));
});

interface Desk {
  readonly folder: string;
  readonly file: string;
  readonly journals: string;
}

function desk(content = TEXT): Desk {
  const folder = path.join(root, `desk-${(count += 1)}`);
  fs.mkdirSync(folder);
  const file = path.join(folder, 'jar.txt');
  fs.writeFileSync(file, content, { encoding: 'latin1', mode: 0o600 });
  return { folder, file, journals: path.join(folder, 'data/recovery') };
}

/** A program that keeps journals; those of the ones before it count as left behind. */
function program({ folder, journals }: Desk, recovery: Partial<RecoveryOptions> = {}, live = false) {
  const service = new DocumentService({
    safetyFolder: path.join(folder, 'safety'),
    live,
    clock: () => NOW * 1000,
    recovery: { folder: journals, isRunning: () => false, ...recovery },
  });
  services.push(service);
  const events: AppEvent[] = [];
  service.subscribe((event) => events.push(event));
  return { service, events, open: (file: string) => service.open(service.handles.grant(file)) };
}

const idOf = (document: OpenDocument, line: number): number => document.cookies.lines.ids()[line - 1] ?? -1;

function setValue(document: OpenDocument, line: number, text: string) {
  const target = { ids: [idOf(document, line)], now: NOW, field: 'value' as const, text };
  return document.edit('Editing', (cookies) => setField(cookies, target));
}

const bytesOf = (document: OpenDocument): string =>
  Buffer.concat([...document.cookies.write()]).toString('latin1');

const journalsIn = ({ journals }: Desk): string[] =>
  fs.existsSync(journals) ? fs.readdirSync(journals) : [];

/** Has the journal of the edits so far on disk. */
async function journalled(at: Desk, service: DocumentService, dirty = true): Promise<void> {
  expect(service.list().some((document) => document.unsaved)).toBe(dirty);
  await service.keepEdits();
  expect(journalsIn(at).length > 0).toBe(dirty);
}

describe('unsaved edits', () => {
  test('come back byte for byte after the program ended, as one step that can be undone', async () => {
    const at = desk();
    const before = program(at);
    const document = await before.open(at.file);
    await setValue(document, 4, 'changed');
    await document.edit('Deleting', (cookies) =>
      removeLines(cookies, { ids: [idOf(document, 5)], now: NOW }),
    );
    await document.edit('Adding', (cookies) =>
      addEntry(cookies, { fields: { name: 'new', domain: 'example.org' }, now: NOW }),
    );
    await journalled(at, before.service);
    const after = program(at);
    const { documents, kept, unreadable } = await after.service.recover();
    const [restored] = documents;
    expect({ kept, unreadable, count: documents.length }).toEqual({ kept: [], unreadable: 0, count: 1 });
    if (restored === undefined) return;
    expect(bytesOf(restored)).toBe(bytesOf(document));
    expect(restored.info).toMatchObject({
      title: 'jar.txt',
      hasFile: true,
      dirty: true,
      undo: 'Restore unsaved changes',
      restored: { file: 'same', changes: 3 },
    });
    expect(await after.open(at.file)).toBe(restored);
    await restored.step('undo');
    expect([bytesOf(restored), restored.info.dirty]).toEqual([TEXT, false]);
  });

  test('are on disk in files that nobody else can read, and leave it with a save, an undo, a revert and a close', async () => {
    const at = desk();
    const { service, open } = program(at);
    let document = await open(at.file);
    const mode = (file: string): number => fs.statSync(file).mode & 0o777;
    const edit = async (): Promise<void> => {
      await setValue(document, 4, `changed ${(count += 1)}`);
      await journalled(at, service);
    };
    await edit();
    const [name = ''] = journalsIn(at);
    expect([mode(at.journals), mode(path.join(at.journals, name))]).toEqual([0o700, 0o600]);
    await save(service, document, false);
    await journalled(at, service, false);
    await edit();
    await document.step('undo');
    await journalled(at, service, false);
    await edit();
    await takeTheirs(service, document, false);
    await journalled(at, service, false);
    await edit();
    await service.close(document.id);
    expect(journalsIn(at)).toEqual([]);
    document = await open(at.file);
    await setValue(document, 4, 'never written down');
    await service.close(document.id);
    await service.keepEdits();
    expect(journalsIn(at)).toEqual([]);
  });

  test('are written at once when the program is ended in order', async () => {
    const at = desk();
    const { service, open } = program(at);
    const document = await open(at.file);
    await setValue(document, 4, 'last word');
    const bytes = bytesOf(document);
    await service.dispose();
    const [restored] = (await program(at).service.recover()).documents;
    expect(restored && bytesOf(restored)).toBe(bytes);
  });

  test('that were saved just before the program ended are not brought back', async () => {
    const at = desk();
    const { service, open } = program(at);
    const document = await open(at.file);
    await setValue(document, 4, 'changed');
    await journalled(at, service);
    fs.writeFileSync(at.file, bytesOf(document), 'latin1');
    const after = program(at).service;
    expect(await after.recover()).toEqual({ documents: [], kept: [], unreadable: 0 });
    expect([after.list().length, journalsIn(at)]).toEqual([0, []]);
  });

  test('survive one crash after another', async () => {
    const at = desk();
    const first = await program(at).open(at.file);
    await setValue(first, 4, 'round 0');
    await journalled(at, services[0] as DocumentService);
    let bytes = bytesOf(first);
    for (let round = 1; round <= 3; round++) {
      const { service } = program(at);
      const [restored] = (await service.recover()).documents;
      if (restored === undefined) throw new Error('nothing came back');
      expect(bytesOf(restored)).toBe(bytes);
      expect(journalsIn(at)).toHaveLength(1);
      await setValue(restored, 3 + (round % 3), `round ${round}`);
      bytes = bytesOf(restored);
      await journalled(at, service);
    }
  });

  test('are put together with what another program wrote on other lines', async () => {
    const at = desk();
    const before = program(at);
    await setValue(await before.open(at.file), 4, 'mine');
    await journalled(at, before.service);
    fs.writeFileSync(at.file, TEXT.replace('third', 'theirs'));
    const [restored] = (await program(at).service.recover()).documents;
    expect(restored?.info).toMatchObject({ dirty: true, changes: 1, restored: { file: 'merged' } });
    expect(restored && bytesOf(restored)).toBe(TEXT.replace('third', 'theirs').replace('second', 'mine'));
  });

  test('that meet what another program wrote are left for the person to decide', async () => {
    const at = desk();
    const before = program(at);
    await setValue(await before.open(at.file), 4, 'mine');
    await journalled(at, before.service);
    fs.writeFileSync(at.file, TEXT.replace('second', 'theirs'));
    const after = program(at, {}, true);
    const [restored] = (await after.service.recover()).documents;
    if (restored === undefined) throw new Error('nothing came back');
    expect(restored.info.restored).toMatchObject({ file: 'conflict' });
    expect(bytesOf(restored)).toBe(TEXT.replace('second', 'mine'));
    await expect.poll(() => restored.info.disk).toBe('changed');
    await expect(save(after.service, restored, false)).rejects.toMatchObject({
      code: 'document-changed-on-disk',
    });
    await keepMine(after.service, restored);
    expect(restored.info.restored).toBeUndefined();
    await save(after.service, restored, false);
    expect(fs.readFileSync(at.file, 'latin1')).toBe(TEXT.replace('second', 'mine'));
  });

  test('of a file that is gone come back without one', async () => {
    const at = desk();
    const before = program(at);
    await setValue(await before.open(at.file), 4, 'mine');
    await journalled(at, before.service);
    fs.rmSync(at.file);
    const [restored] = (await program(at).service.recover()).documents;
    expect(restored?.info).toMatchObject({
      title: 'jar.txt',
      hasFile: false,
      dirty: true,
      restored: { file: 'gone' },
    });
    expect(restored && bytesOf(restored)).toBe(TEXT.replace('second', 'mine'));
  });

  test('of a document that never had a file come back', async () => {
    const at = desk();
    const before = program(at);
    const document = before.service.create();
    await document.edit('Adding', (cookies) =>
      addEntry(cookies, { fields: { name: 'new', domain: 'example.org' }, now: NOW }),
    );
    await journalled(at, before.service);
    const [restored] = (await program(at).service.recover()).documents;
    expect(restored?.info).toMatchObject({ hasFile: false, dirty: true, restored: { file: 'detached' } });
    expect(restored && bytesOf(restored)).toBe(bytesOf(document));
  });

  test('of files that were not asked for are kept for later', async () => {
    const at = desk();
    const before = program(at);
    await setValue(await before.open(at.file), 4, 'mine');
    await journalled(at, before.service);
    const other = path.join(at.folder, 'other.txt');
    expect(await program(at).service.recover([other])).toEqual({
      documents: [],
      kept: [at.file],
      unreadable: 0,
    });
    expect((await program(at).service.recover([at.file])).documents).toHaveLength(1);
  });

  test('of a program that ends a moment later come back then, into the document that was opened meanwhile', async () => {
    const at = desk();
    const before = program(at);
    await setValue(await before.open(at.file), 4, 'mine');
    await journalled(at, before.service);
    let runs = true;
    const after = program(at, { isRunning: () => runs });
    expect((await after.service.recover()).documents).toEqual([]);
    const document = await after.open(at.file);
    expect(bytesOf(document)).toBe(TEXT);
    runs = false;
    await expect.poll(() => document.info.restored).toMatchObject({ file: 'same', changes: 1 });
    expect([bytesOf(document), after.service.list().length]).toEqual([TEXT.replace('second', 'mine'), 1]);
    await after.service.keepEdits();
    await expect.poll(() => journalsIn(at).length).toBe(1);
    const [again] = (await program(at).service.recover()).documents;
    expect(again && bytesOf(again)).toBe(TEXT.replace('second', 'mine'));
  });

  test('of a program that still runs are left alone', async () => {
    const at = desk();
    const before = program(at);
    await setValue(await before.open(at.file), 4, 'mine');
    await journalled(at, before.service);
    const other = program(at, { isRunning });
    expect(await other.service.recover()).toEqual({ documents: [], kept: [], unreadable: 0 });
    expect([isRunning(ownMark()), isRunning(ownMark().replace(/^\d+-\d+/, `${process.pid}-1`))]).toEqual([
      true,
      false,
    ]);
  });

  test.each([
    ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le').toString('latin1'), 4],
    ['CR', TEXT.replaceAll('\n', '\r'), 4],
    ['a byte order mark', `\xef\xbb\xbf${TEXT}`, 4],
    ['CR LF and no last line end', TEXT.trimEnd().replaceAll('\n', '\r\n'), 4],
    ['JSON', '[ {"domain": ".example.com", "name":"a", "value" : "b", "path":"/", "odd": [1,  2]} ]\n', 1],
  ])('of a file in %s come back byte for byte', async (_name, content, line) => {
    const at = desk(content);
    const before = program(at);
    const document = await before.open(at.file);
    await setValue(document, line, 'mine');
    await journalled(at, before.service);
    const [restored] = (await program(at).service.recover()).documents;
    expect(restored?.info.restored?.file).toBe('same');
    expect(restored && bytesOf(restored)).toBe(bytesOf(document));
    await restored?.step('undo');
    expect(restored && bytesOf(restored)).toBe(content);
  });

  test('are sealed where there is a key, and wait for it where it is missing', async () => {
    const at = desk();
    const sealer = keySealer(Buffer.alloc(32, 3));
    const before = program(at, { sealer });
    await setValue(await before.open(at.file), 4, 'canary-of-mine');
    await journalled(at, before.service);
    const [name = ''] = journalsIn(at);
    const bytes = fs.readFileSync(path.join(at.journals, name), 'latin1');
    expect([bytes.includes(SECRET), bytes.includes('canary-of-mine'), bytes.includes('jar.txt')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(await program(at).service.recover()).toEqual({ documents: [], kept: [], unreadable: 1 });
    expect((await program(at, { sealer }).service.recover()).documents).toHaveLength(1);
  });

  test('come back as they were at some moment from a journal that was cut anywhere, and never as anything else', async () => {
    const at = desk();
    const before = program(at);
    const document = await before.open(at.file);
    const states = new Set<string>();
    for (const text of ['first', 'and second', 'third']) {
      await setValue(document, 4, text);
      await journalled(at, before.service);
      states.add(bytesOf(document));
    }
    const [name = ''] = journalsIn(at);
    const whole = fs.readFileSync(path.join(at.journals, name));
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.nat(whole.length), fc.constant(whole.length)),
        fc.option(fc.nat(7)),
        async (cut, bit) => {
          const again = { ...at, journals: path.join(root, `cut-${(count += 1)}`) };
          fs.mkdirSync(again.journals, { mode: 0o700 });
          const bytes = Buffer.from(bit === null ? whole.subarray(0, cut) : whole);
          if (bit !== null && cut < whole.length) bytes[cut] = (bytes[cut] ?? 0) ^ (1 << bit);
          fs.writeFileSync(path.join(again.journals, name), bytes, { mode: 0o600 });
          const { service } = program(again);
          const { documents, unreadable } = await service.recover();
          expect(documents.length + unreadable).toBe(1);
          for (const restored of documents) {
            seen.add(bytesOf(restored));
            expect(states).toContain(bytesOf(restored));
          }
          if (unreadable > 0)
            expect(journalsIn(again).every((left) => left.endsWith('.damaged') || bytes[16] === 1)).toBe(
              true,
            );
        },
      ),
      { numRuns: 150 },
    );
    expect(seen.size).toBe(3);
    expect(fs.readFileSync(at.file, 'latin1')).toBe(TEXT);
  });
});

describe('a disk that takes no journal', () => {
  const failing = (broken: { full: boolean }): FileOps => ({
    ...nodeFileOps,
    write: (file, from, position) =>
      broken.full ? Promise.reject(systemError('ENOSPC')) : nodeFileOps.write(file, from, position),
  });

  test('is told of once, hinders no edit and no save, and is tried again', async () => {
    const at = desk();
    const broken = { full: true };
    const { service, events, open } = program(at, { ops: failing(broken) });
    const document = await open(at.file);
    const told = (): AppEvent[] => events.filter(({ event }) => event === 'noticed');
    await setValue(document, 4, 'one');
    await expect.poll(() => told().length).toBe(1);
    await setValue(document, 4, 'two');
    await service.keepEdits();
    expect(told()).toMatchObject([{ notice: { code: 'recovery-off', data: { errno: 'ENOSPC' } } }]);
    expect(journalsIn(at)).toEqual([]);
    broken.full = false;
    await setValue(document, 4, 'three');
    await journalled(at, service);
    broken.full = true;
    await setValue(document, 4, 'four');
    await expect.poll(() => told().length).toBe(2);
    const [restored] = (await program(at).service.recover()).documents;
    expect(restored && bytesOf(restored)).toBe(TEXT.replace('second', 'three'));
    await save(service, document, false);
    expect(fs.readFileSync(at.file, 'latin1')).toBe(TEXT.replace('second', 'four'));
  });

  test('in whose folder a file stands in the way is told of, and edits go on', async () => {
    const at = desk();
    fs.mkdirSync(path.dirname(at.journals));
    fs.writeFileSync(at.journals, '');
    const { service, events, open } = program(at);
    await service.recover();
    await setValue(await open(at.file), 4, 'one');
    await expect.poll(() => events.filter(({ event }) => event === 'noticed').length).toBe(1);
  });

  test('that lost a journal which somebody removed gets a whole one', async () => {
    const at = desk();
    const { service, open } = program(at);
    const document = await open(at.file);
    await setValue(document, 4, 'one');
    await journalled(at, service);
    for (const name of journalsIn(at)) fs.rmSync(path.join(at.journals, name));
    await setValue(document, 4, 'two');
    await journalled(at, service);
    const [restored] = (await program(at).service.recover()).documents;
    expect(restored && bytesOf(restored)).toBe(TEXT.replace('second', 'two'));
  });
});
