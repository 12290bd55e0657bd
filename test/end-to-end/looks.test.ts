import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { jar, line, written } from './cookie-files.ts';
import { hasElectron, projectFolder, startElectron } from './electron-app.ts';
import type { ElectronApp } from './electron-app.ts';
import { Workbench } from './workbench.ts';

let app: ElectronApp | undefined;
afterEach(async () => {
  await app?.dispose();
  app = undefined;
});

async function open(prepare?: (folder: string) => readonly string[]): Promise<Workbench> {
  app = await startElectron(prepare);
  return new Workbench(app.page);
}

function sample(folder: string): readonly string[] {
  const file = path.join(folder, 'cookies.txt');
  fs.copyFileSync(path.join(projectFolder, 'resources/samples/sample-cookies.txt'), file);
  return [file];
}

test.runIf(hasElectron)('the empty window is free of barriers in both themes', async () => {
  const workbench = await open();
  await workbench.page.getByRole('button', { name: 'Try the sample' }).waitFor();
  await workbench.picture('empty');
});

test.runIf(hasElectron)('a document with problems is free of barriers, with every panel open', async () => {
  const workbench = await open(sample);
  const { page } = workbench;
  await workbench.cell('session_id', 'name').click();
  await workbench.picture('document');
  await page.keyboard.press('Control+Shift+M');
  await page.getByRole('tab', { name: /Problems/ }).waitFor();
  await workbench.picture('problems');
  await workbench.cell('auth', 'name').click();
  await page.keyboard.press('Control+e');
  await page.getByRole('tab', { name: /Changes/ }).click();
  await workbench.picture('changes');
  await workbench.filterTo('expired', /\d+ of \d+/);
  await workbench.picture('filtered');
  await workbench.filter.fill('no such cookie');
  await page.getByText('Nothing matches the filter').waitFor();
  await workbench.picture('nothing-found');
});

test.runIf(hasElectron)('what is sent and what comes back is shown without barriers', async () => {
  const workbench = await open(sample);
  const { page } = workbench;
  await workbench.cell('session_id', 'name').waitFor();
  await page.keyboard.press('Control+Shift+R');
  await page.getByRole('textbox', { name: 'Address', exact: true }).fill('http://www.example.com/');
  await page.locator('.request-item', { hasText: 'Firefox' }).locator('summary').click();
  await workbench.picture('request');
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('textbox', { name: 'Address that they came from' }).fill('https://www.example.com/');
  await page
    .getByRole('textbox', { name: 'Response headers' })
    .fill('Set-Cookie: a=1; Path=/; HttpOnly\nSet-Cookie: b=2; Domain=com\nSet-Cookie: c=; Max-Age=0\nd');
  await page.getByText('Rejected').waitFor();
  await workbench.picture('set-cookie');
});

