import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AppEvent } from '#shared/api/events.ts';
import { removeLines } from '#shared/document/edits/edits.ts';
import { keepMine, save, saveAs, takeTheirs } from '../../../main/documents/disk-actions.ts';
import { fixMany, fixOne } from '../../../main/documents/fixing.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import type { OpenDocument } from '../../../main/documents/open-document.ts';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import { systemError } from '../../faults/fault-file-ops.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const NOW = 1_800_000_000;
const CLEAN = '# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t1900000000\tone\tfirst\n';

const folder = temporaryFolder();
const services: DocumentService[] = [];
let files = 0;

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(services.splice(0).map((service) => service.dispose()));
});

interface Opened {
  readonly service: DocumentService;
  readonly document: OpenDocument;
  readonly file: string;
  readonly events: AppEvent[];
}

async function opened(mode: number): Promise<Opened> {
  const file = path.join(folder, `jar-${(files += 1)}.txt`);
  fs.writeFileSync(file, CLEAN);
  fs.chmodSync(file, mode);
  const service = new DocumentService({
    safetyFolder: path.join(folder, 'safety'),
    live: false,
    clock: () => NOW * 1000,
  });
  services.push(service);
  const events: AppEvent[] = [];
  service.subscribe((event) => events.push(event));
  return { service, document: await service.open(service.handles.grant(file)), file, events };
}

const modeOf = (file: string): string => (fs.statSync(file).mode & 0o777).toString(8);

describe('a file that may not be written', () => {
  test.each([{ mode: 0o444 }, { mode: 0o400 }])(
    'opens read-only, for root as well ($mode)',
    async ({ mode }) => {
      const { service, document, file } = await opened(mode);
      expect(document.info).toMatchObject({ readOnly: 'permission', hasFile: true });
      await expect(save(service, document, true)).rejects.toMatchObject({
        code: 'document-read-only',
        data: { reason: 'permission', path: file },
      });
      expect([fs.readFileSync(file, 'utf8'), modeOf(file)]).toEqual([CLEAN, mode.toString(8)]);
    },
  );

  test('is a matter of the owner for root, whom the system lets write anything', async () => {
    vi.spyOn(process, 'geteuid').mockReturnValue(0);
    expect((await opened(0o464)).document.info.readOnly).toBe('permission');
    expect((await opened(0o644)).document.info.readOnly).toBeUndefined();
  });

  test.skipIf(process.geteuid?.() !== 0)(
    'is what the system says for everybody else (only root can be let in by a mode that lets in no owner)',
    async () => {
      vi.spyOn(process, 'geteuid').mockReturnValue(1000);
      expect((await opened(0o464)).document.info.readOnly).toBeUndefined();
    },
  );

  test('can be saved as a copy, which can be written', async () => {
    const { service, document, file } = await opened(0o444);
    const copy = path.join(folder, 'copy.txt');
    await saveAs(service, document, { handle: service.handles.grant(copy) });
    expect(document.info.readOnly).toBeUndefined();
    await save(service, document, false);
    expect([modeOf(copy), modeOf(file)]).toEqual(['600', '444']);
  });

  test.each([{ over: 'itself' }, { over: 'another one' }])(
    'is not replaced by a copy that is saved over it: $over',
    async ({ over }) => {
      const { service, document, file } = await opened(0o444);
      const target = over === 'itself' ? file : (await opened(0o444)).file;
      const saving = saveAs(service, document, { handle: service.handles.grant(target) });
      await expect(saving).rejects.toMatchObject({ code: 'document-read-only', data: { path: target } });
      expect([modeOf(target), document.info.readOnly]).toEqual(['444', 'permission']);
    },
  );

  test('can be written once its permissions allow it and it was read again', async () => {
    const { service, document, file } = await opened(0o444);
    fs.chmodSync(file, 0o600);
    await takeTheirs(service, document, true);
    expect(document.info.readOnly).toBeUndefined();
    await save(service, document, false);
  });
});

