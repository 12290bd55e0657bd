import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriers } from './barriers.ts';
import { projectFolder } from './electron-app.ts';

const LARGE = { width: 1920, height: 1080 };

/** The window as a person sees it: its parts by their names. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get filter(): Locator {
    return this.page.getByRole('combobox', { name: 'Filter' });
  }

  get save(): Locator {
    return this.page.getByRole('button', { name: 'Save', exact: true });
  }

  get undo(): Locator {
    return this.page.getByRole('button', { name: /^Undo/ }).first();
  }

  tab(title: string): Locator {
    return this.page.getByRole('tab', { name: title });
  }

  /** The cell of a cookie that is on the screen. */
  cell(name: string, column: string): Locator {
    return this.page
      .locator('.ag-row', { has: this.page.locator('[col-id="name"]', { hasText: name }) })
      .locator(`[col-id="${column}"]`);
  }

  /** Writes a query, leaves the field, and waits until the count says so many. */
  async filterTo(query: string, count: string | RegExp): Promise<void> {
    await this.filter.fill(query);
    await this.filter.blur();
    await this.page.getByRole('toolbar', { name: 'Filter' }).getByText(count, { exact: true }).waitFor();
  }

  /** Types into a cell and presses Enter. */
  async type(cell: Locator, text: string): Promise<void> {
    await cell.dblclick();
    await this.page.locator('.ag-row input.cell-editor:not([readonly])').waitFor();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /**
   * Looks at the window as it stands, in both themes: pictures for people in `.out/screenshots` (with `CRUMBS_PICTURES=large` of a
   * large window as well), and axe, which must find nothing.
   */
  async picture(name: string): Promise<void> {
    const folder = path.join(projectFolder, '.out/screenshots');
    fs.mkdirSync(folder, { recursive: true });
    const usual = await this.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const found: string[] = [];
    // A hint that fades in has no colour yet.
    await this.page.mouse.move(0, 0);
    await this.page.locator('.ag-tooltip').waitFor({ state: 'detached' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.waitForTimeout(150);
      await this.page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) });
      found.push(...(await barriers(this.page)).map((barrier) => `${colorScheme} ${barrier}`));
      if (process.env['CRUMBS_PICTURES'] !== 'large') continue;
      await this.page.setViewportSize(LARGE);
      await this.page.waitForTimeout(150);
      await this.page.screenshot({ path: path.join(folder, `${name}-large-${colorScheme}.png`) });
      await this.page.setViewportSize(usual);
    }
    await this.page.emulateMedia({ colorScheme: 'light' });
    expect(found).toEqual([]);
  }
}
