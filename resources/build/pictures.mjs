/**
 * Draws the icons from `resources/icons/crumbs.svg`, and takes the README's pictures of the real window with the sample: by hand, after
 * the looks have changed. Needs a Chromium, whose path is in CRUMBS_CHROMIUM or /usr/bin/chromium.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { build } from './build.mjs';
import { root } from './targets.mjs';

const icons = path.join(root, 'resources/icons');
const pictures = path.join(root, 'resources/pictures');
const ICON_SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];

async function drawIcons(browser) {
  const svg = fs.readFileSync(path.join(icons, 'crumbs.svg')).toString('base64');
  for (const size of ICON_SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<body style="margin:0"><img src="data:image/svg+xml;base64,${svg}" width="${size}" height="${size}">`,
    );
    await page.screenshot({ path: path.join(icons, `${size}x${size}.png`), omitBackground: true });
    await page.close();
  }
}

/** The window in a browser, on a copy of the sample in a folder of its own. */
async function serve(folder) {
  const file = path.join(folder, 'cookies.txt');
  fs.copyFileSync(path.join(root, 'resources/samples/sample-cookies.txt'), file);
  const host = spawn(process.execPath, [path.join(root, 'dist/cli/crumbs.mjs'), 'serve', file], {
    env: { ...process.env, CRUMBS_DATA_DIR: path.join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const bytes of host.stdout) {
    const link = /http:\/\/\S+/.exec(String(bytes))?.[0];
    if (link !== undefined) return { host, link };
  }
  throw new Error('The window is not served.');
}

async function takePictures(browser, link) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const shoot = async (name, colorScheme = 'light') => {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(300);
    await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  };
  await page.goto(link);
  await page.getByText('lower_case', { exact: true }).click();
  await shoot('document-light');
  await page.keyboard.press('Control+Shift+M');
  await page.getByRole('tab', { name: /Problems/ }).waitFor();
  await page.getByText('visits', { exact: true }).first().click();
  await shoot('problems-dark', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('make readable');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(600);
  await shoot('readable-light');
}

if (!(await build(['cli', 'renderer'], { quiet: true }))) process.exit(1);
fs.mkdirSync(pictures, { recursive: true });
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-pictures-'));
const browser = await chromium.launch({
  executablePath: process.env.CRUMBS_CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const { host, link } = await serve(folder);
try {
  await drawIcons(browser);
  await takePictures(browser, link);
} finally {
  host.kill();
  await browser.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
