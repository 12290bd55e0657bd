import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect } from 'vitest';
import type { AppEvent } from '#shared/api/events.ts';
import { setField } from '#shared/document/edits/edits.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import type { OpenDocument } from '../../../main/documents/open-document.ts';
import type { RecoveryOptions } from '../../../main/documents/recovery/stored-journals.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

export const NOW = 1_800_000_000;
export const SECRET = 'canary41c7Value';
const LINES = [
  '# Netscape HTTP Cookie File',
  '# a remark that must stay',
  `.example.com\tTRUE\t/\tTRUE\t1900000000\tone\t${SECRET}`,
  '.example.com\tTRUE\t/\tTRUE\t1900000000\ttwo\tsecond',
  '.example.com\tTRUE\t/\tTRUE\t1900000000\tthree\tthird',
  '',
];
export const TEXT = LINES.join('\n');

export interface Desk {
  readonly folder: string;
  readonly file: string;
  readonly journals: string;
}

/** Files and programs of one file of tests; the programs end after each test. */
export function recoveryDesks() {
  const root = temporaryFolder();
  const services: DocumentService[] = [];
  let count = 0;
  const newFolder = (): string => path.join(root, `desk-${(count += 1)}`);
  afterEach(async () => {
    await Promise.all(services.splice(0).map((service) => service.dispose()));
  });

  function desk(content = TEXT): Desk {
    const folder = newFolder();
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

  return { desk, program, newFolder };
}

export const idOf = (document: OpenDocument, line: number): number =>
  document.cookies.lines.ids()[line - 1] ?? -1;

export function setValue(document: OpenDocument, line: number, text: string) {
  const target = { ids: [idOf(document, line)], now: NOW, field: 'value' as const, text };
  return document.edit('Editing', (cookies) => setField(cookies, target));
}

export const bytesOf = (document: OpenDocument): string =>
  Buffer.concat([...document.cookies.write()]).toString('latin1');

export const journalsIn = ({ journals }: Desk): string[] =>
  fs.existsSync(journals) ? fs.readdirSync(journals) : [];

/** Has the journal of the edits so far on disk. */
export async function journalled(at: Desk, service: DocumentService, dirty = true): Promise<void> {
  expect(service.list().some((document) => document.unsaved)).toBe(dirty);
  await service.keepEdits();
  expect(journalsIn(at).length > 0).toBe(dirty);
}
