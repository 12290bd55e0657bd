import { expect, test } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import { jar, line, written } from './cookie-files.ts';
import { endedAfterEach } from './hosts.ts';
import { Workbench } from './workbench.ts';

const FILE = jar(
  line('sid'),
  line('theme', { domain: 'www.other.example' }),
  line('_ga', { expires: 1_000_000_000 }),
);

const launch = endedAfterEach(startBrowser);

test.runIf(hasChromium)('a query is completed, explained and mended with the keyboard', async () => {
  const app = await launch((folder) => [written(folder, 'cookies.txt', FILE)]);
  const { page } = app;
  const workbench = new Workbench(page);
  const { filter } = workbench;
  const options = page.getByRole('option');
  const bar = page.getByRole('toolbar', { name: 'Filter' });

  await workbench.cell('sid', 'name').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('sit');
  await options.filter({ hasText: 'site:' }).first().waitFor();
  await page.keyboard.press('Tab');
  await options.filter({ hasText: 'site:example.com' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await options.first().waitFor({ state: 'detached' });
  await page.keyboard.type('or -expi');
  await options.filter({ hasText: 'expired' }).first().waitFor();
  await page.keyboard.press('Tab');
  await expect.poll(() => filter.inputValue()).toMatch(/^site:\S+ or -expired $/);
  await bar.getByText('3 lines', { exact: true }).waitFor({ state: 'detached' });
  await expect
    .poll(() => page.locator('.query-note').innerText())
    .toMatch(/^Lines that belong to the site .* or are not expired$/);

  await filter.fill('(_ga or sid');
  await page.getByRole('alert').filter({ hasText: 'never closed' }).waitFor();
  await page.keyboard.type(') -name:/^s.d$/');
  await bar.getByText('1 of 3', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.ag-root') !== null))
    .toBe(true);
});