test.runIf(hasElectron)('pictures, the tables behind them and the report are free of barriers', async () => {
  const workbench = await open(sample);
  const { page } = workbench;
  await workbench.cell('session_id', 'name').waitFor();
  await page.keyboard.press('Control+Shift+O');
  await page
    .getByRole('region', { name: 'Sites' })
    .getByRole('button', { name: /cookies?$/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Site that was visited' }).fill('example.com');
  await page.getByRole('button', { name: /^First-party/ }).waitFor();
  await workbench.picture('overview');
  const tables = page.getByRole('button', { name: 'Show as table' });
  while ((await tables.count()) > 0) await tables.first().click();
  await workbench.picture('overview-tables');
  await page.getByRole('button', { name: 'Privacy Report…' }).click();
  await page.getByRole('dialog', { name: 'Privacy Report' }).waitFor();
  await workbench.picture('report');
});

test.runIf(hasElectron)(
  'the hosts of a site are found, chosen and left again with the keyboard',
  async () => {
    const workbench = await open((folder) => [
      written(
        folder,
        'jar.txt',
        jar(
          line('alpha', { domain: 'www.example.com' }),
          line('beta', { domain: 'shop.example.com' }),
          line('gamma', { domain: 'other.example' }),
        ),
      ),
    ]);
    const { page } = workbench;
    const site = page.getByRole('treeitem', { name: /^example\.com/ });
    await site.focus();
    await page.keyboard.press('ArrowRight');
    const host = page.getByRole('treeitem', { name: /^shop\.example\.com/ });
    await host.waitFor();
    await workbench.picture('hosts');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('1 of 3', { exact: true }).waitFor();
    expect(await workbench.filter.inputValue()).toMatch(/^domain=(shop|www)\.example\.com$/);
    await page.getByRole('treeitem', { name: /^other\.example/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByText('3 lines', { exact: true }).waitFor();
    expect(await workbench.filter.inputValue()).toBe('');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await host.waitFor({ state: 'detached' });
  },
);

test.runIf(hasElectron)('a file dropped on the right half of a document is put beside it', async () => {
  const workbench = await open((folder) => [written(folder, 'mine.txt', jar(line('alpha'), line('beta')))]);
  const { page } = workbench;
  await workbench.cell('alpha', 'name').waitFor();
  const other = written(app?.folder ?? '', 'theirs.txt', jar(line('alpha'), line('gamma')));
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [other], dragOperationsMask: 1 };
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x: 1000, y: 400, data });
  await drag('dragEnter');
  await drag('dragOver');
  await page.getByText('Compare and merge with mine.txt').waitFor();
  await workbench.picture('dropping');
  await drag('drop');
  await page.getByRole('dialog').getByText('gamma').first().waitFor();
});

test.runIf(hasElectron)('the dialogs are free of barriers', async () => {
  const workbench = await open(sample);
  const { page } = workbench;
  await workbench.cell('session_id', 'name').click();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await workbench.picture('palette');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+E');
  await page.getByRole('dialog', { name: 'Export' }).waitFor();
  await workbench.picture('export');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await workbench.cell('session_id', 'name').click();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await workbench.picture('shortcuts');
});

test.runIf(hasElectron)('settings, help and views are free of barriers', async () => {
  const workbench = await open(sample);
  const { page } = workbench;
  const closed = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await workbench.cell('session_id', 'name').click();
  await page.keyboard.press('Control+,');
  for (const name of ['Values', 'Shortcuts']) {
    await page.getByRole('tab', { name }).click();
    await workbench.picture(`settings-${name.toLowerCase()}`);
  }
  await closed();
  await page.keyboard.press('F1');
  await page.getByRole('heading', { name: 'First steps' }).waitFor();
  await workbench.picture('help');
  await closed();
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
  await workbench.picture('save-view');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Settings and help' }).click();
  await page.getByRole('menuitem', { name: 'About Crumbs' }).click();
  await page.getByText('Crumbs makes no network connections.').waitFor();
  await workbench.picture('about');
  await closed();
  await page.getByRole('button', { name: 'Settings and help' }).click();
  await page.getByRole('menuitem', { name: 'Take the Tour' }).click();
  await page.getByRole('heading', { name: 'This file is broken' }).waitFor();
  await workbench.picture('tour');
});

test.runIf(hasElectron)('what another program wrote is shown without barriers', async () => {
  const workbench = await open((folder) => [written(folder, 'jar.txt', jar(line('alpha'), line('beta')))]);
  await workbench.cell('alpha', 'name').waitFor();
  fs.writeFileSync(path.join(app?.folder ?? '', 'jar.txt'), jar(line('theirs')));
  await workbench.page.getByRole('button', { name: 'Keep mine' }).waitFor();
  await workbench.picture('changed-on-disk');
  await workbench.page.getByRole('button', { name: 'Review…' }).click();
  await workbench.page.getByRole('dialog', { name: 'Merge with jar.txt on disk' }).waitFor();
  await workbench.picture('merge-review');
});

test.runIf(hasElectron)('a cell that refuses what was typed says why, without barriers', async () => {
  const workbench = await open(sample);
  await workbench.type(workbench.cell('session_id', 'expires'), 'the day after never');
  await workbench.page.locator('[aria-invalid="true"]').waitFor();
  await workbench.picture('refused-edit');
});

test.runIf(hasElectron)('recipes and what comes into a document are free of barriers', async () => {
  const workbench = await open(sample);
  const { page } = workbench;
  const closed = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await workbench.cell('session_id', 'name').click();
  await page.keyboard.press('Control+Shift+L');
  await page
    .getByText(/^\d+ removed/)
    .first()
    .click();
  await workbench.picture('recipes');
  await page.getByRole('button', { name: 'Make it mine' }).click();
  await page.getByRole('combobox', { name: 'Step 1' }).selectOption('Drop sites');
  await page.getByRole('alert').getByText('needs at least one site').waitFor();
  await workbench.picture('recipe-editor');
  await closed();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Cookie: a=b; c=d');
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  });
  await page.getByRole('textbox', { name: 'Site that it was sent to' }).fill('shop.example');
  await page.getByText('2 new', { exact: true }).waitFor();
  await workbench.picture('paste-header');
  await closed();
  await workbench.cell('session_id', 'name').click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Move to Document');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Move to…' }).waitFor();
  await workbench.picture('send-to');
});
