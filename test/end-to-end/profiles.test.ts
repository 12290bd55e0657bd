import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { chromiumSql, lockDatabase, writeDatabase } from '../main/databases/written-stores.ts';
import { hasChromium, startBrowser } from './browser-app.ts';
import { jar, line, written } from './cookie-files.ts';
import { projectFolder } from './electron-app.ts';
import { endedAfterEach } from './hosts.ts';
import { Workbench } from './workbench.ts';

const launch = endedAfterEach(startBrowser);

const ENCRYPTED = {
  is_secure: 1,
  is_httponly: 0,
  expires_utc: 13_544_473_600_000_000,
  encrypted_value: Buffer.from('v11 of a keyring'),
};

function madeFolder(...parts: readonly string[]): string {
  const folder = path.join(...parts);
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}

/** A home with one profile of each browser, as the real programs lay them out. Gives the store of Firefox. */
function writeHome(home: string): string {
  const firefox = madeFolder(home, '.mozilla/firefox');
  fs.writeFileSync(
    path.join(firefox, 'profiles.ini'),
    '[Profile0]\nName=default-release\nIsRelative=1\nPath=ab.default\n',
  );
  const fixture = path.join(projectFolder, 'test/fixtures/formats/firefox-sqlite/esr-153.sqlite');
  const store = path.join(madeFolder(firefox, 'ab.default'), 'cookies.sqlite');
  fs.copyFileSync(fixture, store);
  const chromium = madeFolder(home, '.config/chromium/Profile 1');
  fs.writeFileSync(
    path.join(chromium, '../Local State'),
    JSON.stringify({ profile: { info_cache: { 'Profile 1': { name: 'Work' } } } }),
  );
  writeDatabase(path.join(chromium, 'Cookies'), chromiumSql(24, ENCRYPTED));
  return store;
}

test.runIf(hasChromium)(
  'the store of a running Firefox, and one that is encrypted, are opened as copies by the keyboard alone',
  async () => {
    let store = '';
    const { page } = await launch((files, home) => {
      store = writeHome(home);
      return [written(files, 'jar.txt', jar(line('alpha')))];
    });
    const workbench = new Workbench(page);
    await workbench.cell('alpha', 'name').waitFor();
    const openDialog = async (): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type('from a browser');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('Profile default-release').waitFor();
    };
    const release = await lockDatabase(store);
    try {
      await openDialog();
      await workbench.picture('profiles');
      await page.keyboard.press('Enter');
      await page.getByText(/^Copy as of .* from Firefox profile default-release$/).waitFor();
    } finally {
      release();
    }
    await openDialog();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(/^Copy as of .* from Chromium profile Work$/).waitFor();
    await page.locator('.ag-row').first().click();
    await page.getByText('Its value is encrypted with a key').first().waitFor();
    const row = await page.locator('.ag-row').first().innerText();
    expect(row).toMatch(/www\.example\.com\s+FALSE\s+\/\s+TRUE\s+\d+\s+sid\s+•/);
    await workbench.picture('profiles-encrypted');
  },
);
