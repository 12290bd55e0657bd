import path from 'node:path';
import { browserFiles, type BrowserPlace, browserPlaces, type Machine } from './browser-places.ts';
import { chromiumNames, firefoxProfiles } from './profile-names.ts';

/** A browser's cookie store: whose it is and where, nothing of what is in it. */
export interface BrowserStore {
  readonly browser: string;
  /** Empty for a browser that has no profiles. */
  readonly profile: string;
  readonly path: string;
}

/** The folders of a machine, to be looked at. */
export interface Folders {
  /** The names in a folder; none where there is no such folder, or it may not be looked at. */
  names(folder: string): Promise<readonly string[]>;
  /** A small text; nothing where it cannot be read. */
  text(file: string): Promise<string | undefined>;
}

/** The cookie stores of all browsers that keep them where they usually do. */
export async function findStores(machine: Machine, folders: Folders): Promise<readonly BrowserStore[]> {
  const paths = machine.platform === 'win32' ? path.win32 : path.posix;
  const found = await Promise.all(
    browserPlaces(machine).map((place) =>
      place.family === 'firefox'
        ? firefoxStores(place, folders, paths)
        : chromiumStores(place, folders, paths),
    ),
  );
  const files = await Promise.all(
    browserFiles(machine).map(async ({ browser, path: file }): Promise<readonly BrowserStore[]> => {
      const there = await folders.names(paths.dirname(file));
      return there.includes(paths.basename(file)) ? [{ browser, profile: '', path: file }] : [];
    }),
  );
  return [...found, ...files].flat();
}

type Paths = Pick<typeof path, 'join' | 'isAbsolute'>;

const FIREFOX_STORE = 'cookies.sqlite';

async function firefoxStores(
  { browser, folder }: BrowserPlace,
  folders: Folders,
  { join, isAbsolute }: Paths,
): Promise<readonly BrowserStore[]> {
  const profiles = firefoxProfiles((await folders.text(join(folder, 'profiles.ini'))) ?? '');
  const stores: BrowserStore[] = [];
  for (const { name, place } of profiles) {
    const at = isAbsolute(place) ? place : join(folder, ...place.split('/'));
    const there = await folders.names(at);
    if (there.includes(FIREFOX_STORE)) stores.push({ browser, profile: name, path: join(at, FIREFOX_STORE) });
  }
  return stores;
}

/** Where the store is in a profile: since 2021 in a folder of its own on Windows and macOS. */
const CHROMIUM_STORES = [['Network', 'Cookies'], ['Cookies']];

async function chromiumStores(
  { browser, folder }: BrowserPlace,
  folders: Folders,
  { join }: Paths,
): Promise<readonly BrowserStore[]> {
  const inside = await folders.names(folder);
  if (inside.length === 0) return [];
  const names = chromiumNames((await folders.text(join(folder, 'Local State'))) ?? '');
  const stores: BrowserStore[] = [];
  // Opera has its first profile in the folder itself.
  for (const profile of ['', ...inside.toSorted()]) {
    for (const parts of CHROMIUM_STORES) {
      const at = join(folder, profile, ...parts.slice(0, -1));
      if (!(await folders.names(at)).includes('Cookies')) continue;
      const name = profile === '' ? 'Default' : (names.get(profile) ?? profile);
      stores.push({ browser, profile: name, path: join(at, 'Cookies') });
      break;
    }
  }
  return stores;
}
