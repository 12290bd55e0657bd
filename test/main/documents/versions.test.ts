import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { AppEvent } from '#shared/api/events.ts';
import { setField } from '#shared/document/edits/edits.ts';
import { keepMine, save, saveAs, takeTheirs } from '../../../main/documents/disk-actions.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import type { OpenDocument } from '../../../main/documents/open-document.ts';
import { compareVersion, restoreVersion } from '../../../main/documents/version-actions.ts';
import { type VersionOptions, Versions } from '../../../main/documents/versions.ts';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import { keySealer } from '../../../main/files/sealer.ts';
import { systemError } from '../../faults/fault-file-ops.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const SECRET = 'canary88b1Value';
const TEXT = [
  '# Netscape HTTP Cookie File',
  `.example.com\tTRUE\t/\tTRUE\t1900000000\tone\t${SECRET}`,
  '.example.com\tTRUE\t/\tTRUE\t1900000000\ttwo\tsecond',
  '',
].join('\n');
const LIMITS = { count: 50, days: 90, megabytes: 512 };
const DAY_MS = 86_400_000;

const root = temporaryFolder();
const services: DocumentService[] = [];
let count = 0;

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.dispose()));
});

interface Desk {
  readonly file: string;
  readonly kept: string;
  readonly service: DocumentService;
  readonly versions: Versions;
  readonly events: AppEvent[];
  /** Moves the clock. */
  readonly wait: (ms: number) => void;
}

function desk(options: Partial<VersionOptions> = {}): Desk {
  const folder = path.join(root, `desk-${(count += 1)}`);
  fs.mkdirSync(folder);
  const file = path.join(folder, 'jar.txt');
  fs.writeFileSync(file, TEXT, { mode: 0o600 });
  const kept = path.join(folder, 'data/versions');
  let now = 1_800_000_000_000;
  const service = new DocumentService({
    safetyFolder: path.join(folder, 'safety'),
    live: false,
    clock: () => (now += 1000),
    versions: { folder: kept, limits: async () => LIMITS, ...options },
  });
  services.push(service);
  const events: AppEvent[] = [];
  service.subscribe((event) => events.push(event));
  if (service.versions === undefined) throw new Error('no versions');
  return { file, kept, service, versions: service.versions, events, wait: (ms) => (now += ms) };
}

const open = ({ service, file }: Desk): Promise<OpenDocument> => service.open(service.handles.grant(file));

async function saveValue({ service }: Desk, document: OpenDocument, text: string): Promise<void> {
  const id = document.cookies.lines.ids()[2] ?? -1;
  const target = { ids: [id], now: service.now, field: 'value' as const, text };
  await document.edit('Editing', (cookies) => setField(cookies, target));
  await save(service, document, false);
}

const withValue = (text: string): string => TEXT.replace('second', text);

async function texts({ versions, file }: Desk): Promise<string[]> {
  const all = await versions.list(file);
  return Promise.all(
    all.versions.map(async ({ id }) => Buffer.from(await versions.content(file, id)).toString('latin1')),
  );
}

const bytesOf = (document: OpenDocument): string =>
  Buffer.concat([...document.cookies.write()]).toString('latin1');

