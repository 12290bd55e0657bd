import fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type BrowserApp, CHROMIUM, hasChromium, startBrowser } from './browser-app.ts';
import { written } from './cookie-files.ts';
import { type ElectronApp, hasElectron, startElectron } from './electron-app.ts';
import { HTML_PAYLOADS } from './html-payloads.ts';
import { Workbench } from './workbench.ts';

const TOP = '# Netscape HTTP Cookie File\n';
const CANARY = 'canary51c0ffeeValue';

/** Every payload in every column, in a comment and in lines that are no cookies. */
function hostileFile(): string {
  const lines = HTML_PAYLOADS.flatMap((text, at) => [
    `.example.com\tTRUE\t/\tTRUE\t1900000000\tvalue${at}\t${text}`,
    `.example.com\tTRUE\t/\tTRUE\t1900000000\t${text}\tname${at}`,
    `${text}\tTRUE\t/\tTRUE\t1900000000\tdomain${at}\tx`,
    `.example.com\tTRUE\t/${text}\tTRUE\t1900000000\tpath${at}\tx`,
    `.example.com\t${text}\t/\t${text}\t${text}\tflags${at}\tx`,
    `# ${text}`,
    text,
  ]);
  return `${TOP}${lines.join('\n')}\n`;
}

/** What in the page can only have come out of a payload: elements that the window never has, handlers in attributes, addresses that run. */
function outbreaks(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = 'pwned' in globalThis ? ['a script ran'] : [];
    const never =
      'iframe,object,embed,base,video,audio,marquee,math,details,template,noscript,animate,img,x,form[action],meta[http-equiv=refresh],link[href*="evil"]';
    for (const element of document.querySelectorAll(never)) found.push(element.tagName);
    for (const script of document.querySelectorAll('script')) if (script.src === '') found.push('SCRIPT');
    for (const style of document.querySelectorAll('style'))
      if (style.textContent.includes('evil')) found.push('STYLE');
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(`${element.tagName} ${name}`);
        if (
          /^(?:href|src|action|formaction|srcdoc)$/i.test(name) &&
          /^\s*(?:javascript|data:text)/i.test(value)
        )
          found.push(`${element.tagName} ${name}`);
      }
    }
    return found;
  });
}

describe('payloads in a cookie file', () => {
  let app: BrowserApp | undefined;
  afterEach(async () => {
    await app?.dispose();
    app = undefined;
  });

  test.runIf(hasChromium)(
    'stay text in every column, panel and dialog',
    async () => {
      expect(HTML_PAYLOADS.length).toBeGreaterThanOrEqual(40);
      app = await startBrowser((folder) => [written(folder, 'jar.txt', hostileFile())]);
      const { page, complaints } = app;
      const workbench = new Workbench(page);
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.type());
        void dialog.dismiss();
      });
      const seen: string[] = [];
      const check = async (place: string): Promise<void> => {
        await page.waitForTimeout(60);
        expect({ place, found: await outbreaks(page) }).toEqual({ place, found: [] });
        seen.push(place);
      };
      const command = async (label: string): Promise<void> => {
        await page.keyboard.press('ControlOrMeta+k');
        await page.keyboard.type(label);
        await page.keyboard.press('Enter');
      };
      await workbench.cell('value0', 'domain').waitFor();
      await check('grid, masked');
      await command('Reveal Values');
      await check('grid, revealed');
      await workbench.cell('value0', 'domain').click();
      for (const pages of [1, 2, 4]) {
        for (let step = 0; step < pages; step++) await page.keyboard.press('PageDown');
        await page.keyboard.press('ArrowUp');
        await page.locator('.ag-cell-focus').first().hover();
        await check(`inspector and tips after ${pages} pages`);
      }
      await page.keyboard.press('F2');
      await check('cell editor');
      await page.keyboard.press('Escape');
      for (const payload of HTML_PAYLOADS.slice(0, 8)) {
        await workbench.filter.fill(payload);
        await check('query line');
      }
      await workbench.filter.fill('');
      await workbench.filter.blur();
      for (const panel of ['Problems', 'Changes', 'Request', 'Set-Cookie']) {
        await command(panel);
        await check(panel);
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click({ timeout: 400 }).catch(() => undefined);
          await check('panel');
        }
      }
      for (const box of await page.getByRole('textbox').all()) {
        if (await box.isEditable({ timeout: 400 }).catch(() => false))
          await box.fill(HTML_PAYLOADS.join('\n'), { timeout: 400 }).catch(() => undefined);
        await check('text box');
      }
      await page.keyboard.press('Escape');
      for (const label of [
        'Fix What Is Safe',
        'Changes',
        'Export…',
        'Copy for One Run',
        'Make Readable',
        'Earlier Versions',
        'Redact for Sharing',
      ]) {
        await command(label);
        await check(label);
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type(HTML_PAYLOADS[4] ?? '');
      await check('command palette');
      await page.keyboard.press('Escape');
      expect(dialogs).toEqual([]);
      // What a payload could break loudly; other complaints are for the tests of the jobs themselves.
      if (complaints.length > 0) process.stdout.write(`said meanwhile: ${complaints.join('\n')}\n`);
      expect(complaints.join('\n')).not.toMatch(/content security|trusted|script|unexpected token/i);
      expect(seen.length).toBeGreaterThan(25);
      // Proof that the look sees: the same payload as HTML is found.
      await page.evaluate(() => document.body.append(document.createElement('marquee')));
      expect(await outbreaks(page)).toEqual(['MARQUEE']);
    },
    180_000,
  );
});

