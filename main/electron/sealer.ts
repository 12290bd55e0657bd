import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { safeStorage } from 'electron';
import { AppError } from '#shared/api/app-error.ts';
import { errnoOf } from '../files/file-error.ts';
import { nodeFileOps } from '../files/node-file-ops.ts';
import { readFile } from '../files/read-file.ts';
import { saveFile } from '../files/save-file.ts';
import { KEY_BYTES } from '../files/sealer.ts';
import { safetyFolder } from '../settings/data-folder.ts';

/** The parts of Electron's `safeStorage` that are used. */
export interface KeyStore {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
  /** Only on Linux. */
  getSelectedStorageBackend?(): string;
}

const FILE_NAME = 'recovery.key';
/** Backends of Linux that encrypt with a key that stands in Chromium's source, or have not been chosen yet. */
const NO_PROTECTION: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/** True when the system has a keychain that really keeps a key from others. */
export function protectsKeys(store: KeyStore, platform: NodeJS.Platform = process.platform): boolean {
  if (!store.isEncryptionAvailable()) return false;
  return platform !== 'linux' || !NO_PROTECTION.has(store.getSelectedStorageBackend?.() ?? 'unknown');
}

/**
 * The key that unsaved edits are sealed with, kept in the data folder, encrypted by the system's keychain; a new one where there is none or the
 * keychain cannot open it any more. Nothing where the system protects no key, or the key cannot be kept.
 */
export async function loadSealKey(
  folder: string,
  store: KeyStore = safeStorage,
  platform: NodeJS.Platform = process.platform,
): Promise<Uint8Array | undefined> {
  if (!protectsKeys(store, platform)) return undefined;
  const file = path.join(folder, FILE_NAME);
  try {
    const known = await storedKey(file, store);
    if (known !== undefined) return known;
    const key = randomBytes(KEY_BYTES);
    await nodeFileOps.makeFolder(folder);
    await saveFile({
      path: file,
      chunks: [store.encryptString(key.toString('base64'))],
      expected: 'anything',
      safetyFolder: safetyFolder(folder),
    });
    return key;
  } catch (error) {
    // Scenario: the disk is full or the folder cannot be written. A key that is not kept would lock the edits away.
    if (error instanceof AppError || errnoOf(error) !== undefined) return undefined;
    throw error;
  }
}

async function storedKey(file: string, store: KeyStore): Promise<Uint8Array | undefined> {
  const allocate = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length);
  try {
    const { bytes, size } = await readFile({ path: file, allocate });
    const key = Buffer.from(store.decryptString(Buffer.from(bytes.subarray(0, size))), 'base64');
    return key.length === KEY_BYTES ? key : undefined;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'file-missing') throw error;
    return undefined;
  }
}
