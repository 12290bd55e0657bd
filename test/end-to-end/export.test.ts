import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import { written } from './cookie-files.ts';
import { endedAfterEach } from './hosts.ts';
import { Workbench } from './workbench.ts';

const CANARY = 'canary71e5d3Value';
const TOP = '# Netscape HTTP Cookie File\n';
const line = (columns: string): string => `${columns.split(' ').join('\t')}\n`;
const JAR = [
  TOP,
  line(`#HttpOnly_.example.com TRUE / TRUE 4102444800 sid ${CANARY}A`),
  line(`.example.com TRUE / TRUE 4102444800 lang ${CANARY}B`),
  line(`www.example.org FALSE / TRUE 4102444800 other ${CANARY}C`),
].join('');

const launch = endedAfterEach(startBrowser);

/** Keeps what is copied in the page: the clipboard belongs to everybody. */
async function keepCopies(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      document.body.dataset['copied'] = text;
    };
  });
  return () => page.evaluate(() => document.body.dataset['copied'] ?? '');
}

test.runIf(hasChromium)(
  'a command is found, looked at, copied and its file saved by keyboard alone',
  async () => {
    const { page } = await launch((folder) => [written(folder, 'jar.txt', JAR)]);
    const workbench = new Workbench(page);
    await workbench.cell('other', 'domain').waitFor();
    const copied = await keepCopies(page);
    const { keyboard } = page;
    await keyboard.press('ControlOrMeta+Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('option', { name: 'wget' }).waitFor();

    await keyboard.type('wge');
    await dialog.getByText('takes a line with the HttpOnly mark for a comment').waitFor();
    await dialog.getByText('1 cookie: sid').waitFor();
    await dialog.getByText('wget --load-cookies=jar.txt https://example.com/').waitFor();
    await dialog.getByRole('combobox', { name: 'Shell' }).focus();
    await keyboard.type('Pow');
    await dialog.getByText("wget.exe '--load-cookies=jar.txt' https://example.com/").waitFor();
    await dialog.getByRole('textbox', { name: 'Address' }).focus();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('www.example.org/a?b=1&c=2');
    await dialog.getByText("'https://www.example.org/a?b=1&c=2'").waitFor();
    expect(await page.content()).not.toContain(CANARY);
    await workbench.picture('export');
    await dialog.getByRole('button', { name: 'Copy command' }).press('Enter');
    await expect.poll(copied).toBe("wget.exe '--load-cookies=jar.txt' 'https://www.example.org/a?b=1&c=2'");

    await dialog.getByRole('radio', { name: 'Sent to the address' }).press('Space');
    await dialog.getByText('1 cookie of 1 domain').waitFor();
    const downloaded = page.waitForEvent('download');
    await dialog.getByRole('button', { name: /^Save file/ }).press('Enter');
    const file = await (await downloaded).path();
    expect(fs.readFileSync(file, 'latin1')).toBe(
      `${TOP}\n${line(`www.example.org FALSE / TRUE 4102444800 other ${CANARY}C`)}`,
    );
  },
  60_000,
);

test.runIf(hasChromium)(
  'values are masked in what is shown, and whole in what is copied when a person asks for it',
  async () => {
    const { page } = await launch((folder) => [written(folder, 'jar.txt', JAR)]);
    await new Workbench(page).cell('other', 'domain').waitFor();
    const copied = await keepCopies(page);
    await page.keyboard.press('ControlOrMeta+Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await page.keyboard.type('node fetch');
    await dialog.getByText('await readFile("jar.txt", \'latin1\')').waitFor();
    await dialog.getByRole('checkbox', { name: /Put values/ }).press('Space');
    await dialog.getByText('const cookie = "sid=******; lang=******";').waitFor();
    expect(await page.content()).not.toContain(CANARY);
    await dialog.getByRole('button', { name: 'Copy code' }).press('Enter');
    await expect.poll(copied).toContain(`const cookie = "sid=${CANARY}A; lang=${CANARY}B";`);

    await dialog.getByRole('textbox', { name: 'Address' }).fill('ftp://example.com');
    await dialog.getByRole('alert').getByText('Cookies go to https:// and http:// addresses only.').waitFor();
    await dialog.getByRole('button', { name: 'Copy code' }).waitFor({ state: 'detached' });
  },
  60_000,
);
