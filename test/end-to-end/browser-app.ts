import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { firstLine } from './display.ts';
import { complaintsOf, projectFolder } from './electron-app.ts';

/** Debian's browser. */
export const CHROMIUM = '/usr/bin/chromium';

/** Whether this machine has the browser; the set-up of the tests says so when it has not. */
export const hasChromium = fs.existsSync(CHROMIUM);

/** The same window in Debian's Chromium, served by `crumbs serve`. */
export interface BrowserApp {
  readonly page: Page;
  readonly folder: string;
  readonly complaints: readonly string[];
  dispose(): Promise<void>;
}

/** Serves the files that `prepare` writes into a new folder, for somebody with a home of their own, and opens the printed link. */
export async function startBrowser(
  prepare: (folder: string, home: string) => readonly string[] = () => [],
): Promise<BrowserApp> {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-tab-'));
  const folder = path.join(base, 'files');
  fs.mkdirSync(folder);
  const home = path.join(base, 'home');
  fs.mkdirSync(home);
  const files = prepare(folder, home);
  const command = path.join(projectFolder, 'dist/cli/crumbs.mjs');
  const server = spawn(process.execPath, [command, 'serve', ...files], {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: '', CRUMBS_DATA_DIR: path.join(base, 'data') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const link = await firstLine(server);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(15_000);
  const complaints = complaintsOf(page);
  await page.goto(link);
  const dispose = async (): Promise<void> => {
    await browser.close();
    server.kill();
    fs.rmSync(base, { recursive: true, force: true });
  };
  return { page, folder, complaints, dispose };
}
