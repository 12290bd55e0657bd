import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import { written } from './cookie-files.ts';
import { endedAfterEach } from './hosts.ts';
import { Workbench } from './workbench.ts';

const CANARY = 'canary2be55aValue';
const TOP = '# Netscape HTTP Cookie File\n';
const line = (columns: string): string => `${columns.split(' ').join('\t')}\n`;
const one = line(`.example.com TRUE /a TRUE 4102444800 sid ${CANARY}A`);
const two = line(`.example.com TRUE /b TRUE 4102444800 sid ${CANARY}B`);
const lang = line(`.example.com TRUE /c TRUE 4102444800 lang ${CANARY}C`);

const launch = endedAfterEach(startBrowser);

test.runIf(hasChromium)(
  'many cookies are changed by keyboard: what becomes one is shown first, one step undoes it all',
  async () => {
    const app = await launch((folder) => [written(folder, 'jar.txt', TOP + one + two + lang)]);
    const { page, folder } = app;
    const workbench = new Workbench(page);
    await workbench.cell('lang', 'domain').waitFor();
    await page.keyboard.press('Alt+b');
    const dialog = page.getByRole('dialog', { name: 'Edit 3 cookies' });
    await dialog.getByRole('combobox', { name: 'Field' }).selectOption('Path');
    const text = dialog.getByRole('textbox', { name: 'New text' });
    await text.fill('/\t');
    await dialog
      .getByRole('alert')
      .getByText(/TAB in the path would break the line/)
      .waitFor();
    await text.fill('/');
    await dialog.getByText('1 group of cookies would have the same name, domain and path').waitFor();
    await dialog.getByText('1 changed, 2 left alone').waitFor();
    await dialog.getByRole('radio', { name: /^Let the last one/ }).check();
    await dialog.getByText('2 changed, 1 merged away').waitFor();
    expect(await page.content()).not.toContain(CANARY);
    await workbench.picture('bulk-edit');
    await text.press('Enter');
    await page.getByText('Changed path of 3 cookies').first().waitFor();
    await workbench.save.click();
    const file = path.join(folder, 'jar.txt');
    const root = (text_: string): string => text_.replace(/\/[abc]\t/, '/\t');
    await expect.poll(() => fs.readFileSync(file, 'latin1')).toBe(TOP + root(two) + root(lang));
    await page.keyboard.press('ControlOrMeta+z');
    await workbench.cell('sid', 'path').nth(1).waitFor();
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'latin1')).toBe(TOP + one + two + lang);
  },
  60_000,
);

test.runIf(hasChromium)(
  'expiry is planned as of another day with the mouse; protected cookies stay',
  async () => {
    const soon = (name: string): string => line(`.example.com TRUE / TRUE 2000000000 ${name} ${CANARY}`);
    const app = await launch((folder) => [
      written(folder, 'jar.txt', TOP + soon('stays') + soon('goes') + lang),
    ]);
    const { page, folder } = app;
    const workbench = new Workbench(page);
    await workbench.cell('stays', 'domain').click();
    const command = async (name: RegExp): Promise<void> => {
      await page.getByRole('button', { name: /^Commands/ }).click();
      await page.getByRole('option', { name }).click();
    };
    await command(/^Protect/);
    await page.getByRole('img', { name: /^Protected/ }).waitFor();
    await command(/^Expiry…/);
    const dialog = page.getByRole('dialog', { name: 'Expiry in jar.txt' });
    const asOf = dialog.getByRole('textbox', { name: 'Judge as of' });
    await asOf.fill('some day');
    await dialog.getByRole('button', { name: 'Judge', exact: true }).click();
    await dialog.getByText(/^Write a date such as/).waitFor();
    await asOf.fill('1 March 2034');
    await dialog.getByRole('button', { name: 'Judge', exact: true }).click();
    await dialog.getByText(/^As of 1 Mar 2034/).waitFor();
    await workbench.picture('expiry');
    await dialog.getByRole('button', { name: /^Delete 1 expired cookie$/ }).click();
    await page.getByText('Deleted 1 expired cookie (1 protected stay)').first().waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: /Back to now$/ }).click();
    await page.getByRole('button', { name: /Back to now$/ }).waitFor({ state: 'detached' });
    await workbench.save.click();
    const file = path.join(folder, 'jar.txt');
    await expect.poll(() => fs.readFileSync(file, 'latin1')).toBe(TOP + soon('stays') + lang);
  },
  60_000,
);
