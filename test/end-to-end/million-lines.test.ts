import { expect, test } from 'vitest';
import { largeJar, written } from './cookie-files.ts';
import { hasElectron, startElectron } from './electron-app.ts';
import { Workbench } from './workbench.ts';
import type { Page } from 'playwright-core';

/** Notes from now on how long the page's main thread was busy at a stretch. */
async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const page = globalThis as unknown as { longTasks: number[] };
    page.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) page.longTasks.push(Math.round(entry.duration));
    }).observe({ entryTypes: ['longtask'] });
  });
}

/** Tasks over 50 ms since the last look, the longest first. */
function longTasks(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0).toSorted((a, b) => b - a),
  );
}

/** Presses Stop as soon as it is there. */
async function stopAtFirstRows(page: Page): Promise<void> {
  await page.evaluate(() => {
    const observer = new MutationObserver(() => {
      const stop = document.querySelector<HTMLElement>('.reading-line button');
      if (stop === null) return;
      observer.disconnect();
      stop.click();
      document.body.dataset['stopped'] = 'yes';
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

interface Awaited {
  /** What the domain of the first row says; anything without. */
  readonly domain?: string;
  /** What the count in the query line says; anything without. */
  readonly count?: string;
}

/** Notes when the first rows are on the screen, and when the query line counts all of them. */
async function watchFirstRows(page: Page, { domain = '', count = '' }: Awaited = {}): Promise<void> {
  await page.evaluate(
    (awaited) => {
      const page = globalThis as unknown as { firstRows: { first: number; whole: number } };
      const from = performance.now();
      const noted = { first: 0, whole: 0 };
      page.firstRows = noted;
      const observer = new MutationObserver(() => {
        const now = Math.round(performance.now() - from);
        const says = (selector: string, text: string): boolean =>
          document.querySelector(selector)?.textContent.includes(text) === true;
        const first = '.ag-row[row-index="0"] [col-id="domain"]';
        if (noted.first === 0 && says(first, awaited.domain)) noted.first = now;
        if (!says('.query-count', awaited.count)) return;
        noted.whole = now;
        observer.disconnect();
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    },
    { domain, count },
  );
}

function firstRows(page: Page): Promise<{ readonly first: number; readonly whole: number }> {
  return page.evaluate(
    () => (globalThis as unknown as { firstRows: { first: number; whole: number } }).firstRows,
  );
}

/** The orders that the names on the screen are in, from top to bottom. */
async function shownOrder(page: Page): Promise<readonly string[]> {
  const names = await page.locator('.ag-row').evaluateAll((rows) =>
    rows
      .toSorted((a, b) => Number(a.getAttribute('row-index')) - Number(b.getAttribute('row-index')))
      .map((row) => row.querySelector('[col-id="name"]')?.textContent ?? '')
      .filter((name) => name !== ''),
  );
  const up = names.toSorted((a, b) => (a < b ? -1 : 1));
  if (names.length < 10) return [];
  return [
    ...(names.join() === up.join() ? ['ascending'] : []),
    ...(names.join() === up.toReversed().join() ? ['descending'] : []),
  ];
}

test.runIf(hasElectron)('a million lines open, scroll, filter and sort', { timeout: 300_000 }, async () => {
  const app = await startElectron();
  try {
    const { page, application } = app;
    const workbench = new Workbench(page);
    await page.getByRole('button', { name: 'Try the sample' }).waitFor();
    const file = written(app.folder, 'million.txt', largeJar(1_000_000));
    await watchLongTasks(page);
    const report: string[] = [];
    const step = async (name: string, act: () => Promise<void>): Promise<void> => {
      const started = performance.now();
      await act();
      const [longest = 0, ...others] = await longTasks(page);
      const took = Math.round(performance.now() - started);
      report.push(
        `${name}: ${took} ms, longest main-thread task ${longest} ms, ${others.length} others over 50 ms`,
      );
    };
    await application.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, file);
    await step('open, stopped at the first rows', async () => {
      await stopAtFirstRows(page);
      await page.keyboard.press('Control+o');
      await page.locator('body[data-stopped]').waitFor({ timeout: 60_000 });
      await page.getByRole('button', { name: 'Try the sample' }).waitFor();
      expect(await page.getByRole('tab').count()).toBe(0);
    });
    await step('open', async () => {
      await watchFirstRows(page);
      await page.keyboard.press('Control+o');
      await page.getByText('1,000,000 lines', { exact: true }).first().waitFor({ timeout: 120_000 });
      await workbench.cell('name0', 'domain').first().waitFor();
    });
    const { first, whole } = await firstRows(page);
    report.push(`first rows on the screen: ${first} ms, while the rest was read until ${whole} ms`);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(whole);
    await step('scroll to the end', async () => {
      await workbench.cell('name3', 'name').first().click();
      await page.keyboard.press('Control+End');
      await workbench.cell('name999999', 'domain').waitFor();
    });
    await step('scroll by the wheel', async () => {
      await page.mouse.move(600, 400);
      for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, -300);
      await page.waitForTimeout(500);
    });
    await watchFirstRows(page, { domain: 'site17.example', count: ' of ' });
    await step('filter', () => workbench.filterTo('domain:site17.example', /of 1,000,000/));
    const filtered = await firstRows(page);
    report.push(
      `first rows of the filter: ${filtered.first} ms, all of them counted at ${filtered.whole} ms`,
    );
    expect(filtered.first).toBeGreaterThan(0);
    expect(filtered.first).toBeLessThanOrEqual(filtered.whole);
    await step('no filter', () => workbench.filterTo('', '1,000,000 lines'));
    const header = page.getByRole('columnheader', { name: 'Name', exact: true });
    for (const order of ['ascending', 'descending'] as const) {
      await step(`sort, ${order}`, async () => {
        await header.click();
        await page.locator(`[role="columnheader"][col-id="name"][aria-sort="${order}"]`).waitFor();
        await expect.poll(() => shownOrder(page), { timeout: 30_000 }).toContain(order);
      });
    }
    console.log(`A million lines:\n  ${report.join('\n  ')}`);
    expect(app.complaints).toEqual([]);
    await workbench.picture('million');
  } finally {
    await app.dispose();
  }
});
