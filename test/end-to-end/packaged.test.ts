import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, expect, test } from 'vitest';
import { jar, line, written } from './cookie-files.ts';
import { hasElectron, projectFolder, startElectron } from './electron-app.ts';
import { Workbench } from './workbench.ts';

const output = path.join(projectFolder, '.out/package');
const program = { executablePath: path.join(output, 'linux-unpacked/crumbs-window'), args: [] };

beforeAll(() => {
  if (!hasElectron) return;
  const script = path.join(projectFolder, 'resources/build/package.mjs');
  const settings = ['--test-flavour', '--linux', 'dir', `-c.directories.output=${output}`];
  execFileSync(process.execPath, [script, ...settings], { stdio: 'ignore' });
});

test.runIf(hasElectron)(
  'the packaged program opens, edits and saves a file, and carries its sample',
  async () => {
    const app = await startElectron((folder) => [written(folder, 'jar.txt', jar(line('alpha')))], program);
    try {
      const workbench = new Workbench(app.page);
      const facts = await app.application.evaluate(({ app: running }) => ({
        packaged: running.isPackaged,
        name: running.getName(),
      }));
      expect(facts).toEqual({ packaged: true, name: 'Crumbs' });
      await workbench.type(workbench.cell('alpha', 'path'), '/here');
      await expect.poll(() => workbench.save.isEnabled()).toBe(true);
      await workbench.save.click();
      await expect
        .poll(() => fs.readFileSync(path.join(app.folder, 'jar.txt'), 'utf8'))
        .toBe(jar(line('alpha').replace('FALSE\t/\t', 'FALSE\t/here\t')));
      await app.application.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()?.getMenuItemById('file.sample')?.click(),
      );
      await workbench.cell('session_id', 'name').waitFor();
      expect(app.complaints).toEqual([]);
    } finally {
      await app.dispose();
    }
  },
);

test.runIf(hasElectron)('the packaged program reads the stores of browsers', async () => {
  const fixture = path.join(projectFolder, 'test/fixtures/formats/firefox-sqlite/esr-153.sqlite');
  const app = await startElectron((folder) => {
    const store = path.join(folder, 'cookies.sqlite');
    fs.copyFileSync(fixture, store);
    return [store];
  }, program);
  try {
    await app.page.getByText(/^Copy of Firefox cookie store/).waitFor();
    await app.page.locator('.ag-row').first().waitFor();
    expect(app.complaints).toEqual([]);
  } finally {
    await app.dispose();
  }
});

test.runIf(hasElectron)('the packaged program has every fuse set that its runtime knows', async () => {
  const wire = await getCurrentFuseWire(path.join(output, 'linux-unpacked/crumbs-window'));
  const on = Object.entries(wire)
    .filter(([fuse, state]) => fuse !== 'version' && state === FuseState.ENABLE)
    .map(([fuse]) => FuseV1Options[Number(fuse)]);
  const known = Object.keys(wire).length - 1;
  expect(known).toBeGreaterThanOrEqual(8);
  // Only the flavour for tests leaves the inspector on.
  expect(on).toEqual(
    [
      'EnableCookieEncryption',
      'EnableNodeCliInspectArguments',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
      'WasmTrapHandlers',
    ].slice(0, known === 9 ? 5 : 4),
  );
});
