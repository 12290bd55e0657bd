import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import { written } from './cookie-files.ts';
import { endedAfterEach } from './hosts.ts';
import { Workbench } from './workbench.ts';

const CANARY = 'canary0d44a7Value';
const TOP = '# Netscape HTTP Cookie File\n';
const line = (columns: string): string => `${columns.split(' ').join('\t')}\n`;
const sid = line(`.example.com TRUE / TRUE 4102444800 sid ${CANARY}A`);
const old = line(`.example.com TRUE / TRUE 1 old ${CANARY}B`);
const tracker = line(`.example.com TRUE / TRUE 4102444800 _ga ${CANARY}C`);

const launch = endedAfterEach(startBrowser);

test.runIf(hasChromium)(
  'a recipe is written, tried, run by keyboard as one step, and taken back',
  async () => {
    const app = await launch((folder) => [written(folder, 'jar.txt', TOP + sid + old + tracker)]);
    const { page, folder } = app;
    const workbench = new Workbench(page);
    await workbench.cell('_ga', 'domain').waitFor();
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await page.getByRole('radio', { name: 'Without trackers' }).press('Space');
    await page.getByText('1 removed').click();
    await page.getByText('example.com _ga').waitFor();
    expect(await page.content()).not.toContain(CANARY);
    await workbench.picture('recipes');

    await page.getByRole('button', { name: 'Make it mine' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
    await page.getByRole('button', { name: 'Add a step' }).press('Enter');
    await page.getByRole('combobox', { name: 'Step 2' }).selectOption('Drop by query');
    const query = page.getByRole('textbox', { name: 'Step 2: Query' });
    await query.fill('expires<soon');
    await page
      .getByRole('alert')
      .getByText(/^Step 2, query cannot be read/)
      .waitFor();
    await query.fill('is:expired');
    await page.getByRole('button', { name: 'Add a step' }).press('Enter');
    await page.getByRole('combobox', { name: 'Step 3' }).selectOption('Change a field');
    await page.getByRole('alert').getByText('Step 3 says not yet what is to change.').waitFor();
    await page.getByRole('textbox', { name: 'Step 3: Of what this finds' }).fill('name:sid');
    await page.getByRole('combobox', { name: 'Field' }).selectOption('Path');
    await page.getByRole('textbox', { name: 'New text' }).fill('/app');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await workbench.picture('recipe-change');
    await page
      .getByRole('button', { name: 'Save', exact: true })
      .and(page.locator(':enabled'))
      .last()
      .press('Enter');
    await page.getByRole('radio', { name: 'Mine' }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Run' }).press('Enter');
    await page.getByText('Cleaned up with Mine').first().waitFor();
    await workbench.cell('_ga', 'domain').waitFor({ state: 'detached' });
    await workbench.cell('old', 'domain').waitFor({ state: 'detached' });
    await workbench.save.click();
    const file = path.join(folder, 'jar.txt');
    await expect.poll(() => fs.readFileSync(file, 'latin1')).toBe(TOP + sid.replace('\t/\t', '\t/app\t'));
    await page.keyboard.press('ControlOrMeta+z');
    await workbench.cell('old', 'domain').waitFor();
  },
  60_000,
);
