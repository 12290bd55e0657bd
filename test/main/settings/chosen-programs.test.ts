import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../../main/api/dispatch.ts';
import { usualClients } from '../../../main/documents/chosen-clients.ts';
import { DocumentService } from '../../../main/documents/document-service.ts';
import { programChoice } from '../../../main/settings/chosen-programs.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const folder = temporaryFolder();

function host(data: string) {
  const service = new DocumentService({
    safetyFolder: path.join(folder, 'safety'),
    live: false,
    programs: programChoice(path.join(folder, data)),
  });
  return { service, call: connect(service, () => {}).call };
}

const named = async ({ service }: ReturnType<typeof host>): Promise<readonly string[]> =>
  (await usualClients(service)).map(({ client, version }) => `${client.id} ${version}`);

test('the programs that are chosen in one window are those of the next one and of the command line', async () => {
  const [window, other] = [host('shared'), host('shared')];
  expect(await other.call('verdict.chosen', {})).toEqual({
    clients: ['curl', 'wget', 'yt-dlp', 'python'],
    browsers: ['chromium', 'firefox'],
  });
  const chosen = { clients: ['wget debian12', 'aria2'], browsers: ['firefox'] };
  await window.call('verdict.choose', chosen);
  expect(await other.call('verdict.chosen', {})).toEqual(chosen);
  expect(await named(other)).toEqual(['wget 1.21.3', expect.stringMatching(/^aria2 /)]);
});

test('a choice of which this release knows nothing leaves the usual programs', async () => {
  const data = path.join(folder, 'odd');
  fs.mkdirSync(data);
  fs.writeFileSync(path.join(data, 'settings.json'), '{"clients": ["mosaic"], "browsers": 7}');
  const odd = host('odd');
  expect(await odd.call('verdict.chosen', {})).toEqual({
    clients: ['mosaic'],
    browsers: ['chromium', 'firefox'],
  });
  expect((await named(odd)).map((text) => text.split(' ')[0])).toEqual(['curl', 'wget', 'yt-dlp', 'python']);
});
