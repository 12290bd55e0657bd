import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import { jar, line, written } from './cookie-files.ts';
import { hasElectron, startElectron } from './electron-app.ts';
import { Workbench } from './workbench.ts';

const FILE = jar(
  line('sid', { expires: 0 }),
  line('_ga'),
  line('_fbp', { domain: 'www.other.example' }),
  line('zz', { domain: 'ads.test', expires: 1_000_000_000 }),
);

let app: Awaited<ReturnType<typeof startBrowser | typeof startElectron>> | undefined;
afterEach(async () => {
  expect(app?.complaints ?? []).toEqual([]);
  await app?.dispose();
  app = undefined;
});

test.runIf(hasChromium)('pictures filter, by mouse, by keyboard and from the table behind them', async () => {
  app = await startBrowser((folder) => [written(folder, 'cookies.txt', FILE)]);
  const { page } = app;
  const workbench = new Workbench(page);
  const { filter } = workbench;
  await workbench.cell('sid', 'name').click();
  await page.keyboard.press('Alt+o');
  const sites = page.getByRole('region', { name: 'Sites' });
  await sites.getByRole('button', { name: 'other.example 1 cookie' }).click();
  await expect.poll(() => filter.inputValue()).toBe('site:other.example');
  // Another site takes its place; the arrows walk from tile to tile.
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect.poll(() => filter.inputValue()).toBe('site:example.com');
  await page.keyboard.press('Enter');
  await expect.poll(() => filter.inputValue()).toBe('');
  await page
    .getByRole('region', { name: 'When cookies end' })
    .getByRole('button', { name: 'Expired 1 cookie' })
    .click();
  await expect.poll(() => filter.inputValue()).toBe('expired');
  const purposes = page.getByRole('region', { name: 'What they are probably for' });
  await purposes.getByRole('button', { name: 'Show as table' }).click();
  await purposes.getByRole('rowheader', { name: 'Analytics' }).getByRole('button').click();
  await expect.poll(() => filter.inputValue()).toBe('expired purpose:analytics');
  const parties = page.getByRole('region', { name: 'First- and third-party' });
  const site = parties.getByRole('textbox');
  await site.fill('not a site');
  await parties.getByRole('alert').filter({ hasText: 'Write a host' }).waitFor();
  await site.fill('https://shop.example.com/');
  await parties.getByRole('button', { name: 'Third-party 2 cookies' }).click();
  await expect.poll(() => filter.inputValue()).toBe('expired purpose:analytics third-party:example.com');
});

test.runIf(hasElectron)('a privacy report is saved as PDF and as a page', async () => {
  const running = await startElectron((folder) => [written(folder, 'jar.txt', FILE)]);
  app = running;
  const { page, application, folder } = running;
  const workbench = new Workbench(page);
  await workbench.tab('jar.txt').waitFor();
  for (const [name, start] of [
    ['report.pdf', '%PDF-'],
    ['report.html', '<!doctype html>'],
  ] as const) {
    const target = path.join(folder, name);
    await application.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, target);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('privacy report');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Privacy Report' });
    await dialog.getByRole('textbox').fill('shop.example.com');
    await dialog.getByText('Seen from example.com: 2 first-party, 2 third-party.').waitFor();
    await dialog.getByRole('radio', { name: name.endsWith('pdf') ? /PDF/ : /HTML/ }).check();
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await page.getByText(`Wrote the report to ${name}`, { exact: true }).waitFor();
    const bytes = fs.readFileSync(target);
    expect(bytes.subarray(0, start.length).toString()).toBe(start);
    expect(bytes.includes('v-sid')).toBe(false);
  }
});
