import { type BrowserProxy, startBrowserProxy } from './browser-proxy.ts';
import type { Browser, Scenario, Walked } from './scenario.ts';

/** The longest wait for a request that a page makes, in milliseconds. */
const PATIENCE = 10_000;

export interface Walk {
  readonly version: string;
  readonly walked: Walked;
  /** When the cookies of the page that was looked at end, by name. */
  readonly ends: ReadonlyMap<string, number>;
  readonly seconds: number;
}

/** Takes a browser through all scenarios, in order, and notes what it sent with each request; then looks at the cookies of one page. */
export async function walk(
  scenarios: readonly Scenario[],
  start: (proxyPort: number) => Promise<Browser>,
  lookAt: string,
): Promise<Walk> {
  const began = Date.now();
  const exchanges = scenarios.flatMap((scenario) => scenario.exchanges);
  const proxy = await startBrowserProxy(exchanges);
  try {
    const browser = await start(proxy.port);
    try {
      for (const [at, exchange] of exchanges.entries()) {
        if (!proxy.asked.has(exchange)) await visit(proxy, browser, at);
      }
      await browser.go(lookAt);
      const ends = await browser.ends();
      return { version: browser.version, walked: proxy.asked, ends, seconds: (Date.now() - began) / 1000 };
    } finally {
      await browser.dispose();
    }
  } finally {
    await proxy.close();
  }
}

/** Goes to an exchange, and by redirections on; what a page there asks for may come after the page. */
async function visit(proxy: BrowserProxy, browser: Browser, at: number): Promise<void> {
  await browser.go(proxy.start(at));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([proxy.whenAsked(at), late]);
  clearTimeout(timer);
}
