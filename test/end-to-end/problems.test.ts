import { expect, test } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import { written } from './cookie-files.ts';
import { endedAfterEach } from './hosts.ts';
import { Workbench } from './workbench.ts';

const JAR = ['# Netscape HTTP Cookie File', 'first', 'second']
  .map((name) => (name.startsWith('#') ? name : `.${name}.example\tTRUE\t/\tTRUE\t1\t${name}\tv`))
  .map((line) => `${line}\n`)
  .join('');

const launch = endedAfterEach(startBrowser);

test.runIf(hasChromium)(
  'a problem is ignored on one line and then as a rule, by keyboard, and heard again',
  async () => {
    const { page } = await launch((folder) => [written(folder, 'jar.txt', JAR)]);
    const workbench = new Workbench(page);
    await workbench.cell('first', 'domain').waitFor();
    await page.keyboard.press('ControlOrMeta+Shift+M');
    const group = page.locator('.problem-toggle', { hasText: 'Expired' });
    await group.focus();
    await page.keyboard.press('Enter');
    const here = page.getByRole('button', { name: 'Ignore here' });
    await expect.poll(() => here.count()).toBe(2);
    await here.first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => here.count()).toBe(1);
    const ignored = page.getByRole('region', { name: 'Ignored' });
    await ignored.getByText('on 1 line of this file, until it is closed').waitFor();
    await workbench.picture('ignored');
    await page.getByRole('button', { name: 'Ignore this rule' }).focus();
    await page.keyboard.press('Enter');
    await ignored.getByText('in every file').waitFor();
    await group.waitFor({ state: 'detached' });
    await ignored.getByRole('button', { name: 'Stop ignoring' }).focus();
    await page.keyboard.press('Enter');
    await group.getByText('2', { exact: true }).waitFor();
    await ignored.waitFor({ state: 'detached' });
  },
  60_000,
);
