import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addEntry, removeLines } from '#shared/document/edits/edits.ts';
import { keepMine, save, takeTheirs } from '../../../main/documents/disk-actions.ts';
import { isRunning, ownMark } from '../../../main/files/process-mark.ts';
import { keySealer } from '../../../main/files/sealer.ts';
import {
  bytesOf,
  idOf,
  journalled,
  journalsIn,
  NOW,
  recoveryDesks,
  SECRET,
  setValue,
  TEXT,
} from './recovery-desk.ts';

const { desk, program, newFolder } = recoveryDesks();

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
    let edits = 0;
    const edit = async (): Promise<void> => {
      await setValue(document, 4, `changed ${(edits += 1)}`);
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
    const { service: crashed, open } = program(at);
    const first = await open(at.file);
    await setValue(first, 4, 'round 0');
    await journalled(at, crashed);
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
          const again = { ...at, journals: newFolder() };
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
