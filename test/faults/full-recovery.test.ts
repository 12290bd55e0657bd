import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { AppEvent } from '#shared/api/events.ts';
import { setField } from '#shared/document/edits/edits.ts';
import { save } from '../../main/documents/disk-actions.ts';
import { DocumentService } from '../../main/documents/document-service.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-full-data-'));
const data = path.join(root, 'data');

/** Whether the data folder could be put on a file system of its own with 256 KiB. */
function isMounted(): boolean {
  fs.mkdirSync(data);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', data], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const mounted = isMounted();

afterAll(() => {
  if (mounted) execFileSync('umount', [data]);
  fs.rmSync(root, { recursive: true, force: true });
});

describe.skipIf(!mounted)(
  'on a data folder that is really full (not run where nothing can be mounted)',
  () => {
    test('edits and saves go on, what cannot be kept is told, and what was kept before is still whole', async () => {
      const file = path.join(root, 'jar.txt');
      const line = (at: number): string => `.example.com\tTRUE\t/\tTRUE\t1900000000\tname${at}\tvalue\n`;
      const text = `# Netscape HTTP Cookie File\n${Array.from({ length: 2000 }, (_, at) => line(at)).join('')}`;
      fs.writeFileSync(file, text, { mode: 0o600 });
      const recovery = { folder: path.join(data, 'recovery'), isRunning: () => false };
      const limits = async () => ({ count: 50, days: 90, megabytes: 512 });
      const service = new DocumentService({
        safetyFolder: path.join(root, 'safety'),
        live: false,
        recovery,
        versions: { folder: path.join(data, 'versions'), limits },
      });
      const events: AppEvent[] = [];
      service.subscribe((event) => events.push(event));
      const told = (): string[] =>
        events.flatMap((event) => (event.event === 'noticed' ? [event.notice.code] : []));
      const document = await service.open(service.handles.grant(file));
      const states: string[] = [];
      for (let at = 0; at < 12; at++) {
        const target = { ids: [at + 1], now: service.now, field: 'value' as const, text: 'x'.repeat(20_000) };
        await document.edit('Editing', (cookies) => setField(cookies, target));
        states.push(Buffer.concat([...document.cookies.write()]).toString('latin1'));
        await service.keepEdits();
      }
      expect(told()).toEqual(['recovery-off']);
      const again = new DocumentService({ safetyFolder: path.join(root, 'safety'), live: false, recovery });
      const { documents, unreadable } = await again.recover();
      expect([documents.length, unreadable]).toEqual([1, 0]);
      expect(states).toContain(Buffer.concat([...(documents[0]?.cookies.write() ?? [])]).toString('latin1'));
      await again.close(documents[0]?.id ?? '');
      expect(() => fs.writeFileSync(path.join(data, 'filler'), Buffer.alloc(400_000))).toThrow('ENOSPC');
      await save(service, document, false);
      await service.versions?.settled();
      expect(fs.readFileSync(file, 'latin1')).toBe(states.at(-1));
      expect(told()).toEqual(['recovery-off', 'version-not-kept']);
      await service.dispose();
    });
  },
);