/** What an attacker's page can try against the port of Crumbs; each says whether it read something or sent something. */
function attacks({
  target,
  asset,
}: {
  readonly target: string;
  readonly asset: string;
}): Promise<readonly string[]> {
  const outcome = async (name: string, work: () => Promise<unknown>): Promise<string> => {
    try {
      return `${name}: ${JSON.stringify(await work())}`;
    } catch {
      return `${name}: failed`;
    }
  };
  const loaded = (element: HTMLImageElement | HTMLScriptElement | HTMLLinkElement): Promise<string> =>
    new Promise((resolve, reject) => {
      element.addEventListener('load', () => resolve('loaded'));
      element.addEventListener('error', () => reject(new Error('error')));
      document.head.append(element);
    });
  const json = { 'content-type': 'application/json' };
  const read = async (answer: Promise<Response>): Promise<unknown> => {
    const response = await answer;
    if (response.type === 'opaque') throw new Error('opaque');
    if (!response.ok) throw new Error('refused');
    return (await response.text()).length;
  };
  return Promise.all([
    outcome('GET', () => read(fetch(`${target}/`))),
    outcome('GET with credentials', () => read(fetch(`${target}/`, { credentials: 'include' }))),
    outcome('GET no-cors', () => read(fetch(`${target}/`, { mode: 'no-cors' }))),
    outcome('POST text', () => read(fetch(`${target}/api/document.list`, { method: 'POST', body: '{}' }))),
    outcome('POST JSON', () =>
      read(fetch(`${target}/api/document.list`, { method: 'POST', body: '{}', headers: json })),
    ),
    outcome('POST bearer', () =>
      read(
        fetch(`${target}/api/document.list`, {
          method: 'POST',
          body: '{}',
          headers: { ...json, authorization: 'Bearer guess' },
        }),
      ),
    ),
    outcome('token in query', () =>
      read(fetch(`${target}/api/document.list?token=guess`, { method: 'POST' })),
    ),
    outcome('beacon', async () => {
      navigator.sendBeacon(`${target}/api/document.list`, '{}');
      throw new Error('a beacon tells nothing');
    }),
    outcome('image', () => loaded(Object.assign(new Image(), { src: `${target}${asset}` }))),
    outcome('script', () =>
      loaded(Object.assign(document.createElement('script'), { src: `${target}${asset}` })),
    ),
    outcome(
      'WebSocket',
      () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(target.replace('http', 'ws'));
          socket.addEventListener('open', () => resolve('open'));
          socket.addEventListener('error', () => reject(new Error('error')));
        }),
    ),
    outcome(
      'EventSource',
      () =>
        new Promise((resolve, reject) => {
          const source = new EventSource(`${target}/events`);
          source.addEventListener('open', () => resolve('open'));
          source.addEventListener('error', () => {
            source.close();
            reject(new Error('error'));
          });
        }),
    ),
    outcome(
      'frame',
      () =>
        new Promise((resolve, reject) => {
          const frame = Object.assign(document.createElement('iframe'), { src: `${target}/` });
          frame.addEventListener('load', () => {
            try {
              if (frame.contentDocument?.querySelector('#root') !== null && frame.contentDocument !== null)
                resolve('readable');
            } catch {
              // Another origin's document, or the browser's own page for a refusal.
            }
            reject(new Error('nothing readable'));
          });
          document.body.append(frame);
        }),
    ),
  ]);
}

