import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import axe from 'axe-core';
import { jar, line, written } from './cookie-files.ts';
import { hasElectron, projectFolder, startElectron } from './electron-app.ts';
import type { ElectronApp } from './electron-app.ts';
import { Workbench } from './workbench.ts';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

let app: ElectronApp | undefined;
afterEach(async () => {
  await app?.dispose();
  app = undefined;
});

async function open(prepare?: (folder: string) => readonly string[]): Promise<Workbench> {
  app = await startElectron(prepare);
  return new Workbench(app.page);
}

/** What axe finds wrong with the window as it stands, in both themes, one line each. */
async function violations({ page }: Workbench): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(250);
    await page.evaluate(axe.source);
    // Draggable edges lie between the regions of the page and tips float above them: both are in none.
    const violated = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(at: object): Promise<{ violations: Violation[] }> };
      };
      return (
        await axe.run({
          exclude: [['[role="separator"]'], ['[data-radix-popper-content-wrapper]:has([role="tooltip"])']],
        })
      ).violations;
    });
    for (const { id, nodes } of violated) {
      for (const node of nodes)
        found.push(`${colorScheme} ${id} ${JSON.stringify(node.target)} ${node.failureSummary}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

function sample(folder: string): readonly string[] {
  const file = path.join(folder, 'cookies.txt');
  fs.copyFileSync(path.join(projectFolder, 'resources/samples/sample-cookies.txt'), file);
  return [file];
}

async function look(workbench: Workbench, name: string): Promise<void> {
  await workbench.picture(name);
  expect(await violations(workbench)).toEqual([]);
}

test.runIf(hasElectron)('the empty window is free of barriers in both themes', async () => {
  const workbench = await open();
  await workbench.page.getByRole('button', { name: 'Try the sample' }).waitFor();
  await look(workbench, 'empty');
});

test.runIf(hasElectron)('a document with problems is free of barriers, with every panel open', async () => {
  const workbench = await open(sample);
  const { page } = workbench;
  await workbench.cell('session_id', 'name').click();
  await look(workbench, 'document');
  await page.keyboard.press('Control+Shift+M');
  await page.getByRole('tab', { name: /Problems/ }).waitFor();
  await look(workbench, 'problems');
  await workbench.cell('auth', 'name').click();
  await page.keyboard.press('Control+e');
  await page.getByRole('tab', { name: /Changes/ }).click();
  await look(workbench, 'changes');
  await workbench.filterTo('expired', /\d+ of \d+/);
  await look(workbench, 'filtered');
  await workbench.filter.fill('no such cookie');
  await page.getByText('Nothing matches the filter').waitFor();
  await look(workbench, 'nothing-found');
});

test.runIf(hasElectron)('what is sent and what comes back is shown without barriers', async () => {
  const workbench = await open(sample);
  const { page } = workbench;
  await workbench.cell('session_id', 'name').waitFor();
  await page.keyboard.press('Control+Shift+R');
  await page.getByRole('textbox', { name: 'Address', exact: true }).fill('http://www.example.com/');
  await page.locator('.request-item', { hasText: 'Firefox' }).locator('summary').click();
  await look(workbench, 'request');
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('textbox', { name: 'Address that they came from' }).fill('https://www.example.com/');
  await page
    .getByRole('textbox', { name: 'Response headers' })
    .fill('Set-Cookie: a=1; Path=/; HttpOnly\nSet-Cookie: b=2; Domain=com\nSet-Cookie: c=; Max-Age=0\nd');
  await page.getByText('Rejected').waitFor();
  await look(workbench, 'set-cookie');
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
  await look(workbench, 'overview');
  const tables = page.getByRole('button', { name: 'Show as table' });
  while ((await tables.count()) > 0) await tables.first().click();
  await look(workbench, 'overview-tables');
  await page.getByRole('button', { name: 'Privacy Report…' }).click();
  await page.getByRole('dialog', { name: 'Privacy Report' }).waitFor();
  await look(workbench, 'report');
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
    await look(workbench, 'hosts');
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
  await look(workbench, 'palette');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+E');
  await page.getByRole('dialog', { name: 'Export' }).waitFor();
  await look(workbench, 'export');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await workbench.cell('session_id', 'name').click();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await look(workbench, 'shortcuts');
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
    await look(workbench, `settings-${name.toLowerCase()}`);
  }
  await closed();
  await page.keyboard.press('F1');
  await page.getByRole('heading', { name: 'First steps' }).waitFor();
  await look(workbench, 'help');
  await closed();
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
  await look(workbench, 'save-view');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Settings and help' }).click();
  await page.getByRole('menuitem', { name: 'About Crumbs' }).click();
  await page.getByText('Crumbs makes no network connections.').waitFor();
  await look(workbench, 'about');
  await closed();
  await page.getByRole('button', { name: 'Settings and help' }).click();
  await page.getByRole('menuitem', { name: 'Take the Tour' }).click();
  await page.getByRole('heading', { name: 'This file is broken' }).waitFor();
  await look(workbench, 'tour');
});

test.runIf(hasElectron)('what another program wrote is shown without barriers', async () => {
  const workbench = await open((folder) => [written(folder, 'jar.txt', jar(line('alpha'), line('beta')))]);
  await workbench.cell('alpha', 'name').waitFor();
  fs.writeFileSync(path.join(app?.folder ?? '', 'jar.txt'), jar(line('theirs')));
  await workbench.page.getByRole('button', { name: 'Keep mine' }).waitFor();
  await look(workbench, 'changed-on-disk');
  await workbench.page.getByRole('button', { name: 'Review…' }).click();
  await workbench.page.getByRole('dialog', { name: 'Merge with jar.txt on disk' }).waitFor();
  await look(workbench, 'merge-review');
});

test.runIf(hasElectron)('a cell that refuses what was typed says why, without barriers', async () => {
  const workbench = await open(sample);
  await workbench.type(workbench.cell('session_id', 'expires'), 'the day after never');
  await workbench.page.locator('[aria-invalid="true"]').waitFor();
  await look(workbench, 'refused-edit');
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
  await look(workbench, 'recipes');
  await page.getByRole('button', { name: 'Make it mine' }).click();
  await page.getByRole('combobox', { name: 'Step 1' }).selectOption('Drop sites');
  await page.getByRole('alert').getByText('needs at least one site').waitFor();
  await look(workbench, 'recipe-editor');
  await closed();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Cookie: a=b; c=d');
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  });
  await page.getByRole('textbox', { name: 'Site that it was sent to' }).fill('shop.example');
  await page.getByText('2 new', { exact: true }).waitFor();
  await look(workbench, 'paste-header');
  await closed();
  await workbench.cell('session_id', 'name').click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Move to Document');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Move to…' }).waitFor();
  await look(workbench, 'send-to');
});
