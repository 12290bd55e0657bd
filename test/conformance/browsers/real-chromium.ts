import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from './scenario.ts';

const PROGRAM = '/usr/bin/chromium';

/** Whether Debian's Chromium is here. */
export const hasChromium = existsSync(PROGRAM);

/** Debian's Chromium with a fresh profile, all of its requests through the proxy, its own cookie rules untouched. */
export async function startChromium(proxyPort: number): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: PROGRAM,
    args: ['--no-sandbox', '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable'],
    proxy: { server: `http://127.0.0.1:${proxyPort}`, bypass: '<-loopback>' },
  });
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  return {
    version: `Chromium ${browser.version()}`,
    async go(url) {
      await page.goto(url, { timeout: 10_000, waitUntil: 'load' }).catch(() => undefined);
    },
    dispose: () => browser.close(),
  };
}
