import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { written } from './cookie-files.ts';
import { endedAfterEach, HOSTS } from './hosts.ts';
import { Workbench } from './workbench.ts';

/** As Cookie Quick Manager writes it. */
const EXPORT =
  '.example.com\tfalse\t/\ttrue\t4102444800\twide\tv1\nwww.example.com\ttrue\t/\tfalse\t4102444800\tsingle\tv2';
const MENDED =
  '# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t4102444800\twide\tv1\nwww.example.com\tFALSE\t/\tFALSE\t4102444800\tsingle\tv2\n';

describe.each(HOSTS)('an export of a known extension in %s', (_host, start, isThere) => {
  const launch = endedAfterEach(start);

  test.runIf(isThere)('is named, reviewed, repaired in one step and saved', async () => {
    const app = await launch((folder) => [written(folder, 'export.txt', EXPORT)]);
    const { page, folder } = app;
    const file = path.join(folder, 'export.txt');
    const workbench = new Workbench(page);
    const bar = page.locator('.bar', { hasText: 'Written by Cookie Quick Manager.' });
    await bar.getByRole('button', { name: 'Review…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Subdomain flag inverted').waitFor();
    await dialog.getByText('HttpOnly not written').waitFor();
    expect(await dialog.innerText()).not.toMatch(/\bv[12]\b/);
    expect(fs.readFileSync(file, 'utf8')).toBe(EXPORT);

    await dialog.getByRole('button', { name: 'Repair' }).click();
    await bar.waitFor({ state: 'detached' });
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(MENDED);

    await page.keyboard.press('ControlOrMeta+z');
    await bar.waitFor();
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(EXPORT);
  });
});
