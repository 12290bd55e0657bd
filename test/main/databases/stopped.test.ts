import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DocumentService } from '../../../main/documents/document-service.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { firefoxSql, writeDatabase } from './written-stores.ts';

const COOKIE = { expiry: 1_900_000_000_000, isSecure: 1, isHttpOnly: 0, lastAccessed: 0 };
const MANY = `INSERT INTO moz_cookies (name, value, host, path, expiry, isSecure, isHttpOnly, lastAccessed)
  WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 60000)
  SELECT 'name' || x, 'value', 'a.example', '/', 1900000000000, 0, 0, 0 FROM n;`;

const folder = temporaryFolder();

/** The copies of stores that this process has open, or that lie in the folder for temporary files. */
function copies(): { readonly open: number; readonly kept: number } {
  const isOwn = (name: string): boolean => name.includes(`crumbs-store-${process.pid}-`);
  const open = fs.readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return isOwn(fs.readlinkSync(`/proc/self/fd/${fd}`));
    } catch {
      // Closed meanwhile.
      return false;
    }
  });
  return { open: open.length, kept: fs.readdirSync(os.tmpdir()).filter(isOwn).length };
}

test('a store of 60,000 cookies tells how far it is, and leaves no copy when it is told to stop, nor when it was read', async () => {
  const file = writeDatabase(path.join(folder, 'cookies.sqlite'), `${firefoxSql(16, COOKIE)} ${MANY}`);
  const service = new DocumentService({ safetyFolder: path.join(folder, 'safety'), live: false });
  const stopped = expect(service.open(service.handles.grant(file))).rejects.toMatchObject({
    code: 'cancelled',
  });
  while (copies().open === 0) await new Promise((resolve) => setImmediate(resolve));
  service.tasks.cancel('t1');
  await stopped;
  expect(copies()).toEqual({ open: 0, kept: 0 });
  const parts: number[] = [];
  service.subscribe((event) => {
    if (event.event === 'progressed') parts.push(event.done / event.total);
  });
  const { cookies } = await service.open(service.handles.grant(file));
  expect([cookies.counts().entries, copies()]).toEqual([60_001, { open: 0, kept: 0 }]);
  expect(parts.at(-1)).toBe(1);
  expect(parts.every((part) => part >= 0 && part <= 1)).toBe(true);
  await service.dispose();
});
