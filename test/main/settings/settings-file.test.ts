import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../../../main/settings/data-folder.ts';
import { withoutRecentFile, withRecentFile } from '../../../main/settings/recent-files.ts';
import { SettingsFile } from '../../../main/settings/settings-file.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-settings-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));
let turn = 0;

function place(text?: string): { folder: string; file: string } {
  turn += 1;
  const folder = path.join(root, `home-${turn}`, 'crumbs');
  const file = path.join(folder, 'settings.json');
  if (text !== undefined) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(file, text);
  }
  return { folder, file };
}

describe('the settings', () => {
  it('are defaults, and no file, on the first start', async () => {
    const { folder } = place();
    const settings = await SettingsFile.open(folder);
    expect(settings.current).toMatchObject({
      theme: 'system',
      density: 'compact',
      recentFiles: [],
      revealValues: false,
    });
    expect({ made: fs.existsSync(folder), setAside: settings.setAside, problem: settings.problem }).toEqual({
      made: false,
      setAside: undefined,
      problem: undefined,
    });
  });

  it('survive a restart, in a private file in a private folder', async () => {
    const { folder, file } = place();
    const umask = process.umask(0);
    try {
      await (await SettingsFile.open(folder)).update({ theme: 'dark', maskDots: 12 });
    } finally {
      process.umask(umask);
    }
    expect((await SettingsFile.open(folder)).current).toMatchObject({
      theme: 'dark',
      maskDots: 12,
    });
    expect([fs.statSync(folder).mode & 0o777, fs.statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(fs.readdirSync(folder)).toEqual(['safety', 'settings.json']);
  });

  it('keep what this version does not know, and put right only what does not fit', async () => {
    const { folder, file } = place(
      '{"theme":"purple","density":"comfortable","later":{"a":[1]},"recentFiles":[1]}',
    );
    const settings = await SettingsFile.open(folder);
    expect(settings.current).toMatchObject({ theme: 'system', density: 'comfortable', recentFiles: [] });
    expect(settings.unfit).toEqual(['theme', 'recentFiles']);
    await settings.update({ revealValues: true });
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({
      later: { a: [1] },
      revealValues: true,
    });
  });

  it('never stop the app from starting, whatever the file holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        const { folder } = place(text);
        const settings = await SettingsFile.open(folder);
        expect(settings.problem).toBeUndefined();
        await settings.update({ theme: 'light' });
        expect((await SettingsFile.open(folder)).current.theme).toBe('light');
      }),
      { numRuns: 60 },
    );
  });

  it('set an unreadable file aside, byte for byte, and say so', async () => {
    const { folder, file } = place('{"theme": "dark"');
    const settings = await SettingsFile.open(folder);
    expect(settings.setAside).toMatch(/settings\.json\.unreadable-/);
    expect(fs.readFileSync(settings.setAside ?? '', 'utf8')).toBe('{"theme": "dark"');
    expect(fs.existsSync(file)).toBe(false);
  });

  it('say what is wrong when something else stands in their place', async () => {
    const { folder, file } = place();
    fs.mkdirSync(file, { recursive: true });
    const settings = await SettingsFile.open(folder);
    expect({ code: settings.problem?.code, theme: settings.current.theme }).toEqual({
      code: 'file-is-folder',
      theme: 'system',
    });
    await expect(settings.update({ theme: 'dark' })).rejects.toMatchObject({ code: 'file-is-folder' });
  });

  it('take in what a second instance wrote meanwhile', async () => {
    const { folder } = place();
    const one = await SettingsFile.open(folder);
    const other = await SettingsFile.open(folder);
    await one.update({ theme: 'dark' });
    await other.update({ density: 'comfortable' });
    await one.update({ revealValues: true });
    expect((await SettingsFile.open(folder)).current).toMatchObject({
      theme: 'dark',
      density: 'comfortable',
      revealValues: true,
    });
  });

  it('are all written when changed many times at once', async () => {
    const { folder } = place();
    const settings = await SettingsFile.open(folder);
    const updates = ['system', 'light', 'dark'] as const;
    await Promise.all([
      ...updates.map((theme) => settings.update({ theme })),
      settings.update({ revealValues: true }),
    ]);
    expect((await SettingsFile.open(folder)).current).toMatchObject({ theme: 'dark', revealValues: true });
  });
});

describe('the data folder', () => {
  it.each([
    ['linux', { HOME: '/home/me' }, '/home/me/.local/share/crumbs'],
    ['linux', { HOME: '/home/me', XDG_DATA_HOME: '/data' }, '/data/crumbs'],
    ['darwin', { HOME: '/Users/me' }, '/Users/me/Library/Application Support/Crumbs'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Crumbs'],
    ['linux', { HOME: '/home/me', CRUMBS_DATA_DIR: '/chosen' }, '/chosen'],
  ] as const)('on %s with %j is %s', (platform, environment, folder) => {
    expect(dataFolder(environment, platform)).toBe(folder);
  });
});

describe('recent files', () => {
  it('are newest first, once each, at most twenty', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 60 }), (paths) => {
        let recent: readonly string[] = [];
        for (const each of paths) recent = withRecentFile(recent, each);
        expect(recent).toEqual([...new Set(paths.toReversed())].slice(0, 20));
      }),
    );
  });

  it('forget a file that could not be opened', () => {
    expect(withoutRecentFile(['a', 'b'], 'a')).toEqual(['b']);
  });
});