const RULE = 'file-readable-by-others';

function fixMode({ service, document }: Opened) {
  return fixOne(document, { rule: RULE, now: service.now });
}

function noticesOf({ events }: Opened) {
  return events.flatMap((event) => (event.event === 'noticed' ? [event.notice] : []));
}

/** Does the document report that others can read its file? */
function reported({ document }: Opened): boolean {
  const { judge } = document.cookies;
  return document.cookies.documentFindings().some(({ rule }) => judge.findings.rules[rule]?.id === RULE);
}

describe('taking a file from the eyes of others', () => {
  test('is done on disk at once, and says so', async () => {
    const all = await opened(0o644);
    const done = await fixMode(all);
    expect(done).toMatchObject({ mode: { before: '0644', after: '0600', state: 'done' } });
    expect(noticesOf(all)).toEqual([
      { code: 'mode-tightened', data: { path: all.file, before: '0644', after: '0600' } },
    ]);
    expect([modeOf(all.file), all.document.info.mode, all.document.info.dirty, reported(all)]).toEqual([
      '600',
      '0600',
      false,
      false,
    ]);
  });

  test('is not taken back by undo, nor by a save after it', async () => {
    const all = await opened(0o644);
    const ids = all.document.cookies.lines.ids().slice(0, 1);
    await fixMode(all);
    await all.document.edit('Deleting', (cookies) => removeLines(cookies, { ids, now: NOW }));
    await all.document.step('undo');
    await all.document.step('undo');
    expect(modeOf(all.file)).toBe('600');
    await save(all.service, all.document, false);
    expect([modeOf(all.file), fs.readFileSync(all.file, 'utf8')]).toEqual(['600', CLEAN]);
  });

  test('adds no permission that was not there', async () => {
    const all = await opened(0o244);
    await fixMode(all);
    expect(modeOf(all.file)).toBe('200');
  });

  test('that the system refuses is told; the edit is made all the same, and everybody hears of it', async () => {
    const all = await opened(0o644);
    await all.document.edit('Deleting', (cookies) =>
      removeLines(cookies, { ids: cookies.lines.ids().slice(0, 1), now: NOW }),
    );
    vi.spyOn(nodeFileOps, 'changeMode').mockRejectedValue(systemError('EPERM'));
    all.events.length = 0;
    const done = await fixMany(all.document, { now: NOW });
    expect(done.mode).toEqual({ before: '0644', after: '0600', state: 'failed' });
    expect(done.changed).toBeGreaterThan(0);
    expect(noticesOf(all)).toEqual([
      {
        code: 'mode-not-changed',
        data: { path: all.file, before: '0644', after: '0600', errno: 'EPERM' },
      },
    ]);
    expect(all.events.map(({ event }) => event)).toContain('documentChanged');
    expect([modeOf(all.file), all.document.info.undo !== undefined, reported(all)]).toEqual([
      '644',
      true,
      true,
    ]);
  });

  test('is told to be in vain on a disk that keeps no permissions', async () => {
    const all = await opened(0o644);
    vi.spyOn(nodeFileOps, 'changeMode').mockResolvedValue();
    await fixMode(all);
    expect(noticesOf(all)).toMatchObject([{ code: 'mode-not-changed', data: { reason: 'ignored' } }]);
    expect(reported(all)).toBe(true);
  });

  test('leaves a read-only file as it is, and says so', async () => {
    const all = await opened(0o444);
    await fixMode(all);
    expect(noticesOf(all)).toMatchObject([{ code: 'mode-not-changed', data: { reason: 'read-only' } }]);
    expect(modeOf(all.file)).toBe('444');
  });

  test('hides nothing that another program writes at the same moment', async () => {
    const all = await opened(0o644);
    const theirs = CLEAN.replace('one', 'two');
    const { changeMode } = nodeFileOps;
    vi.spyOn(nodeFileOps, 'changeMode').mockImplementationOnce(async (file, mode) => {
      fs.writeFileSync(all.file, `${theirs}# more\n`);
      await changeMode(file, mode);
    });
    await fixMode(all);
    await expect(save(all.service, all.document, false)).rejects.toMatchObject({
      code: 'document-changed-on-disk',
    });
    expect([modeOf(all.file), fs.readFileSync(all.file, 'utf8')]).toEqual(['600', `${theirs}# more\n`]);
    expect(all.document.info.mode).toBe('0600');
  });

  test('keeps the wish to overwrite what another program wrote', async () => {
    const all = await opened(0o644);
    fs.writeFileSync(all.file, `${CLEAN}# theirs\n`);
    await keepMine(all.service, all.document);
    await fixMode(all);
    expect(all.document.info.dirty).toBe(true);
    await save(all.service, all.document, false);
    expect([modeOf(all.file), fs.readFileSync(all.file, 'utf8')]).toEqual(['600', CLEAN]);
  });
});