describe('attackers’ pages in a real browser', () => {
  let app: BrowserApp | undefined;
  let browser: Browser | undefined;
  let server: Server | undefined;
  afterEach(async () => {
    await browser?.close();
    server?.close();
    await app?.dispose();
  });

  test.runIf(hasChromium)(
    'on another port, of another name and of a rebound name read and change nothing',
    async () => {
      app = await startBrowser((folder) => [
        written(folder, 'jar.txt', `${TOP}.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\t${CANARY}\n`),
      ]);
      const before = fs.readFileSync(path.join(app.folder, 'jar.txt'), 'utf8');
      await new Workbench(app.page).cell('sid', 'domain').waitFor();
      const port = new URL(app.page.url()).port;
      const pages = createServer((_request, response) => {
        response.setHeader('content-type', 'text/html');
        response.end('<!doctype html><title>attacker</title><body>');
      });
      server = pages;
      await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
      const attacker = (pages.address() as AddressInfo).port;
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--no-sandbox', '--host-resolver-rules=MAP evil.test 127.0.0.1, MAP rebound.test 127.0.0.1'],
      });
      const served: string[] = [];
      const asset = await app.page.evaluate(
        () => new URL(document.querySelector('script')?.src ?? '').pathname,
      );
      const tried = [
        [`http://localhost:${attacker}`, '127.0.0.1'],
        [`http://localhost:${attacker}`, 'localhost'],
        [`http://evil.test:${attacker}`, '127.0.0.1'],
        [`http://evil.test:${attacker}`, 'rebound.test'],
      ] as const;
      const attack = async ([origin, host]: (typeof tried)[number]): Promise<void> => {
        const page = await (browser as Browser).newPage();
        page.on('response', (response) => {
          const url = new URL(response.url());
          if (url.port === port && response.ok()) served.push(`${origin} got ${url.pathname}`);
        });
        await page.goto(origin);
        const outcomes = await page.evaluate(attacks, { target: `http://${host}:${port}`, asset });
        expect(outcomes).toHaveLength(13);
        expect(outcomes.filter((outcome) => !outcome.endsWith(': failed'))).toEqual([]);
        expect(await page.evaluate(() => document.cookie)).toBe('');
      };
      await Promise.all(tried.map(attack));
      const rebound = await browser.newPage();
      const answer = await rebound.goto(`http://rebound.test:${port}/`);
      expect(answer?.status()).toBe(421);
      expect(await rebound.content()).not.toContain('Crumbs');
      expect(served).toEqual([]);
      expect(fs.readFileSync(path.join(app.folder, 'jar.txt'), 'utf8')).toBe(before);
      // The person's own tab goes on.
      await app.page.keyboard.press('ControlOrMeta+Shift+A');
      await app.page.getByText('1 change', { exact: true }).first().waitFor();
      expect(app.page.url()).toBe(`http://127.0.0.1:${port}/`);
      expect(await app.page.evaluate(() => [document.cookie, localStorage.length >= 0])).toEqual(['', true]);
    },
    120_000,
  );
});

describe('calls that nobody should make', () => {
  let app: ElectronApp | undefined;
  afterEach(async () => {
    await app?.dispose();
    app = undefined;
  });

  test.runIf(hasElectron)(
    'are refused by the desktop, which goes on',
    async () => {
      app = await startElectron((folder) => [
        written(folder, 'jar.txt', `${TOP}.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\t${CANARY}\n`),
      ]);
      const { page, application } = app;
      const workbench = new Workbench(page);
      await workbench.cell('sid', 'domain').waitFor();
      const answers = await page.evaluate(async () => {
        const { crumbs } = globalThis as unknown as {
          readonly crumbs: {
            readonly invoke: (name: unknown, params: unknown) => Promise<{ error?: { code: string } }>;
          };
        };
        const deep: { next?: object } = {};
        let at: { next?: object } = deep;
        for (let level = 0; level < 5000; level++) at = at.next = {};
        const names = [
          'desktop.copyText',
          'desktop.prefer',
          'desktop.showInFolder',
          '__proto__',
          'constructor',
          'toString',
          '',
          'x'.repeat(1e5),
          42,
          null,
          ['desktop.copyText'],
        ];
        const params: readonly unknown[] = [
          null,
          1,
          'text',
          [],
          { __proto__: null, constructor: 1 },
          { text: { toString: 1 } },
          { document: '../../etc' },
          { path: '/etc/passwd' },
          { theme: 'dark\0' },
          deep,
          Array.from({ length: 1e5 }, () => 0),
        ];
        const codes: string[] = [];
        for (const name of names) {
          for (const one of params) {
            const answer = await (async () => crumbs.invoke(name, one))().catch(() => ({
              error: { code: 'not sent' },
            }));
            codes.push(answer.error?.code ?? 'done');
          }
        }
        const flood = await Promise.all(Array.from({ length: 2000 }, () => crumbs.invoke('nothing', {})));
        return { codes, flood: flood.filter(({ error }) => error?.code === 'request-invalid').length };
      });
      expect(
        [...new Set(answers.codes)].filter((code) => !['request-invalid', 'not sent'].includes(code)),
      ).toEqual([]);
      expect(answers.flood).toBe(2000);
      expect(
        await page.evaluate(() =>
          ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
        ),
      ).toEqual([]);
      expect(await application.evaluate(({ app: program }) => program.isReady())).toBe(true);
      await page.keyboard.press('ControlOrMeta+Shift+A');
      await workbench.undo.waitFor();
    },
    120_000,
  );
});
