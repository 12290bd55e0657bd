import { expect, test } from 'vitest';
import type { Machine } from '../../../main/profiles/browser-places.ts';
import { findStores, type Folders } from '../../../main/profiles/find-stores.ts';

/** Folders that hold these files, by their paths, with their texts. */
function foldersOf(files: Readonly<Record<string, string>>): Folders {
  const namesIn = (folder: string): readonly string[] => {
    const below = Object.keys(files).filter((file) => file.startsWith(`${folder}/`));
    return [...new Set(below.map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''))];
  };
  return { names: async (folder) => namesIn(folder), text: async (file) => files[file] };
}

const machine = (platform: NodeJS.Platform, variables: Readonly<Record<string, string>> = {}): Machine => ({
  platform,
  home: '/home/ann',
  variable: (name) => variables[name],
});

test('profiles of Firefox are called as its list calls them, wherever they are', async () => {
  const found = await findStores(
    machine('linux'),
    foldersOf({
      '/home/ann/.mozilla/firefox/profiles.ini':
        '[General]\nVersion=2\n[Profile1]\nName=work\nIsRelative=0\nPath=/data/work\n[Profile0]\nName=default\nPath=ab.default\n[Profile2]\nName=empty\nPath=none\n',
      '/home/ann/.mozilla/firefox/ab.default/cookies.sqlite': '',
      '/data/work/cookies.sqlite': '',
    }),
  );
  expect(found).toEqual([
    { browser: 'Firefox', profile: 'work', path: '/data/work/cookies.sqlite' },
    { browser: 'Firefox', profile: 'default', path: '/home/ann/.mozilla/firefox/ab.default/cookies.sqlite' },
  ]);
});

test('profiles of Chromium are found by their store, in its old and its new place, and called by their names', async () => {
  const root = '/config/google-chrome';
  const found = await findStores(
    machine('linux', { XDG_CONFIG_HOME: '/config' }),
    foldersOf({
      [`${root}/Local State`]: JSON.stringify({ profile: { info_cache: { 'Profile 1': { name: 'Work' } } } }),
      [`${root}/Default/Cookies`]: '',
      [`${root}/Profile 1/Network/Cookies`]: '',
      [`${root}/Profile 1/Cookies`]: '',
      [`${root}/Crashpad/settings.dat`]: '',
    }),
  );
  expect(found).toEqual([
    { browser: 'Chrome', profile: 'Default', path: `${root}/Default/Cookies` },
    { browser: 'Chrome', profile: 'Work', path: `${root}/Profile 1/Network/Cookies` },
  ]);
});

test.each([
  ['linux', '/home/ann/.w3m/cookie', 'w3m'],
  ['linux', '/home/ann/.elinks/cookies', 'ELinks'],
  ['linux', '/home/ann/.lynx_cookies', 'Lynx'],
  ['linux', '/home/ann/.dillo/cookies.txt', 'Dillo'],
  ['linux', '/home/ann/.local/share/kcookiejar/cookies', 'Konqueror'],
  ['darwin', '/home/ann/Library/Cookies/Cookies.binarycookies', 'Safari'],
] as const)('on %s the store %s is that of %s, which has no profiles', async (platform, file, browser) => {
  expect(await findStores(machine(platform), foldersOf({ [file]: '' }))).toEqual([
    { browser, profile: '', path: file },
  ]);
});

test('a list that is damaged, and folders that may not be looked at, hide nothing else', async () => {
  const found = await findStores(
    machine('linux'),
    foldersOf({
      '/home/ann/.mozilla/firefox/profiles.ini': '[Profile0\n\0Path',
      '/home/ann/.config/chromium/Local State': '{"profile":',
      '/home/ann/.config/chromium/Default/Cookies': '',
    }),
  );
  expect(found).toEqual([
    { browser: 'Chromium', profile: 'Default', path: '/home/ann/.config/chromium/Default/Cookies' },
  ]);
});
