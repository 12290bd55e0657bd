import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AppEvent } from '#shared/api/events.ts';
import { save, saveAs, takeTheirs } from '../../../main/documents/disk-actions.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import type { OpenDocument } from '../../../main/documents/open-document.ts';
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

  test('can be written once its permissions allow it and it was read again', async () => {
    const { service, document, file } = await opened(0o444);
    fs.chmodSync(file, 0o600);
    await takeTheirs(service, document, true);
    expect(document.info.readOnly).toBeUndefined();
    await save(service, document, false);
  });
});
