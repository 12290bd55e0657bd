import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import { written } from './cookie-files.ts';
import { hasElectron, startElectron } from './electron-app.ts';
import { endedAfterEach } from './hosts.ts';
import { Workbench } from './workbench.ts';

const hosts = [
  ['Electron', startElectron, hasElectron, 'ControlOrMeta+Shift+H'],
  ['Chromium', startBrowser, hasChromium, 'Alt+H'],
] as const;

const CANARY = 'canary20b7e5Value';
const TOP = '# Netscape HTTP Cookie File\n';
const JAR = `${TOP}www.example.com\tFALSE\t/\tFALSE\t0\tlang\t${CANARY}A\n.example.com\tTRUE\t/\tFALSE\t4102444800\ttheme\tdark\n`;
const HEADERS = [
  'HTTP/1.1 200 OK',
  'Content-Type: text/html',
  `Set-Cookie: sid=${CANARY}B; Domain=example.com; Path=/; HttpOnly`,
  'Set-Cookie: lang=; Path=/; Max-Age=0',
  `Set-Cookie: alien=${CANARY}C; Domain=example.org`,
  `Set-Cookie: ${CANARY}D`,
].join('\n');
const AFTER = `${TOP}.example.com\tTRUE\t/\tFALSE\t4102444800\ttheme\tdark\n#HttpOnly_.example.com\tTRUE\t/\tFALSE\t0\tsid\t${CANARY}B\n`;

describe.each(hosts)('headers of a response in %s', (host, start, isThere, keys) => {
  const launch = endedAfterEach(start);

  test.runIf(isThere)(
    'are looked at for each browser, applied in one step, sent, and taken back',
    async () => {
      const app = await launch((folder) => [written(folder, 'jar.txt', JAR)]);
      const { page, folder } = app;
      const file = path.join(folder, 'jar.txt');
      const workbench = new Workbench(page);
      await workbench.cell('lang', 'domain').waitFor();
      await page.keyboard.press(keys);
      await page.getByRole('textbox', { name: 'Address that they came from' }).fill('https://');
      const headers = page.getByRole('textbox', { name: 'Response headers' });
      await headers.fill(HEADERS);
      await page
        .getByRole('alert')
        .getByText(/address/i)
        .waitFor();
      await page.getByRole('textbox', { name: 'Address that they came from' }).fill('www.example.com/app/');

      const table = page.getByRole('table', { name: /^What Chromium makes/ });
      await expect
        .poll(() => table.locator('tbody tr td:nth-child(2)').allInnerTexts())
        .toEqual(['Add', 'Remove', 'Rejected', 'Add']);
      await table.getByText('its Domain is not that of the address it came from').waitFor();
      await headers.blur();
      await workbench.picture(`set-cookie-${host}`);
      expect(await page.content()).not.toContain(CANARY);

      await headers.fill(HEADERS.slice(0, HEADERS.lastIndexOf('\n')));
      await page.getByRole('radio', { name: 'Firefox' }).click();
      await page.getByRole('button', { name: 'Apply to 2 cookies' }).click();
      await workbench.cell('sid', 'domain').waitFor();
      await workbench.save.click();
      await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(AFTER);

      await page.getByRole('tab', { name: 'Request' }).click();
      await page.getByRole('textbox', { name: 'Address', exact: true }).fill('www.example.com');
      const sent = page.locator('.request-item', { hasText: 'Chromium' }).locator('.request-header');
      await expect.poll(() => sent.innerText()).toMatch(/^Cookie: theme=•+; sid=•+$/);
      await page.getByRole('combobox', { name: 'Asked for by' }).selectOption('embedded');
      await page.locator('.request-item', { hasText: 'Chromium' }).getByText('Sends no cookie.').waitFor();
      expect(await page.content()).not.toContain(CANARY);

      await page.getByRole('tab', { name: 'Set-Cookie' }).click();
      expect(await headers.inputValue()).toContain('HTTP/1.1 200 OK');
      await workbench.undo.click();
      await workbench.cell('lang', 'domain').waitFor();
      await workbench.save.click();
      await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(JAR);
    },
  );
});