describe('what is to be said of a save that succeeded', () => {
  test('is that the disk did not confirm it, and where the old bytes are', async () => {
    const all = await opened(0o600);
    await edited(all);
    const { sync } = nodeFileOps;
    let calls = 0;
    vi.spyOn(nodeFileOps, 'sync').mockImplementation((file) =>
      (calls += 1) === 2 ? Promise.reject(systemError('EIO')) : sync(file),
    );
    await save(all.service, all.document, false);
    const { oldContent, unconfirmed, dirty } = all.document.info;
    expect({ unconfirmed, dirty }).toEqual({ unconfirmed: true, dirty: false });
    expect(fs.readFileSync(String(oldContent), 'utf8')).toBe(CLEAN);
    expect(noticesOf(all)).toEqual([{ code: 'durability-uncertain', data: { path: all.file, oldContent } }]);
    const { ino } = fs.statSync(all.file);
    await save(all.service, all.document, false);
    expect(fs.statSync(all.file).ino).not.toBe(ino);
    expect(all.document.info.unconfirmed).toBeUndefined();
    expect(all.document.info.oldContent).toBe(oldContent);
  });

  test('is that a copy of the old bytes could not be removed', async () => {
    const all = await opened(0o600);
    fs.linkSync(all.file, `${all.file}.second`);
    await edited(all);
    vi.spyOn(nodeFileOps, 'remove').mockRejectedValue(systemError('EIO'));
    await save(all.service, all.document, false);
    const { oldContent } = all.document.info;
    expect(noticesOf(all)).toEqual([{ code: 'old-content-kept', data: { path: all.file, oldContent } }]);
    expect(fs.readFileSync(String(oldContent), 'utf8')).toBe(CLEAN);
  });

  test('stays in sight when a save failed and could not put the old bytes back', async () => {
    const all = await opened(0o600);
    await edited(all);
    const { rename, open } = nodeFileOps;
    let renames = 0;
    vi.spyOn(nodeFileOps, 'rename').mockImplementation((from, to) =>
      (renames += 1) === 1 ? rename(from, to) : Promise.reject(systemError('EIO')),
    );
    vi.spyOn(nodeFileOps, 'open').mockImplementation((file, way) =>
      way === 'read' && renames > 0 ? Promise.reject(systemError('EIO')) : open(file, way),
    );
    await expect(save(all.service, all.document, false)).rejects.toMatchObject({ code: 'write-failed' });
    const { oldContent, dirty } = all.document.info;
    expect([dirty, fs.readFileSync(String(oldContent), 'utf8')]).toEqual([true, CLEAN]);
  });

  async function edited({ document }: Opened): Promise<void> {
    const ids = document.cookies.lines.ids().slice(1, 2);
    await document.edit('Deleting', (cookies) => removeLines(cookies, { ids, now: NOW }));
  }
});
