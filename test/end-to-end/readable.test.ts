import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { written } from './cookie-files.ts';
import { endedAfterEach, HOSTS } from './hosts.ts';
import { Workbench } from './workbench.ts';

/** curl drops the second line, wget and aria2 take the third for a comment. */
const ODD =
  '# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t4102444800\tgood\tv1\n.example.com\tTRUE\t/\tFALSE\t\tempty\tv2\n#HttpOnly_.example.com\tTRUE\t/\tTRUE\t4102444800\tmarked\tv3\n';
const MENDED = ODD.replace('\t\t', '\t0\t').replace('#HttpOnly_', '');

describe.each(HOSTS)('a file that programs do not load in %s', (_host, start, isThere) => {
  const launch = endedAfterEach(start);

  test.runIf(isThere)(
    'is made readable for those that are chosen, once the person says what may go',
    async () => {
      const app = await launch((folder) => [written(folder, 'odd.txt', ODD)]);
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
