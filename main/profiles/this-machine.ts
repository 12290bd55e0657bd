import { readdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { type BrowserStore, findStores, type Folders } from './find-stores.ts';

/** Lists of profiles and their names are small; what is larger is none, in bytes. */
const MOST_TEXT = 8 << 20;

const folders: Folders = {
  names: (folder) => readdir(folder).catch(() => []),
  async text(file) {
    try {
      return (await stat(file)).size > MOST_TEXT ? undefined : await readFile(file, 'utf8');
    } catch {
      // A browser that is not here, or that keeps others out, has no profiles for us.
      return undefined;
    }
  },
};

/** The cookie stores of the browsers on this machine. Looks only where they are listed, and into none of them. */
export async function storesHere(): Promise<readonly BrowserStore[]> {
  // Set to nothing is not set (XDG Base Directory Specification).
  const variable = (name: string): string | undefined => process.env[name] || undefined;
  return findStores({ platform: process.platform, home: homedir(), variable }, folders);
}

/** Whose store a file is, for people: "Firefox profile default-release"; nothing where no browser of this machine lists it. */
export async function placeOf(file: string): Promise<string | undefined> {
  const store = (await storesHere()).find(({ path }) => resolve(path) === resolve(file));
  return store && (store.profile === '' ? store.browser : `${store.browser} profile ${store.profile}`);
}
