import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from './scenario.ts';

const PROGRAM = '/usr/bin/chromium';

/** Whether Debian's Chromium is here. */
export const hasChromium = existsSync(PROGRAM);

/** Debian's Chromium with a fresh profile, all of its requests through the proxy, its own cookie rules untouched. */
export async function startChromium(proxyPort: number): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'crumbs-chromium-'));
  // A profile that lasts, for a context beside it would be a private window with rules of its own.
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: PROGRAM,
    args: [
      '--no-sandbox',
      '--disable-site-isolation-trials',
      '--renderer-process-limit=1',
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    ],
    proxy: { server: `http://127.0.0.1:${proxyPort}`, bypass: '<-loopback>' },
    ignoreHTTPSErrors: true,
  });
  const page = await context.newPage();
  return {
    profile,
    version: `Chromium ${context.browser()?.version() ?? 'of no known version'}`,
    async go(url) {
      await page.goto(url, { timeout: 10_000, waitUntil: 'load' }).catch(() => undefined);
    },
    async ends() {
      const cookies = await context.cookies(page.url());
      return new Map(cookies.flatMap(({ name, expires }) => (expires < 0 ? [] : [[name, expires] as const])));
    },
    async cookies() {
      const cookies = await context.cookies(page.url());
      return cookies.map(({ name, value, domain, path, secure, httpOnly, expires }) => ({
        name,
        value,
        domain,
        path,
        secure,
        httpOnly,
        ...(expires >= 0 && { expiry: expires }),
      }));
    },
    end: () => context.close(),
    async dispose() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
