import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { hasChromium, startBrowser } from './browser-app.ts';
import type { BrowserApp } from './browser-app.ts';
import { projectFolder } from './electron-app.ts';

let app: BrowserApp | undefined;
afterEach(async () => {
  await app?.dispose();
  app = undefined;
});

/** What can be pressed in a part of the window and does not lie in it, or in the window: by its name. */
async function outOfSight(page: Page, part: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const controls = document.querySelectorAll<HTMLElement>(`${selector} :is(button, input, select)`);
    return [...controls]
      .filter((control) => control.tabIndex >= 0)
      .filter((control) => {
        const { left, right, top, bottom, width } = control.getBoundingClientRect();
        return width < 1 || left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1;
      })
      .map((control) => control.getAttribute('aria-label') ?? control.innerText);
  }, part);
}

const sizes = [
  { what: 'a window of 1024 by 700', width: 1024, height: 700 },
  { what: 'a window of 1280 by 800 at 200 % zoom', width: 640, height: 400 },
];

test.runIf(hasChromium)(
  'no control is lost in a narrow window, at high zoom, or in forced colours',
  async () => {
    app = await startBrowser((folder) => {
      const file = path.join(folder, 'cookies.txt');
      fs.copyFileSync(path.join(projectFolder, 'resources/samples/sample-cookies.txt'), file);
      return [file];
    });
    const { page } = app;
    await page.getByText('lower_case', { exact: true }).waitFor();
    for (const { what, ...size } of sizes) {
      await page.setViewportSize(size);
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      await page.waitForTimeout(200);
      for (const part of ['.tab-bar', '.query-bar', '.status-bar'])
        expect({ what, part, lost: await outOfSight(page, part) }).toEqual({ what, part, lost: [] });
      const dialogs = ['Settings', 'Crumbs Help', 'Export'];
      for (const [at, keys] of ['Control+,', 'F1', 'Control+Shift+E'].entries()) {
        await page.keyboard.press(keys);
        await page.getByRole('dialog', { name: dialogs[at] ?? '' }).waitFor();
        const lost = await outOfSight(page, '.dialog-footer');
        expect({ what, keys, lost }).toEqual({ what, keys, lost: [] });
        await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    }
    const motion = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--motion'),
    );
    expect(Number.parseFloat(motion)).toBe(0);
    expect(app.complaints).toEqual([]);
  },
);
