import { randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateFolder } from '../files/private-folder.ts';
import { nodeFileOps } from '../files/node-file-ops.ts';
import { dataFolder } from './data-folder.ts';

const LENGTH = 32;

/** This person's own key for telling values apart without showing them. Made when it is first asked for, readable by them alone. */
export async function hashKey(folder = dataFolder()): Promise<Uint8Array> {
  const file = join(folder, 'hash-key');
  const known = await readFile(file).catch(missing);
  if (known !== undefined) return known;
  await makePrivateFolder(nodeFileOps, folder);
  // Scenario: several programs make it at once. The first whole one stays, and all of them use that.
  const made = `${file}.${randomUUID()}`;
  await writeFile(made, randomBytes(LENGTH), { mode: 0o600, flag: 'wx' });
  await link(made, file).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
  await unlink(made);
  return readFile(file);
}

function missing(error: unknown): undefined {
  if (!hasCode(error, 'ENOENT')) throw error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
