import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import { written } from './cookie-files.ts';
import { hasElectron, startElectron } from './electron-app.ts';
import { paste } from './paste.ts';
import { Workbench } from './workbench.ts';

const hosts = [
  ['Electron', startElectron, hasElectron],
  ['Chromium', startBrowser, hasChromium],
] as const;

const CANARY = 'canary6f1c08Value';
const TOP = '# Netscape HTTP Cookie File\n';
const line = (columns: string): string => `${columns.split(' ').join('\t')}\n`;
const sid = (value: string): string => line(`.example.com TRUE / TRUE 4102444800 sid ${CANARY}${value}`);
const lang = line(`www.example.com FALSE / FALSE 4102444800 lang ${CANARY}L`);
const fresh = line(`new.example FALSE / TRUE 4102444800 fresh ${CANARY}F`);

describe.each(hosts)('cookies on their way in %s', (host, start, isThere) => {
  let app: Awaited<ReturnType<typeof start>> | undefined;
  afterEach(async () => {
    expect(app?.complaints ?? []).toEqual([]);
    await app?.dispose();
    app = undefined;
  });

  test.runIf(isThere)(
    'are pasted beside what is there, moved into another document, and taken back',
    async () => {
      app = await start((folder) => [
        written(folder, 'one.txt', TOP + sid('A')),
        written(folder, 'two.txt', TOP + lang),
      ]);
      const { page, folder } = app;
      const workbench = new Workbench(page);
      await workbench.tab('one.txt').click();
      await workbench.cell('sid', 'domain').waitFor();

      await paste(page, sid('B') + fresh);
      const review = page.getByRole('dialog', { name: 'Paste into one.txt' });
      await review.getByText('1 new · 1 changed').waitFor();
      expect(await page.content()).not.toContain(CANARY);
      await workbench.picture(`paste-${host.toLowerCase()}`);
      await review.getByRole('button', { name: 'Paste 2' }).click();
      await workbench.cell('fresh', 'domain').waitFor();

      await workbench.cell('fresh', 'name').click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Move to' }).click();
      await page.getByRole('menuitem', { name: 'two.txt' }).click();
      await page.getByText('Moved 1 cookie to two.txt').first().waitFor();
      await workbench.cell('fresh', 'name').waitFor({ state: 'detached' });
      await workbench.save.click();
      await workbench.tab('two.txt').click();
      await workbench.cell('fresh', 'name').waitFor();
      await workbench.save.click();
      const inFiles = (): string[] =>
        ['one.txt', 'two.txt'].map((name) => fs.readFileSync(path.join(folder, name), 'latin1'));
      await expect.poll(inFiles).toEqual([TOP + sid('B'), TOP + lang + fresh]);

      await workbench.undo.click();
      await workbench.cell('fresh', 'name').waitFor({ state: 'detached' });
      await workbench.tab('one.txt').click();
      await workbench.undo.click();
      await workbench.cell('fresh', 'name').waitFor();
    },
    60_000,
  );

  test.runIf(isThere)(
    'of a header are asked for their site, and rows are dragged onto a tab',
    async () => {
      app = await start((folder) => [
        written(folder, 'one.txt', TOP + sid('A')),
        written(folder, 'two.txt', TOP + lang),
      ]);
      const { page } = app;
      const workbench = new Workbench(page);
      await workbench.tab('one.txt').click();
      await workbench.cell('sid', 'domain').waitFor();
      await paste(page, `Cookie: token=${CANARY}T`);
      const site = page.getByRole('textbox', { name: 'Site that it was sent to' });
      await site.fill('https://');
      await page.getByRole('alert').first().waitFor();
      await site.fill('shop.example');
      await page.getByText('1 new', { exact: true }).waitFor();
      await site.press('Enter');
      await workbench.cell('token', 'domain').waitFor();

      await workbench.cell('token', 'name').dragTo(workbench.tab('two.txt'));
      await page.getByText('Copied 1 cookie from one.txt').first().waitFor();
      await page.getByRole('button', { name: 'Show two.txt' }).click();
      await workbench.cell('token', 'domain').waitFor();
    },
    60_000,
  );
});
