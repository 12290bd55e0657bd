import { expect } from 'vitest';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { detectBinary } from '#shared/formats/registry.ts';
import { finish } from '#shared/table/progress.ts';
import { type ReadStoreFile, readDatabaseFile } from '../../../main/databases/open-database.ts';
import { probeOf, readWell, type ReadRow } from '../../conformance/format-reading.ts';

/** A store of a file, through all steps but the window. */
export async function storeIn(file: string): Promise<ReadStoreFile & { readonly rows: readonly ReadRow[] }> {
  const read = await readDatabaseFile(file, finish);
  const format = detectBinary(probeOf(read.bytes));
  if (format === undefined) throw new Error('no format takes the image');
  return { ...read, rows: readWell(format, read.bytes).rows };
}

/** The only cookie of a store. */
export async function cookieIn(file: string): Promise<Cookie> {
  const { rows } = await storeIn(file);
  expect(rows.length).toBe(1);
  const [row] = rows;
  if (row?.cookie === undefined) throw new Error(`no cookie: ${row?.reason}`);
  return row.cookie;
}
