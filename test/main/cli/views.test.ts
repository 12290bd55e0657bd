import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, afterEach, expect, test } from 'vitest';
import { settingsStore } from '../../../main/settings/settings-store.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const folder = temporaryFolder();
const file = path.join(folder, 'jar.txt');
const before = process.env['CRUMBS_DATA_DIR'];

beforeEach(() => {
  process.env['CRUMBS_DATA_DIR'] = path.join(folder, 'data');
  const entry = (name: string, secure: string) =>
    `.example.com\tTRUE\t/\t${secure}\t1900000000\t${name}\tv\n`;
  const entries = ['beta TRUE', 'alpha TRUE', 'gamma FALSE'].map((text) => {
    const [name = '', secure = ''] = text.split(' ');
    return entry(name, secure);
  });
  fs.writeFileSync(file, `# Netscape HTTP Cookie File\n${entries.join('')}`);
});
afterEach(() => {
  if (before === undefined) delete process.env['CRUMBS_DATA_DIR'];
  else process.env['CRUMBS_DATA_DIR'] = before;
});

async function save(): Promise<void> {
  const sort = [{ column: 'name' as const, descending: false }];
  await settingsStore(path.join(folder, 'data')).change({
    views: [{ name: 'Safe ones', query: 'secure', sort }],
  });
}

async function names(...options: string[]): Promise<readonly string[]> {
  const { out } = await runCaptured(['list', file, '--json', ...options]);
  const { files } = JSON.parse(out) as { files: [{ entries: { name: string }[] }] };
  return files[0].entries.map(({ name }) => name);
}

test('a view saved in the window filters and sorts a list, in any case and beside a query', async () => {
  await save();
  expect(await names('--view', 'safe ones')).toEqual(['alpha', 'beta']);
  expect(await names('--view', 'Safe ones', '--query', 'beta or gamma')).toEqual(['beta']);
});

test('an export has what the view shows', async () => {
  await save();
  const { code, out } = await runCaptured(['export', file, '--to', 'netscape', '--view', 'Safe ones']);
  expect([code, out.match(/alpha|beta|gamma/g)]).toEqual([0, ['alpha', 'beta']]);
});

test('a view that nobody saved is named, with those there are', async () => {
  await save();
  const { code, err } = await runCaptured(['list', file, '--view', 'Safe']);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'crumbs: There is no view "Safe". There are: Safe ones.\nTry "crumbs help list".\n',
  });
});
