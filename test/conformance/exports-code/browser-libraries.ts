import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const core = JSON.stringify(import.meta.resolve('playwright-core'));

/** Playwright without its own browsers: Debian's Chromium, which root may run without its sandbox. */
const PLAYWRIGHT = `
import core from ${core};
const options = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] };
export const chromium = { launch: () => core.chromium.launch(options) };
`;

/**
 * What Puppeteer does with cookies, told to the same Chromium: \`browser.setCookie\` is \`Storage.setCookies\` of the
 * DevTools protocol with the cookies as they are. Puppeteer itself is not run.
 */
const PUPPETEER = `
import core from ${core};
const options = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] };
export default {
  async launch() {
    const context = await core.chromium.launchPersistentContext('', options);
    const first = await context.newPage();
    const protocol = await context.newCDPSession(first);
    return {
      setCookie: (...cookies) => protocol.send('Storage.setCookies', { cookies }),
      newPage: () => context.newPage(),
      close: () => context.close(),
    };
  },
};
`;

/** Puts both libraries beside code that imports them. */
export function installBrowserLibraries(folder: string): void {
  for (const [name, text] of Object.entries({ playwright: PLAYWRIGHT, puppeteer: PUPPETEER })) {
    const home = path.join(folder, 'node_modules', name);
    mkdirSync(home, { recursive: true });
    writeFileSync(
      path.join(home, 'package.json'),
      JSON.stringify({ name, type: 'module', main: 'index.js' }),
    );
    writeFileSync(path.join(home, 'index.js'), text);
  }
}
