import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { USUAL_PREFERENCES } from '../../../shared/api/settings.ts';
import type { AppEvent } from '../../../shared/api/events.ts';
import { connect } from '../../../main/api/dispatch.ts';
import { usualClients } from '../../../main/documents/chosen-clients.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import { settingsStore } from '../../../main/settings/settings-store.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const folder = temporaryFolder();

function host(data: string, setAside?: string) {
  const service = new DocumentService({
    safetyFolder: path.join(folder, 'safety'),
    live: false,
    settings: settingsStore(path.join(folder, data), setAside),
  });
  const events: AppEvent[] = [];
  service.subscribe((event) => events.push(event));
  return { service, events, call: connect(service, () => {}).call };
}

function written(data: string, text: string): string {
  fs.mkdirSync(path.join(folder, data), { recursive: true });
  fs.writeFileSync(path.join(folder, data, 'settings.json'), text);
  return data;
}

const named = async ({ service }: ReturnType<typeof host>): Promise<readonly string[]> =>
  (await usualClients(service)).map(({ client, version }) => `${client.id} ${version}`);

test('what is chosen in one window holds in the next one and on the command line', async () => {
  const [window, other] = [host('shared'), host('shared')];
  expect(await other.call('settings.get', {})).toEqual({ preferences: USUAL_PREFERENCES });
  const chosen = { clients: ['wget debian12', 'aria2'], maskDots: 12, keys: { 'file.save': ['F4'] } };
  const preferences = await window.call('settings.change', chosen);
  expect(preferences).toEqual({ ...USUAL_PREFERENCES, ...chosen });
  expect(window.events).toEqual([{ event: 'settingsChanged', preferences }]);
  expect(await other.call('settings.get', {})).toEqual({ preferences });
  expect(await named(other)).toEqual(['wget 1.21.3', expect.stringMatching(/^aria2 /)]);
});

test('many changes at once are all kept', async () => {
  const [one, other] = [host('busy'), host('busy')];
  const changes = [
    { maskDots: 5 },
    { hideAfter: 7 },
    { clearAfter: 9 },
    { revealValues: true },
    { theme: 'dark' as const },
    { density: 'comfortable' as const },
  ];
  await Promise.all(changes.map((changed) => one.call('settings.change', changed)));
  const { preferences } = await other.call('settings.get', {});
  expect(preferences).toEqual({ ...USUAL_PREFERENCES, ...Object.assign({}, ...changes) });
});

test('settings that do not fit are named, and the others hold', async () => {
  const odd = host(
    written('odd', '{"clients": ["mosaic"], "browsers": 7, "maskDots": 1000, "theme": "dark"}'),
  );
  expect(await odd.call('settings.get', {})).toEqual({
    preferences: { ...USUAL_PREFERENCES, clients: ['mosaic'], theme: 'dark' },
    trouble: { kind: 'unfit', names: ['browsers', 'maskDots'] },
  });
  expect((await named(odd)).map((text) => text.split(' ')[0])).toEqual(['curl', 'wget', 'yt-dlp', 'python']);
});

test('a file that is no JSON is told as long as the program runs, also when another process set it aside', async () => {
  const broken = host(written('broken', '{"theme": '));
  const aside = { kind: 'setAside', file: expect.stringMatching(/^settings\.json\.unreadable-/) };
  expect((await broken.call('settings.get', {})).trouble).toEqual(aside);
  await broken.call('settings.change', { theme: 'dark' });
  expect((await broken.call('settings.get', {})).trouble).toEqual(aside);
  expect((await host('broken').call('settings.get', {})).trouble).toBeUndefined();
  expect((await host('broken', 'settings.json.unreadable-x').call('settings.get', {})).trouble).toEqual(
    aside,
  );
});

test('a folder in the place of the file is told, and changing is refused', async () => {
  fs.mkdirSync(path.join(folder, 'blocked', 'settings.json'), { recursive: true });
  const blocked = host('blocked');
  expect((await blocked.call('settings.get', {})).trouble).toEqual({
    kind: 'unreadable',
    code: 'file-is-folder',
  });
  await expect(blocked.call('settings.change', { theme: 'dark' })).rejects.toMatchObject({
    code: 'file-is-folder',
  });
});

test.each([
  { maskDots: 2 },
  { maskDots: 8.5 },
  { clearAfter: -1 },
  { restorePoints: { count: 1, days: 1 } },
  { views: [{ name: '  ', query: '', sort: [] }] },
  { windowBounds: { width: 300, height: 300 } },
])('%o is refused', async (changed) => {
  await expect(host('refusing').call('settings.change', changed as never)).rejects.toMatchObject({
    code: 'request-invalid',
  });
});

test('the limits of earlier versions are those that were chosen last', async () => {
  const { service, call } = host('limits');
  await call('settings.change', { restorePoints: { count: 3, days: 1, megabytes: 2 } });
  expect((await service.settings.read()).restorePoints).toEqual({ count: 3, days: 1, megabytes: 2 });
});
