import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import { projectFolder } from './electron-app.ts';
import { endedAfterEach } from './hosts.ts';
import { Workbench } from './workbench.ts';

const launch = endedAfterEach(startBrowser);

/** A copy of a fixture, cut off where it is told. */
function copied(folder: string, fixture: string, size = Infinity): string {
  const bytes = fs.readFileSync(path.join(projectFolder, 'test/fixtures/formats', fixture));
  const file = path.join(folder, path.basename(fixture));
  fs.writeFileSync(file, bytes.subarray(0, size), { mode: 0o600 });
  return file;
}

test.runIf(hasChromium)(
  'a store of Safari that was cut off opens as a copy with what is whole; a file of w3m is edited and saved',
  async () => {
    const { page, folder } = await launch((files) => [
      copied(files, 'safari-binarycookies/Cookies.binarycookies', 400),
      copied(files, 'w3m/cookie'),
    ]);
    const workbench = new Workbench(page);
    await workbench.tab('Cookies.binarycookies').click();
    await page.getByText(/^Copy of Safari binary cookies/).waitFor();
    await workbench.cell('session', 'domain').getByText('example.com').waitFor();
    await workbench.filterTo('rule:element-unreadable', /^3 of /);
    await page.locator('.ag-row').first().click();
    await page
      .getByText('This part of the file is damaged or cut off: what it holds cannot be read.')
      .first()
      .waitFor();
    await workbench.picture('safari-cut-off');

    await workbench.tab('cookie').last().click();
    await page.getByText('w3m cookies', { exact: true }).waitFor();
    await workbench.type(workbench.cell('CGIC', 'path'), '/find');
    await workbench.save.click();
    const file = path.join(folder, 'cookie');
    const before = fs.readFileSync(path.join(projectFolder, 'test/fixtures/formats/w3m/cookie'), 'utf8');
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(before.replace('/complete/search', '/find'));
  },
  60_000,
);