/** Every file below a folder. */
function filesIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('earlier versions of a file', () => {
  test('are kept by each save, the newest first, with what was changed', async () => {
    const at = desk();
    const document = await open(at);
    for (const text of ['a', 'b', 'c']) await saveValue(at, document, text);
    expect(await texts(at)).toEqual([withValue('b'), withValue('a'), TEXT]);
    const { versions: listed } = await at.versions.list(at.file);
    expect(listed[0]).toEqual({
      id: listed[0]?.id,
      time: expect.any(Number),
      reason: 'saved',
      bytes: withValue('b').length,
      summary: ['1 line edited'],
    });
    expect(JSON.stringify(listed)).not.toContain(SECRET);
  });

  test('are 0600 in folders that are 0700, and sealed where there is a key', async () => {
    for (const sealer of [undefined, keySealer(Buffer.alloc(32, 5))]) {
      const at = desk({ sealer });
      const umask = process.umask(0);
      try {
        await saveValue(at, await open(at), 'a');
        await at.versions.settled();
      } finally {
        process.umask(umask);
      }
      const files = filesIn(at.kept);
      const folders = [at.kept, ...files.map((file) => path.dirname(file))];
      expect(files).toHaveLength(2);
      expect(files.every((file) => (fs.statSync(file).mode & 0o777) === 0o600)).toBe(true);
      expect(folders.every((folder) => (fs.statSync(folder).mode & 0o777) === 0o700)).toBe(true);
      const readable = files.some((file) => fs.readFileSync(file, 'latin1').includes(SECRET));
      expect(readable).toBe(sealer === undefined);
      expect(await texts(at)).toEqual([TEXT]);
    }
  });

  test('that the desktop sealed are counted where its key is not, and those of both stand side by side', async () => {
    const at = desk();
    const document = await open(at);
    const sealed = new Versions({
      folder: at.kept,
      sealer: keySealer(Buffer.alloc(32, 5)),
      safetyFolder: path.join(path.dirname(at.file), 'safety'),
      limits: async () => LIMITS,
      clock: () => 1_800_000_000_000,
      onTrouble: () => expect.unreachable(),
    });
    sealed.keep(at.file, { content: [Buffer.from(TEXT)], reason: 'saved', summary: [] });
    await sealed.settled();
    expect(await at.versions.list(at.file)).toEqual({ versions: [], unreadable: 1 });
    for (const text of ['a', 'second']) await saveValue(at, document, text);
    await saveValue(at, document, 'b');
    expect(await texts(at)).toEqual([TEXT, withValue('a')]);
    expect((await sealed.list(at.file)).versions).toHaveLength(3);
  });

  test('with the same content share it', async () => {
    const at = desk();
    const document = await open(at);
    for (const text of ['a', 'second', 'a', 'second', 'a']) await saveValue(at, document, text);
    expect(await texts(at)).toEqual([TEXT, withValue('a'), TEXT, withValue('a'), TEXT]);
    expect(filesIn(at.kept).filter((file) => file.endsWith('.content'))).toHaveLength(2);
  });

  test('are kept when another program’s content is taken, and when it is written over', async () => {
    const at = desk();
    const document = await open(at);
    fs.writeFileSync(at.file, withValue('theirs'));
    await takeTheirs(at.service, document, true);
    expect(await texts(at)).toEqual([TEXT]);
    expect((await at.versions.list(at.file)).versions).toMatchObject([
      { reason: 'rewritten', summary: ['1 value rotated'] },
    ]);
    fs.writeFileSync(at.file, withValue('theirs again'));
    await keepMine(at.service, document);
    await save(at.service, document, false);
    expect(fs.readFileSync(at.file, 'latin1')).toBe(withValue('theirs'));
    expect(await texts(at)).toEqual([withValue('theirs again'), withValue('theirs'), TEXT]);
    fs.writeFileSync(at.file, withValue('once more'));
    await save(at.service, document, true);
    expect((await texts(at))[0]).toBe(withValue('once more'));
  });

  test('are kept of a file that Save As writes over', async () => {
    const at = desk();
    const other = path.join(path.dirname(at.file), 'other.txt');
    fs.writeFileSync(other, 'what was there', { mode: 0o600 });
    await saveAs(at.service, await open(at), { handle: at.service.handles.grant(other) });
    const [version] = (await at.versions.list(other)).versions;
    expect(Buffer.from(await at.versions.content(other, version?.id ?? '')).toString()).toBe(
      'what was there',
    );
  });

  test('come back whole as one step that can be undone, and are shown before, with values masked', async () => {
    const at = desk();
    const document = await open(at);
    await saveValue(at, document, 'a');
    const [version] = (await at.versions.list(at.file)).versions;
    const id = version?.id ?? '';
    const compared = await compareVersion(at.service, document, { id, most: 10 });
    expect(compared).toMatchObject({ total: 1, changes: [{ kind: 'edited', subject: 'example.com two' }] });
    expect(JSON.stringify(compared)).not.toMatch(/second|canary/);
    await restoreVersion(at.service, document, id);
    expect([bytesOf(document), document.info.dirty, document.info.changes]).toEqual([TEXT, true, 1]);
    expect(document.info.undo).toMatch(/^Restore the version of 15 January 2027/);
    expect(fs.readFileSync(at.file, 'latin1')).toBe(withValue('a'));
    await document.step('undo');
    expect([bytesOf(document), document.info.dirty]).toEqual([withValue('a'), false]);
    await document.step('redo');
    await save(at.service, document, false);
    expect(await texts(at)).toEqual([withValue('a'), TEXT]);
  });

  test('are bounded by count, by age and by size', async () => {
    const few = desk({ limits: async () => ({ ...LIMITS, count: 2 }) });
    let document = await open(few);
    for (const text of ['a', 'b', 'c', 'd']) await saveValue(few, document, text);
    expect(await texts(few)).toEqual([withValue('c'), withValue('b')]);
    expect(filesIn(few.kept)).toHaveLength(4);
    const young = desk();
    document = await open(young);
    await saveValue(young, document, 'a');
    await young.versions.settled();
    young.wait(91 * DAY_MS);
    await saveValue(young, document, 'b');
    expect(await texts(young)).toEqual([withValue('a')]);
    const small = desk({ limits: async () => ({ ...LIMITS, megabytes: (TEXT.length * 2.5 + 200) / 1e6 }) });
    document = await open(small);
    for (const text of ['a', 'b', 'c']) await saveValue(small, document, text);
    expect(await texts(small)).toEqual([withValue('b'), withValue('a')]);
    const none = desk({ limits: async () => ({ ...LIMITS, count: 0 }) });
    await saveValue(none, await open(none), 'a');
    expect(await texts(none)).toEqual([]);
  });

  test('can be removed, and then nothing of them is on the disk', async () => {
    const at = desk();
    const document = await open(at);
    for (const text of ['a', 'b']) await saveValue(at, document, text);
    expect(await at.versions.purge(at.file)).toBe(2);
    expect(await at.versions.list(at.file)).toEqual({ versions: [], unreadable: 0 });
    expect(filesIn(at.kept)).toEqual([]);
  });

  test('that were damaged on the disk are never taken for what they were', async () => {
    const at = desk();
    await saveValue(at, await open(at), 'a');
    const [version] = (await at.versions.list(at.file)).versions;
    const [content = ''] = filesIn(at.kept).filter((file) => file.endsWith('.content'));
    const whole = fs.readFileSync(content);
    for (let byte = 0; byte < whole.length; byte++) {
      const bytes = Buffer.from(whole);
      bytes[byte] = (bytes[byte] ?? 0) ^ 1;
      fs.writeFileSync(content, byte % 2 === 0 ? bytes : whole.subarray(0, byte));
      await expect(at.versions.content(at.file, version?.id ?? '')).rejects.toMatchObject({
        code: 'read-failed',
      });
    }
    fs.rmSync(content);
    await expect(at.versions.content(at.file, version?.id ?? '')).rejects.toMatchObject({
      code: 'read-failed',
    });
    await expect(at.versions.content(at.file, '000000000000000-00000000')).rejects.toMatchObject({
      code: 'target-unknown',
    });
  });

  test('that the disk has no room for are told of, and the save stands', async () => {
    const at = desk({ ops: { ...nodeFileOps, write: () => Promise.reject(systemError('ENOSPC')) } });
    await saveValue(at, await open(at), 'a');
    await at.versions.settled();
    expect(fs.readFileSync(at.file, 'latin1')).toBe(withValue('a'));
    expect(at.events.filter(({ event }) => event === 'noticed')).toMatchObject([
      { notice: { code: 'version-not-kept', data: { errno: 'ENOSPC' } } },
    ]);
    expect(filesIn(at.kept)).toEqual([]);
  });
});
