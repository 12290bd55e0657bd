import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import { written } from './cookie-files.ts';
import { hasElectron, startElectron } from './electron-app.ts';
import { Workbench } from './workbench.ts';

const hosts = [
  ['Electron', startElectron, hasElectron],
  ['Chromium', startBrowser, hasChromium],
] as const;

/** curl drops the second line, wget and aria2 take the third for a comment. */
const ODD =
  '# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t4102444800\tgood\tv1\n.example.com\tTRUE\t/\tFALSE\t\tempty\tv2\n#HttpOnly_.example.com\tTRUE\t/\tTRUE\t4102444800\tmarked\tv3\n';
const MENDED = ODD.replace('\t\t', '\t0\t').replace('#HttpOnly_', '');

describe.each(hosts)('a file that programs do not load in %s', (_host, start, isThere) => {
  let app: Awaited<ReturnType<typeof start>> | undefined;
  afterEach(async () => {
    expect(app?.complaints ?? []).toEqual([]);
    await app?.dispose();
    app = undefined;
  });

  test.runIf(isThere)(
    'is made readable for those that are chosen, once the person says what may go',
    async () => {
      app = await start((folder) => [written(folder, 'odd.txt', ODD)]);
      const { page, folder } = app;
      const file = path.join(folder, 'odd.txt');
      const workbench = new Workbench(page);
      await workbench.cell('empty', 'name').click();
      await page.getByRole('button', { name: 'Make readable…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('it takes “#HttpOnly_” for a comment').waitFor();
      await dialog.getByRole('button', { name: 'Apply 1 change' }).waitFor();
      await dialog.getByText('Take HttpOnly marks off').click();
      const apply = dialog.getByRole('button', { name: 'Apply 2 changes' });
      await apply.waitFor();
      expect(await dialog.innerText()).not.toMatch(/\bv[123]\b/);

      await apply.click();
      await dialog.waitFor({ state: 'detached' });
      await workbench.save.click();
      await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(MENDED);

      await page.keyboard.press('ControlOrMeta+z');
      await workbench.save.click();
      await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(ODD);
    },
  );
});
