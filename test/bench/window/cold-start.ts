import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, errors } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

/** A program with one window, started from nothing. */
export interface Started {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** Kept from start to start, as a person's is. */
  readonly profile: string;
  readonly display: string;
  /** Whether rows are to take keys, too. */
  readonly hasGrid: boolean;
}

/** Milliseconds from the start of the process. */
export interface ColdStart {
  readonly rows: number;
  /** A key has moved from the first row to the second. */
  readonly key: number;
}

const FIRST_ROW = '.ag-row[row-index="0"]';
const PATIENCE_MS = 8_000;

/** Starts a program, and ends it as a person does once its rows take keys; anew when Playwright misses its first words. */
export async function coldStart(program: Started): Promise<ColdStart> {
  try {
    return await startOnce(program);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return startOnce(program);
  }
}

async function startOnce(program: Started): Promise<ColdStart> {
  fs.mkdirSync(program.profile, { recursive: true });
  const portFile = path.join(program.profile, 'DevToolsActivePort');
  fs.rmSync(portFile, { force: true });
  const started = Date.now();
  const child = spawn(
    program.executablePath,
    ['--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${program.profile}`, ...program.args],
    {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: program.display, CRUMBS_DATA_DIR: path.join(program.profile, 'data') },
    },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let browser: Browser | undefined;
  try {
    const address = `http://127.0.0.1:${await portIn(portFile)}`;
    browser = await chromium.connectOverCDP(address, { timeout: PATIENCE_MS });
    const page = await firstPage(browser);
    const rows = (await shownAt(page)) - started;
    const key = program.hasGrid ? (await keyTakenAt(page)) - started : rows;
    // The code that was compiled is kept for the next start some seconds later.
    await pause(3000);
    return { rows, key };
  } finally {
    await browser?.close().catch(() => undefined);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 2000).unref();
    await ended;
  }
}

async function portIn(file: string): Promise<string> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 5) {
    const [port = ''] = fs.existsSync(file) ? fs.readFileSync(file, 'latin1').split('\n') : [];
    if (port !== '') return port;
    await pause(5);
  }
  throw new Error('The program told no port for its tools.');
}

async function firstPage(browser: Browser): Promise<Page> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 5) {
    const page = browser.contexts()[0]?.pages()[0];
    if (page !== undefined) return page;
    await pause(5);
  }
  throw new Error('The program showed no window.');
}

/** When the first row was on the screen, by the page's own clock. */
async function shownAt(page: Page): Promise<number> {
  const shown = await page.waitForFunction(
    (row) => document.querySelector(row)?.textContent && performance.timeOrigin + performance.now(),
    FIRST_ROW,
    { polling: 'raf' },
  );
  return Number(await shown.jsonValue());
}

async function keyTakenAt(page: Page): Promise<number> {
  await page.locator(`${FIRST_ROW} [col-id="name"]`).focus();
  await page.keyboard.press('ArrowDown');
  const taken = await page.waitForFunction(
    () =>
      document.activeElement?.closest('[row-index]')?.getAttribute('row-index') === '1' &&
      performance.timeOrigin + performance.now(),
    undefined,
    { polling: 'raf' },
  );
  return Number(await taken.jsonValue());
}
