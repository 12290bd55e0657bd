import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { hasChromium, startBrowser } from './browser-app.ts';
import type { BrowserApp } from './browser-app.ts';
import { jar, line, written } from './cookie-files.ts';
import { Workbench } from './workbench.ts';

let app: BrowserApp | undefined;
afterEach(async () => {
  expect(app?.complaints ?? []).toEqual([]);
  await app?.dispose();
  app = undefined;
});

async function open(settings?: string): Promise<Workbench> {
  app = await startBrowser((folder) => {
    const data = path.join(folder, '../data');
    if (settings !== undefined) {
      fs.mkdirSync(data, { recursive: true });
      fs.writeFileSync(path.join(data, 'settings.json'), settings);
    }
    return [written(folder, 'jar.txt', jar(line('alpha'), line('beta', { expires: 1 }), line('gamma')))];
  });
  const workbench = new Workbench(app.page);
  await workbench.cell('alpha', 'name').click();
  return workbench;
}

/** What was kept, once it is there. */
async function kept(): Promise<Record<string, unknown>> {
  const file = path.join(app?.folder ?? '', '../data/settings.json');
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
}

/** Runs what the palette finds first for some words. */
async function command(page: Page, words: string, found: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Type a command or a document…').fill(words);
  await page.locator('[role="option"][aria-selected="true"]', { hasText: found }).waitFor();
  await page.keyboard.press('Enter');
}

async function section(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('tab', { name }).click();
}

test.runIf(hasChromium)('keys are given to a command, taken over from another, and reset', async () => {
  const { page } = await open();
  await section(page, 'Shortcuts');
  await page.getByRole('textbox', { name: 'Find a command' }).fill('export');
  await page.getByRole('button', { name: 'Add keys for Export…' }).click();
  await page.keyboard.press('Control+t');
  await page.getByText('The browser keeps Ctrl+T for itself.').waitFor();
  // The keyboard is where it was.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+b');
  await page.getByText('Ctrl+B runs Facets.').waitFor();
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByRole('button', { name: 'Take Ctrl+B from Export…' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+b');
  await page.getByRole('dialog', { name: 'Export' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await kept())['keys']).toEqual({
    'file.export': ['CmdOrCtrl+Shift+E', 'CmdOrCtrl+B'],
    'view.facets': [],
  });
  await section(page, 'Shortcuts');
  await page.getByRole('button', { name: 'Reset all shortcuts' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+b');
  await page.getByRole('region', { name: 'Facets' }).waitFor({ state: 'detached' });
});

test.runIf(hasChromium)(
  'what is typed into a number is kept until it fits, and said to be wrong there',
  async () => {
    const { page } = await open();
    await section(page, 'Values');
    const dots = page.getByRole('textbox', { name: 'Dots in place of a value' });
    await dots.fill('many');
    await dots.press('Enter');
    await page.getByText('Type a whole number.').waitFor();
    await dots.fill('99');
    await page.getByText('Type a number from 3 to 24.').waitFor();
    expect(await dots.inputValue()).toBe('99');
    await dots.fill('4');
    await dots.press('Enter');
    await expect.poll(async () => (await kept())['maskDots']).toBe(4);
    const shown = await page.evaluate(
      () => getComputedStyle(document.querySelector('.mask-dots') ?? document.body, '::before').content,
    );
    expect(shown.replaceAll(/['"]/g, '')).toBe('••••');
  },
);

test.runIf(hasChromium)('settings that cannot be read are told, and the window works', async () => {
  const { page } = await open('{"theme": ');
  await page
    .getByText('Your settings could not be read: the file is not valid JSON.', { exact: true })
    .waitFor();
  const folder = path.join(app?.folder ?? '', '../data');
  expect(fs.readdirSync(folder).filter((name) => name.includes('unreadable'))).toHaveLength(1);
});

test.runIf(hasChromium)(
  'a view is saved by keyboard, shown from the palette, and deleted with a way back',
  async () => {
    const workbench = await open();
    const { page } = workbench;
    await workbench.filterTo('expired', '1 of 3');
    await command(page, 'save view', 'Save View…');
    await page.getByRole('dialog', { name: 'Save view' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Give it a name.').waitFor();
    await page.keyboard.type('Dead ones');
    await page.keyboard.press('Enter');
    await page.getByText('Saved the view “Dead ones”').first().waitFor();
    await workbench.filterTo('', '3 lines');
    await command(page, 'dead', 'Dead ones');
    await page.getByText('1 of 3', { exact: true }).waitFor();
    expect(await workbench.filter.inputValue()).toBe('expired');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'Rename or delete…' }).click();
    await page.getByRole('button', { name: 'Delete Dead ones' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    const undo = page
      .getByRole('listitem')
      .filter({ hasText: 'Deleted the view' })
      .getByRole('button', { name: 'Undo' });
    await undo.click();
    await expect
      .poll(async () => (await kept())['views'])
      .toMatchObject([{ name: 'Dead ones', query: 'expired' }]);
  },
);

test.runIf(hasChromium)('the tour is taken by keyboard alone, and notices each step', async () => {
  const { page } = await open();
  const card = page.getByRole('complementary', { name: 'Tour' });
  const step = (title: string) => card.getByRole('heading', { name: title }).waitFor();
  await command(page, 'tour', 'Take the Tour');
  await step('This file is broken');
  await page.keyboard.press('F8');
  await step('Fix one');
  await page.keyboard.press('Control+.');
  await step('Nothing is lost');
  await page.keyboard.press('Control+z');
  await step('Find the expired ones');
  await page.keyboard.press('/');
  await page.keyboard.type('expired');
  await step('Fix all that is safe');
  await command(page, 'fix what', 'Fix What Is Safe to Fix');
  await step('See what a save would write');
  await page.keyboard.press('Alt+c');
  await step('That is all it takes');
  await card.getByRole('button', { name: 'Finish' }).press('Enter');
  await card.waitFor({ state: 'detached' });
  await expect.poll(async () => (await kept())['toured']).toBe(true);
});

test.runIf(hasChromium)(
  'help opens with F1, is searched, and links lead on; About tells whose work is in it',
  async () => {
    const { page } = await open();
    await page.keyboard.press('F1');
    const help = page.getByRole('dialog', { name: 'Crumbs Help' });
    await help.getByRole('heading', { name: 'First steps' }).waitFor();
    await help.getByRole('button', { name: 'the query language', exact: true }).click();
    await help.getByRole('heading', { name: 'Conditions' }).waitFor();
    await help.getByRole('textbox', { name: 'Search the help' }).fill('keychain');
    await help.getByRole('heading', { name: 'Recovery and earlier versions' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Settings and help' }).click();
    await page.getByRole('menuitem', { name: 'About Crumbs' }).click();
    const about = page.getByRole('dialog', { name: 'About Crumbs' });
    await about.getByText('Crumbs makes no network connections.').waitFor();
    await about.getByText('ag-grid-community').click();
    await about.locator('details[open]').getByText('Permission is hereby granted').waitFor();
  },
);
