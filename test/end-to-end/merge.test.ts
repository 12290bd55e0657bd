import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import type { BrowserApp } from './browser-app.ts';
import { written } from './cookie-files.ts';
import { projectFolder } from './electron-app.ts';
import { Workbench } from './workbench.ts';

const CURL = '/usr/bin/curl';
const hasCurl = fs.existsSync(CURL);

const entry = (name: string, value: string, expires = 4_102_444_800, domain = '127.0.0.1'): string =>
  `${domain}\tFALSE\t/\tFALSE\t${expires}\t${name}\t${value}\n`;
const JAR = `# Netscape HTTP Cookie File\n# my notes\n#HttpOnly_${entry('session', 'canaryOne')}${entry('theme', 'light')}${entry('other', '1', 4_102_444_800, 'other.example')}`;

let app: BrowserApp | undefined;
const closers: (() => void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) close();
  expect(app?.complaints ?? []).toEqual([]);
  await app?.dispose();
  app = undefined;
});

/** Edits a cell, and waits until so many changes are told: on a busy machine the next edit would come too early. */
async function edit(
  workbench: Workbench,
  [name, column, text]: readonly [string, string, string],
  changes: string,
): Promise<void> {
  await workbench.type(workbench.cell(name, column), text);
  await workbench.page.getByText(changes, { exact: true }).waitFor();
}

async function open(text = JAR): Promise<{ running: BrowserApp; workbench: Workbench; file: string }> {
  app = await startBrowser((folder) => [written(folder, 'jar.txt', text)]);
  const workbench = new Workbench(app.page);
  await workbench.cell('theme', 'name').waitFor();
  return { running: app, workbench, file: path.join(app.folder, 'jar.txt') };
}

/** The real curl asks a server of our own, which sets cookies, and writes the jar as it does. */
async function runCurl(file: string, cookies: readonly string[]): Promise<void> {
  const server = http.createServer((_, response) => {
    response.setHeader('Set-Cookie', [...cookies]);
    response.end();
  });
  closers.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await promisify(execFile)(CURL, ['-s', '-b', file, '-c', file, `http://127.0.0.1:${port}/`]);
}

describe('a file that another program rewrote under pending edits', () => {
  test.runIf(hasChromium && hasCurl)('is merged field by field with what the real curl wrote', async () => {
    const { running, workbench, file } = await open();
    const { page } = running;
    await edit(workbench, ['theme', 'path', '/mine'], '1 change');
    await runCurl(file, ['session=canaryTwo; Max-Age=1000000; HttpOnly', 'added=1; Max-Age=1000000']);
    const theirs = fs.readFileSync(file, 'utf8');
    const bar = page.locator('.bar', { hasText: 'curl rewrote jar.txt:' });
    await bar.getByText('1 value rotated').waitFor();
    expect(await bar.innerText()).toMatch(/1 entry added.*header changed, 1 comment removed/s);
    await bar.getByRole('button', { name: 'Put back what it dropped' }).click();
    await bar.waitFor({ state: 'detached' });
    await workbench.cell('added', 'name').waitFor();
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'utf8')).not.toBe(theirs);
    const saved = fs.readFileSync(file, 'utf8').split('\n');
    const expected = theirs.replace(
      'FALSE\t/\tFALSE\t4102444800\ttheme',
      'FALSE\t/mine\tFALSE\t4102444800\ttheme',
    );
    expect(saved.filter((line) => line !== '# my notes')).toEqual(expected.split('\n'));
    expect(saved).toContain('# my notes');

    await workbench.undo.click();
    await workbench.save.click();
    await expect
      .poll(() => fs.readFileSync(file, 'utf8'))
      .toBe(JAR.replace('FALSE\t/\tFALSE\t4102444800\ttheme', 'FALSE\t/mine\tFALSE\t4102444800\ttheme'));
  });

  test.runIf(hasChromium)(
    'shows conflicts side by side, and takes what is chosen with the keyboard',
    async () => {
      const { running, workbench, file } = await open();
      const { page } = running;
      await workbench.type(workbench.cell('session', 'value'), 'canaryMine');
      await workbench.type(workbench.cell('theme', 'value'), 'dark');
      await expect.poll(() => workbench.save.isEnabled()).toBe(true);
      const theirs = JAR.replace('canaryOne', 'canaryTheirs')
        .replace('\tlight', '\tsepia')
        .replace('\tother\t1', '\tother\t2');
      fs.writeFileSync(file, theirs);
      const bar = page.locator('.bar', { hasText: 'rewrote jar.txt' });
      await bar.getByText('2 edits of yours meet it.').waitFor();
      await bar.getByRole('button', { name: 'Merge' }).click();
      const dialog = page.getByRole('dialog', { name: 'Merge with jar.txt on disk' });
      await dialog.getByText('2 conflicts still to decide').waitFor();
      expect(await dialog.innerHTML()).not.toContain('canary');
      await workbench.picture('merge');
      await dialog.getByRole('button', { name: 'Show the values of 127.0.0.1 session' }).click();
      await dialog.getByText('canaryTheirs').waitFor();
      expect(await dialog.getByRole('button', { name: 'Merge' }).isEnabled()).toBe(false);

      const choice = dialog.getByRole('group', { name: 'What to take of 127.0.0.1 session' });
      await choice.getByRole('radio', { name: 'Mine' }).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await dialog.getByText('1 conflict still to decide').waitFor();
      await dialog
        .getByRole('group', { name: 'What to take of 127.0.0.1 theme' })
        .getByRole('radio', { name: 'Mine' })
        .press('Space');
      await dialog.getByText('The document gets 2 lines changed').waitFor();
      await dialog.getByRole('button', { name: 'Merge' }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await workbench.save.click();
      await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(theirs.replace('\tsepia', '\tdark'));
    },
  );
});

