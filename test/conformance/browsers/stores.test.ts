import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Cookie } from '#shared/cookie/cookie.ts';
import { formatById } from '#shared/formats/registry.ts';
import { finish } from '#shared/table/progress.ts';
import { readDatabaseFile } from '../../../main/databases/open-database.ts';
import { readWell } from '../format-reading.ts';
import { startBrowserProxy } from './browser-proxy.ts';
import { hasChromium, startChromium } from './real-chromium.ts';
import { hasFirefox, startFirefox } from './real-firefox.ts';
import type { Browser, Exchange, StoredCookie } from './scenario.ts';

const HOST = 'https://www.store.example';
const EXCHANGES: readonly Exchange[] = [
  {
    url: `${HOST}/shop/`,
    setCookie: [
      'plain=one; Max-Age=86400',
      'wide=two; Domain=store.example; Path=/; Max-Age=172800; Secure; SameSite=None',
      'strict=three; Max-Age=864000; SameSite=Strict; HttpOnly; Path=/',
      'lax=four; Max-Age=864000; SameSite=Lax; Path=/shop',
      'empty=; Max-Age=864000; Path=/',
      `long=${'x'.repeat(3000)}; Max-Age=864000; Path=/`,
      '__Host-parted=five; Max-Age=864000; Path=/; Secure; SameSite=None; Partitioned',
      'session=six; Path=/',
    ],
  },
  { url: `${HOST}/shop/again` },
];

const REAL = [
  {
    id: 'firefox-sqlite',
    here: hasFirefox,
    start: startFirefox,
    places: ['cookies.sqlite'],
    // Firefox writes what happens soon, into the log beside the store, and keeps it there as long as it runs.
    whileRunning: true,
    sessions: false,
  },
  {
    id: 'chromium-sqlite',
    here: hasChromium,
    start: startChromium,
    places: ['Default/Network/Cookies', 'Default/Cookies'],
    // Chromium writes every half minute, and when it ends.
    whileRunning: false,
    sessions: true,
  },
];

/** What the browser says and what its store says, of one page. */
async function bothOf({ id, start, places, whileRunning, sessions }: (typeof REAL)[number]) {
  const proxy = await startBrowserProxy(EXCHANGES);
  let browser: Browser | undefined;
  try {
    browser = await start(proxy.port);
    for (const at of EXCHANGES.keys()) await browser.go(proxy.start(at));
    const told = await browser.cookies();
    if (!whileRunning) await browser.end();
    const { profile } = browser;
    const read = () => storeOf(id, profile, places);
    const lasting = told.filter(({ expiry }) => sessions || expiry !== undefined);
    await expect.poll(async () => (await read()).length, { interval: 250 }).toBe(lasting.length);
    return { lasting, stored: await read() };
  } finally {
    await browser?.dispose();
    await proxy.close();
  }
}

async function storeOf(id: string, profile: string, places: readonly string[]): Promise<readonly Cookie[]> {
  const file = places.map((place) => join(profile, place)).find((path) => existsSync(path));
  const format = formatById(id);
  if (file === undefined || format === undefined) return [];
  const { bytes, facts } = await readDatabaseFile(file, finish);
  expect(facts.newerSchema).toBeUndefined();
  return readWell(format, bytes).rows.flatMap(({ cookie }) => cookie ?? []);
}

function asTold({ name, value, domain, hostOnly, path, secureOnly, httpOnly }: Cookie): StoredCookie {
  return { name, value, domain: hostOnly ? domain : `.${domain}`, path, secure: secureOnly, httpOnly };
}

const byName = (one: { name: string }, other: { name: string }): number => (one.name < other.name ? -1 : 1);

describe.each(REAL)('the store of a real profile ($id)', (real) => {
  test.skipIf(!real.here)('has the cookies that the browser itself tells of', async () => {
    const { lasting, stored } = await bothOf(real);
    expect(lasting.length).toBeGreaterThan(5);
    const told = lasting.map(({ expiry: _expiry, ...cookie }) => cookie).toSorted(byName);
    expect(stored.map(asTold).toSorted(byName)).toEqual(told);
    const cookie = (name: string) => stored.find((one) => one.name === name);
    for (const { name, expiry } of lasting) {
      const stored = cookie(name)?.expiryTime;
      expect(stored === undefined).toBe(expiry === undefined);
      expect(Math.abs((stored ?? 0) - (expiry ?? 0))).toBeLessThan(2);
    }
    expect(['plain', 'wide', 'strict', 'lax'].map((name) => cookie(name)?.extras?.sameSite)).toEqual([
      undefined,
      'none',
      'strict',
      'lax',
    ]);
    expect(cookie('__Host-parted')?.extras?.partitionKey?.topLevelSite).toBe('https://store.example');
    expect(cookie('plain')?.extras).toMatchObject({ sourceScheme: 'secure' });
    const created = cookie('plain')?.extras?.creationTime ?? 0;
    expect(Math.abs(created - Date.now() / 1000)).toBeLessThan(120);
  });
});
