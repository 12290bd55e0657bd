import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { AppEvent } from '#shared/api/events.ts';
import { fixMany, fixOne } from '../../../main/documents/fixing.ts';
import { saveAs } from '../../../main/documents/disk-actions.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import type { OpenDocument } from '../../../main/documents/open-document.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const RULE = 'file-in-git-work-tree';
const TEXT = '# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t1900000000\ta\t1\n';
const now = 1_800_000_000;

const root = temporaryFolder();
const services: DocumentService[] = [];

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.dispose()));
});

/** A repository as git makes one, as far as it is looked at, with a cookie file in it. */
function repository(): { readonly folder: string; readonly file: string; readonly exclude: string } {
  const folder = fs.mkdtempSync(path.join(root, 'repository-'));
  fs.mkdirSync(path.join(folder, '.git'));
  fs.writeFileSync(path.join(folder, '.git', 'HEAD'), 'ref: refs/heads/main\n');
  const file = path.join(folder, 'jar.txt');
  fs.writeFileSync(file, TEXT, { mode: 0o600 });
  return { folder, file, exclude: path.join(folder, '.git', 'info', 'exclude') };
}

async function open(file: string): Promise<{
  readonly service: DocumentService;
  readonly document: OpenDocument;
  readonly events: AppEvent[];
}> {
  const service = new DocumentService({ safetyFolder: path.join(root, 'safety'), live: false });
  services.push(service);
  const events: AppEvent[] = [];
  service.subscribe((event) => events.push(event));
  return { service, document: await service.open(service.handles.grant(file)), events };
}

function reported(document: OpenDocument): (string | undefined)[] {
  const { cookies } = document;
  return cookies.documentFindings().map(({ rule }) => cookies.judge.findings.rules[rule]?.id);
}

test('a file in a work tree is reported, and one click has git pass over it and says how to undo that', async () => {
  const { file, exclude } = repository();
  const { document, events } = await open(file);
  expect(reported(document)).toEqual([RULE]);
  await fixOne(document, { rule: RULE, now });
  expect(fs.readFileSync(exclude, 'utf8')).toBe('/jar.txt\n');
  expect(reported(document)).toEqual([]);
  expect(events.find((event) => event.event === 'noticed')).toMatchObject({
    notice: { code: 'ignored-in-git', data: { path: file, exclude } },
  });
  expect(document.info.dirty).toBe(false);
  await fixOne(document, { rule: RULE, now });
  expect(fs.readFileSync(exclude, 'utf8')).toBe('/jar.txt\n');
  expect(fs.readFileSync(file, 'utf8')).toBe(TEXT);
});

test('fixing all that is safe leaves the repository alone', async () => {
  const { file, exclude } = repository();
  const { document } = await open(file);
  await fixMany(document, { now });
  expect(fs.existsSync(exclude)).toBe(false);
});

test('a repository that cannot be written to is told of, with the reason', async () => {
  const { file, folder } = repository();
  fs.writeFileSync(path.join(folder, '.git', 'info'), 'a file where a folder should be');
  const { document, events } = await open(file);
  await fixOne(document, { rule: RULE, now });
  expect(events.find((event) => event.event === 'noticed')).toMatchObject({
    notice: { code: 'not-ignored-in-git', data: { path: file } },
  });
  expect(reported(document)).toEqual([RULE]);
});

test('a file that is saved elsewhere is judged by where it lies then', async () => {
  const { file } = repository();
  const { service, document } = await open(file);
  const safe = fs.mkdtempSync(path.join(root, 'safe-'));
  await saveAs(service, document, { handle: service.handles.grant(path.join(safe, 'jar.txt')) });
  expect(reported(document)).toEqual([]);
  const synced = path.join(safe, 'Dropbox');
  fs.mkdirSync(synced);
  await saveAs(service, document, { handle: service.handles.grant(path.join(synced, 'jar.txt')) });
  expect(reported(document)).toEqual(['file-in-synced-folder']);
});