test.runIf(hasChromium)(
  'reloading from disk keeps every edit, asks about those that meet what came, and is one step back',
  async () => {
    const { running, workbench, file } = await open();
    const { page } = running;
    const reload = async (): Promise<void> => {
      await page.locator('.bar', { hasText: 'rewrote jar.txt' }).waitFor();
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type('Reload from Disk');
      await page.keyboard.press('Enter');
    };
    await edit(workbench, ['theme', 'path', '/mine'], '1 change');
    fs.writeFileSync(file, JAR.replace('\tlight', '\tsepia'));
    await reload();
    const both = JAR.replace('/\tFALSE\t4102444800\ttheme\tlight', '/mine\tFALSE\t4102444800\ttheme\tsepia');
    await page.locator('.bar').waitFor({ state: 'detached' });
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(both);
    await workbench.undo.click();
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(both.replace('sepia', 'light'));

    await edit(workbench, ['theme', 'path', '/again'], '1 change');
    fs.writeFileSync(file, both.replace('/mine', '/theirs'));
    await reload();
    const dialog = page.getByRole('dialog', { name: 'Merge with jar.txt on disk' });
    await dialog.getByText('1 conflict still to decide').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await workbench.cell('theme', 'path').getByText('/again').waitFor();
  },
);

describe('a document', () => {
  test.runIf(hasChromium)(
    'is compared with a file that is chosen, and takes one line of it over',
    async () => {
      const { running, workbench, file } = await open();
      const { page, folder } = running;
      const other = written(folder, 'other.txt', JAR.replace('\tlight', '\tdark') + entry('more', '1'));
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type('Compare with File');
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
      await chooser.setFiles(other);
      const dialog = page.getByRole('dialog', { name: 'Compare with other.txt' });
      await dialog.getByText('The document stays as it is').waitFor();
      await dialog
        .getByRole('group', { name: 'What to take of 127.0.0.1 more' })
        .getByText('The other')
        .click();
      await dialog.getByText('The document gets 1 line added').waitFor();
      await dialog.getByRole('button', { name: 'Take over' }).click();
      await dialog.waitFor({ state: 'detached' });
      await workbench.save.click();
      await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(JAR + entry('more', '1'));
    },
  );

  test.runIf(hasChromium)('gets one entry of an earlier version back', async () => {
    const { running, workbench, file } = await open();
    const { page } = running;
    await edit(workbench, ['theme', 'value', 'dark'], '1 change');
    await edit(workbench, ['other', 'value', '2'], '2 changes');
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toContain('dark');
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('Earlier Versions');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Compare Line by Line…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Compare with / });
    await dialog
      .getByRole('group', { name: 'What to take of 127.0.0.1 theme' })
      .getByText('The other')
      .click();
    await dialog.getByRole('button', { name: 'Take over' }).click();
    await dialog.waitFor({ state: 'detached' });
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(JAR.replace('\tother\t1', '\tother\t2'));
  });
});

test('crumbs merge is a merge driver of git, and crumbs list shows git what changed', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-git-'));
  closers.push(() => fs.rmSync(folder, { recursive: true, force: true }));
  const crumbs = `"${process.execPath}" "${path.join(projectFolder, 'dist/cli/crumbs.mjs')}"`;
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        CRUMBS_DATA_DIR: path.join(folder, '.git/data'),
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const jar = path.join(folder, 'a.cookies.txt');
  const commit = (text: string): void => {
    fs.writeFileSync(jar, text);
    git('commit', '-qam', 'Change');
  };
  git('init', '-q', '-b', 'main');
  git('config', 'merge.crumbs.driver', `${crumbs} merge %O %A %B --output %A`);
  git('config', 'diff.crumbs.textconv', `${crumbs} list`);
  fs.writeFileSync(path.join(folder, '.gitattributes'), '*.cookies.txt merge=crumbs diff=crumbs\n');
  fs.writeFileSync(jar, JAR);
  git('add', '.');
  git('commit', '-qm', 'Begin');
  git('checkout', '-q', '-b', 'other');
  commit(JAR.replace('FALSE\t4102444800\tsession', 'FALSE\t4102444801\tsession'));
  git('checkout', '-q', 'main');
  commit(JAR.replace('canaryOne', 'canaryTwo'));
  expect(git('show', 'HEAD')).not.toContain('canary');
  git('merge', '-q', 'other');
  expect(fs.readFileSync(jar, 'utf8')).toBe(
    JAR.replace('FALSE\t4102444800\tsession\tcanaryOne', 'FALSE\t4102444801\tsession\tcanaryTwo'),
  );
  git('checkout', '-q', 'other');
  commit(JAR.replace('canaryOne', 'canaryThree'));
  expect(() => git('merge', '-q', 'main')).toThrow();
  expect(git('status', '--porcelain')).toContain('UU a.cookies.txt');
  expect(fs.readFileSync(jar, 'utf8')).toContain('canaryThree');
});
