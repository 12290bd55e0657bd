import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '#shared/api/app-error.ts';
import { setField } from '#shared/document/edits/edits.ts';
import { save } from '../../../main/documents/disk-actions.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import {
  applyMerge,
  closeMerge,
  mergeInfo,
  mergeOf,
  openMerge,
  previewOf,
} from '../../../main/documents/merges.ts';
import type { OpenDocument } from '../../../main/documents/open-document.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const TEXT = [
  '# Netscape HTTP Cookie File',
  '.example.com\tTRUE\t/\tTRUE\t1900000000\tone\tfirst',
  '.example.com\tTRUE\t/\tTRUE\t1900000000\ttwo\tsecond',
  '',
].join('\n');
const NONE = { lines: [] };

const root = temporaryFolder();
const services: DocumentService[] = [];
let count = 0;

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.dispose()));
});

async function desk(): Promise<{ file: string; service: DocumentService; document: OpenDocument }> {
  const folder = path.join(root, `desk-${(count += 1)}`);
  fs.mkdirSync(folder);
  const file = path.join(folder, 'jar.txt');
  fs.writeFileSync(file, TEXT, { mode: 0o600 });
  const service = new DocumentService({
    safetyFolder: path.join(folder, 'safety'),
    live: false,
    versions: {
      folder: path.join(folder, 'versions'),
      limits: async () => ({ count: 50, days: 90, megabytes: 512 }),
    },
  });
  services.push(service);
  return { file, service, document: await service.open(service.handles.grant(file)) };
}

async function setValue(service: DocumentService, document: OpenDocument, text: string): Promise<void> {
  const id = document.cookies.lines.ids()[1] ?? -1;
  await document.edit('Editing', (cookies) =>
    setField(cookies, { ids: [id], now: service.now, field: 'value', text }),
  );
}

const codeOf = (work: () => unknown): Promise<unknown> =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'fine',
      (error: unknown) => (error instanceof AppError ? error.code : error),
    );

describe('a merge with the file on disk', () => {
  test('is refused while a conflict is open, then counts the disk as saved and keeps what was there before', async () => {
    const { file, service, document } = await desk();
    await setValue(service, document, 'mine');
    fs.writeFileSync(file, TEXT.replace('first', 'theirs').replace('second', 'rotated'));
    const merge = await openMerge(service, document, { disk: true });
    expect(mergeInfo(merge)).toMatchObject({
      kind: 'merge',
      title: 'jar.txt',
      summary: ['2 values rotated'],
      conflicts: 1,
      theirs: 1,
    });
    expect(await codeOf(() => applyMerge(service, merge, NONE))).toBe('merge-undecided');
    expect(await previewOf(merge, { lines: [], conflicts: 'mine' })).toEqual({
      open: 0,
      added: 0,
      edited: 1,
      removed: 0,
    });
    await applyMerge(service, merge, { lines: [], conflicts: 'mine' });
    expect(document.info).toMatchObject({ dirty: true, changes: 1, undo: 'Merge with the file on disk' });
    await save(service, document, false);
    expect(fs.readFileSync(file, 'utf8')).toBe(TEXT.replace('first', 'mine').replace('second', 'rotated'));
    const kept = await service.versions?.list(file);
    expect(kept?.versions.map(({ reason }) => reason)).toEqual(['saved', 'rewritten']);
    expect(await codeOf(() => mergeOf(service, merge.id))).toBe('merge-outdated');
  });

  test('is out of date after an edit, and gone once it is closed', async () => {
    const { service, document } = await desk();
    const merge = await openMerge(service, document, { disk: true });
    expect(mergeInfo(merge).total).toBe(0);
    await setValue(service, document, 'mine');
    expect(await codeOf(() => mergeOf(service, merge.id))).toBe('merge-outdated');
    expect(await codeOf(() => applyMerge(service, merge, NONE))).toBe('merge-outdated');
    const next = await openMerge(service, document, { disk: true });
    closeMerge(service, next.id);
    expect(await codeOf(() => mergeOf(service, next.id))).toBe('merge-outdated');
  });

  test('needs a file that can be read', async () => {
    const { file, service, document } = await desk();
    fs.rmSync(file);
    expect(await codeOf(() => openMerge(service, document, { disk: true }))).toBe('file-missing');
    expect(await codeOf(() => openMerge(service, service.create(), { disk: true }))).toBe(
      'document-has-no-file',
    );
  });
});

describe('a comparison', () => {
  test('with an earlier version gives back what was chosen, as a step with a name', async () => {
    const { file, service, document } = await desk();
    await setValue(service, document, 'changed');
    await save(service, document, false);
    const [version] = (await service.versions?.list(file))?.versions ?? [];
    const merge = await openMerge(service, document, { version: version?.id ?? '' });
    expect(mergeInfo(merge)).toMatchObject({ kind: 'compare', total: 1, conflicts: 0, theirs: 1 });
    expect(await previewOf(merge, NONE)).toEqual({ open: 0, added: 0, edited: 0, removed: 0 });
    await applyMerge(service, merge, { lines: [{ row: merge.plan.differing[0] ?? -1, take: 'theirs' }] });
    expect(document.info.undo).toMatch(/^Restore 1 line of the version of /);
    await save(service, document, false);
    expect(fs.readFileSync(file, 'utf8')).toBe(TEXT);
  });

  test('with another file says what that is, and refuses what is no cookie file', async () => {
    const { file, service, document } = await desk();
    const other = `${path.dirname(file)}/other.txt`;
    fs.writeFileSync(other, `${TEXT}new.example\tFALSE\t/\tFALSE\t0\ta\tb\n`);
    const merge = await openMerge(service, document, { handle: service.handles.grant(other) });
    await applyMerge(service, merge, { lines: [], others: 'theirs' });
    expect(document.info).toMatchObject({ dirty: true, undo: 'Take 1 line over from other.txt' });
    const page = { name: 'page.txt', base64: Buffer.from('<!doctype html><html></html>').toString('base64') };
    expect(await codeOf(() => openMerge(service, document, page))).toBe('format-web-page');
  });
});
