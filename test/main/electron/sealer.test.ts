import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';

vi.mock('electron', () => ({ safeStorage: {} }));
const { loadSealKey, protectsKeys } = await import('../../../main/electron/sealer.ts');
type KeyStore = Parameters<typeof protectsKeys>[0];

const root = temporaryFolder();

/** A keychain that turns bits over; `secret` stands for the one that it was made with. */
function store(backend: string, secret = 0x5a): KeyStore {
  const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ secret));
  return {
    isEncryptionAvailable: () => backend !== 'none',
    encryptString: (text) => turned(Buffer.from(`v10${text}`)),
    decryptString: (encrypted) => {
      const text = turned(encrypted).toString('latin1');
      if (!text.startsWith('v10')) throw new Error('cannot be decrypted');
      return text.slice(3);
    },
    getSelectedStorageBackend: () => backend,
  };
}

test.each([
  ['none', 'linux', false],
  ['basic_text', 'linux', false],
  ['unknown', 'linux', false],
  ['gnome_libsecret', 'linux', true],
  ['kwallet6', 'linux', true],
  ['', 'darwin', true],
  ['', 'win32', true],
] as const)('a keychain "%s" on %s protects a key: %s', (backend, platform, expected) => {
  expect(protectsKeys(store(backend), platform)).toBe(expected);
});

test('the key is made once, kept encrypted in a file that nobody else reads, and replaced when the keychain was', async () => {
  const folder = path.join(root, 'data');
  const key = await loadSealKey(folder, store('kwallet6'), 'linux');
  if (key === undefined) throw new Error('no key');
  expect(key).toHaveLength(32);
  expect(await loadSealKey(folder, store('kwallet6'), 'linux')).toEqual(key);
  const file = path.join(folder, 'recovery.key');
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.readFileSync(file, 'latin1')).not.toContain(Buffer.from(key).toString('base64'));
  const next = await loadSealKey(folder, store('kwallet6', 0x33), 'linux');
  expect(next).toHaveLength(32);
  expect(next).not.toEqual(key);
});

test('without protection there is no key and no file', async () => {
  const folder = path.join(root, 'bare');
  expect(await loadSealKey(folder, store('basic_text'), 'linux')).toBeUndefined();
  expect(fs.existsSync(folder)).toBe(false);
});

test('a key that cannot be kept is not used', async () => {
  const file = path.join(root, 'a-file');
  fs.writeFileSync(file, '');
  expect(await loadSealKey(file, store('kwallet6'), 'linux')).toBeUndefined();
});
