import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { jar, line, written } from './cookie-files.ts';
import { hasElectron, projectFolder, startElectron } from './electron-app.ts';
import type { ElectronApp } from './electron-app.ts';
import { Workbench } from './workbench.ts';

let app: ElectronApp | undefined;
afterEach(async () => {
  expect(app?.complaints ?? []).toEqual([]);
  await app?.dispose();
  app = undefined;
});

async function open(prepare?: (folder: string) => readonly string[]): Promise<[ElectronApp, Workbench]> {
  app = await startElectron(prepare);
  return [app, new Workbench(app.page)];
}

const three = jar(line('alpha'), line('beta'), line('gamma'));

function clickMenu({ application }: ElectronApp, id: string): Promise<void> {
  return application.evaluate(
    ({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(),
    id,
  );
}

function menuItem({ application }: ElectronApp, id: string) {
  return application.evaluate(({ Menu }, item) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(item);
    return { label: found?.label, enabled: found?.enabled };
  }, id);
}

async function drop({ page }: ElectronApp, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
  }
}

test.runIf(hasElectron)('an empty window offers a sample, and opens what is dropped on it', async () => {
  const [running, workbench] = await open();
  await running.page.getByRole('button', { name: 'Try the sample' }).waitFor();
  await drop(running, [
    written(running.folder, 'one.txt', three),
    written(running.folder, 'two.txt', jar(line('other'))),
  ]);
  await workbench.tab('one.txt').waitFor();
  await workbench.tab('two.txt').waitFor();
  await workbench.cell('other', 'name').or(workbench.cell('alpha', 'name')).first().waitFor();
});

test.runIf(hasElectron)(
  'of what is dropped only cookie files are opened, many of them when it is agreed to, and the page never goes elsewhere',
  async () => {
    const [running, workbench] = await open();
    const { page, folder } = running;
    const before = page.url();
    await page.getByRole('button', { name: 'Try the sample' }).waitFor();
    const session = await page.context().newCDPSession(page);
    const link = { mimeType: 'text/uri-list', data: 'https://example.com/\r\nfile:///etc/passwd' };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      const data = { items: [link], files: [], dragOperationsMask: 1 };
      await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
    }
    fs.mkdirSync(path.join(folder, 'folder'));
    await drop(running, [
      path.join(folder, 'folder'),
      written(folder, 'picture.png', '\x89PNG\r\n'),
      written(folder, 'start.desktop', '[Desktop Entry]\nExec=touch /tmp/crumbs-tripwire\n'),
      written(folder, 'good.txt', three),
    ]);
    await workbench.tab('good.txt').waitFor();
    const many = Array.from({ length: 30 }, (_, at) => written(folder, `many-${at}.txt`, three));
    await drop(running, many);
    const question = page.getByRole('dialog', { name: 'Open 30 files?' });
    await question.waitFor();
    await workbench.picture('open-many');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await page.getByRole('tab', { name: /many-|folder|picture/ }).count()).toBe(0);
    await drop(running, many.slice(0, 21));
    await page.getByRole('button', { name: 'Open all' }).click();
    await workbench.tab('many-0.txt').waitFor();
    expect([page.url(), fs.existsSync('/tmp/crumbs-tripwire')]).toEqual([before, false]);
  },
);

test.runIf(hasElectron)(
  'the menu opens files through the system’s dialog, and knows what can be done',
  async () => {
    const [running, workbench] = await open();
    const file = written(running.folder, 'chosen.txt', three);
    await expect.poll(async () => (await menuItem(running, 'file.save')).enabled).toBe(false);
    await running.application.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, file);
    await clickMenu(running, 'file.open');
    await workbench.tab('chosen.txt').waitFor();
    await workbench.cell('beta', 'name').click();
    await clickMenu(running, 'edit.remove');
    await expect
      .poll(() => menuItem(running, 'edit.undo'))
      .toEqual({ label: expect.stringMatching(/^Undo ./), enabled: true });
    await clickMenu(running, 'file.save');
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(jar(line('alpha'), line('gamma')));
    await expect.poll(async () => (await menuItem(running, 'file.save')).enabled).toBe(false);
  },
);

test.runIf(hasElectron)('Save As writes a new private file and leaves the old one', async () => {
  const [running, workbench] = await open((folder) => [written(folder, 'old.txt', three)]);
  await workbench.tab('old.txt').waitFor();
  const target = path.join(running.folder, 'new.txt');
  await running.application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);
  await clickMenu(running, 'file.saveAs');
  await workbench.tab('new.txt').waitFor();
  expect(fs.readFileSync(target, 'utf8')).toBe(three);
  expect(fs.statSync(target).mode & 0o777).toBe(0o600);
});

test.runIf(hasElectron)('a document goes on in another format, whose losses are told first', async () => {
  const cookies = [
    { name: 'alpha', value: 'v-alpha', domain: 'a.example', path: '/', hostOnly: true, sameSite: 'lax' },
    { name: 'beta', value: 'v-beta', domain: 'a.example', path: '/', hostOnly: true },
  ];
  const [running, workbench] = await open((folder) => [
    written(folder, 'export.json', JSON.stringify(cookies)),
  ]);
  const { page } = running;
  await workbench.cell('beta', 'name').click();
  await clickMenu(running, 'edit.protect');
  const target = path.join(running.folder, 'cookies.txt');
  await running.application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);
  await clickMenu(running, 'file.saveAsFormat');
  const dialog = page.getByRole('dialog', { name: 'Save in another format' });
  await dialog.getByText('SameSite has no place in Netscape cookies.txt.').waitFor();
  await workbench.picture('save-in-another-format');
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('NDJSON');
  await dialog.getByText(/^Nothing is lost/).waitFor();
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('Netscape cookies.txt');
  await dialog.getByText(/^SameSite has no place/).waitFor();
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await workbench.tab('cookies.txt').waitFor();
  await dialog.waitFor({ state: 'detached' });
  expect(fs.readFileSync(target, 'utf8')).toContain('a.example\tFALSE\t/\tFALSE\t0\tbeta\tv-beta\n');
  // One key behind the other, faster than the engine answers: the second means what the first selected.
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.getByText('Deleted alpha (1 protected stay)').first().waitFor();
});

test.runIf(hasElectron)('an export is written where the dialog says, and says what gets lost', async () => {
  const [running, workbench] = await open((folder) => [written(folder, 'jar.txt', three)]);
  await workbench.tab('jar.txt').waitFor();
  const target = path.join(running.folder, 'out.json');
  await running.application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);
  await running.page.keyboard.press('Control+Shift+E');
  const exporting = running.page.getByRole('dialog', { name: 'Export' });
  await exporting.getByRole('option', { name: 'Playwright storage state' }).click();
  await exporting.getByRole('button', { name: /^Save file/ }).click();
  await expect.poll(() => fs.existsSync(target)).toBe(true);
  const state = JSON.parse(fs.readFileSync(target, 'utf8')) as { cookies: { name: string }[] };
  expect(state.cookies.map(({ name }) => name)).toEqual(['alpha', 'beta', 'gamma']);
});

test.runIf(hasElectron)('a copied value goes from the engine to the clipboard', async () => {
  const [running, workbench] = await open((folder) => [written(folder, 'jar.txt', three)]);
  await workbench.cell('beta', 'name').click();
  await clickMenu(running, 'edit.copyValue');
  await expect
    .poll(() => running.application.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('v-beta');
  expect(await running.page.content()).not.toContain('v-beta');
});

test.runIf(hasElectron)('nothing that was shown or copied is left when the screen is locked', async () => {
  const [running, workbench] = await open((folder) => [written(folder, 'jar.txt', three)]);
  const { page, application } = running;
  await workbench.cell('beta', 'name').click();
  await clickMenu(running, 'edit.copyValue');
  await clickMenu(running, 'view.reveal');
  await clickMenu(running, 'view.request');
  await page.getByRole('textbox', { name: 'Address' }).fill('https://shop.example.com/');
  await page.locator('.request').getByRole('button', { name: 'Show values' }).click();
  const request = page.locator('.request-list');
  await request.getByText('v-beta').first().waitFor();
  await workbench.cell('gamma', 'value').getByText('v-gamma').waitFor();
  await application.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  await expect.poll(() => page.content()).not.toMatch(/v-(?:alpha|beta|gamma)/);
  await expect.poll(() => application.evaluate(({ clipboard }) => clipboard.readText())).toBe('');
  await workbench.cell('gamma', 'value').waitFor();
});

test.runIf(hasElectron)(
  'the window asks before it closes over unsaved changes, and the engine outlives a reload',
  async () => {
    const [running, workbench] = await open((folder) => [written(folder, 'jar.txt', three)]);
    await workbench.cell('beta', 'name').click();
    await running.page.keyboard.press('Delete');
    await expect.poll(() => workbench.save.isEnabled()).toBe(true);
    await running.page.reload();
    await workbench.tab('jar.txt').waitFor();
    await expect.poll(() => workbench.save.isEnabled()).toBe(true);
    await running.application.evaluate(({ dialog, BrowserWindow }) => {
      const state = globalThis as unknown as { asked: number };
      state.asked = 0;
      dialog.showMessageBox = async () => {
        state.asked += 1;
        return { response: 2, checkboxChecked: false };
      };
      BrowserWindow.getAllWindows()[0]?.close();
    });
    const asked = () =>
      running.application.evaluate(() => (globalThis as unknown as { asked: number }).asked);
    await expect.poll(asked).toBe(1);
    expect(await workbench.tab('jar.txt').isVisible()).toBe(true);
  },
);

test.runIf(hasElectron)('the page has no Node, no network and no way out', async () => {
  const [running, workbench] = await open((folder) => [written(folder, 'jar.txt', three)]);
  await workbench.tab('jar.txt').waitFor();
  const before = running.page.url();
  const seen = await running.page.evaluate(async () => {
    const refused = (url: string): Promise<boolean> =>
      fetch(url).then(
        (response) => !response.ok,
        () => true,
      );
    return {
      node: 'require' in globalThis || 'process' in globalThis,
      bridge: Object.keys((globalThis as unknown as { crumbs: object }).crumbs).toSorted(),
      traversal: await refused('crumbs://app/../../package.json'),
      encoded: await refused('crumbs://app/%2e%2e%2fpackage.json'),
      popup: window.open('crumbs://app/index.html') === null,
    };
  });
  expect(seen).toEqual({
    node: false,
    bridge: ['fileHandle', 'invoke', 'onEvent'],
    traversal: true,
    encoded: true,
    popup: true,
  });
  await running.page.evaluate(() => (window.location.href = 'data:text/html,gone'));
  await running.page.waitForTimeout(200);
  expect(running.page.url()).toBe(before);
  (running.complaints as string[]).splice(0);
});

test.runIf(hasElectron)(
  'when the engine dies a new one takes its place, and the window says so',
  async () => {
    const [running, workbench] = await open((folder) => [written(folder, 'jar.txt', three)]);
    await workbench.tab('jar.txt').waitFor();
    await running.application.evaluate(({ app: program }) => {
      const engine = program.getAppMetrics().find(({ name }) => name === 'Crumbs engine');
      if (engine !== undefined) process.kill(engine.pid, 'SIGKILL');
    });
    await workbench.tab('jar.txt').waitFor({ state: 'detached' });
    await drop(running, [path.join(running.folder, 'jar.txt')]);
    await workbench.cell('alpha', 'name').waitFor();
  },
);

test.runIf(hasElectron)('a second start hands its files to the window that is open', async () => {
  const [running, workbench] = await open((folder) => [written(folder, 'first.txt', three)]);
  await workbench.tab('first.txt').waitFor();
  const second = written(running.folder, 'second file.txt', jar(line('late')));
  const facts = await running.application.evaluate(({ app: program }) => ({
    executable: process.execPath,
    profile: program.getPath('userData'),
    display: process.env['DISPLAY'],
  }));
  const switches = ['--no-sandbox', '--log-level=3', `--user-data-dir=${facts.profile}`];
  execFileSync(facts.executable, [projectFolder, ...switches, second], {
    env: { ...process.env, DISPLAY: facts.display },
    stdio: 'ignore',
    timeout: 30_000,
  });
  await workbench.tab('second file.txt').waitFor();
  await workbench.cell('late', 'name').waitFor();
});

test.runIf(hasElectron)(
  'what was chosen holds from the start: keys in the menu and in the page, and the time on the clipboard',
  async () => {
    const [running, workbench] = await open((folder) => {
      const data = path.join(folder, '../data');
      fs.mkdirSync(data, { recursive: true });
      const keys = { 'view.problems': ['CmdOrCtrl+Alt+P'], 'view.facets': [] };
      const settings = { keys, clearAfter: 1, theme: 'dark', density: 'spacious' };
      fs.writeFileSync(path.join(data, 'settings.json'), JSON.stringify(settings));
      return [written(folder, 'jar.txt', three)];
    });
    const { page, application } = running;
    await workbench.cell('beta', 'name').click();
    await page.getByText('Some of your settings are not what Crumbs takes.', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    const accelerators = () =>
      application.evaluate(({ Menu }) =>
        ['view.problems', 'view.facets', 'view.changes'].map(
          (id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.accelerator ?? 'none',
        ),
      );
    await expect.poll(accelerators).toEqual(['CmdOrCtrl+Alt+P', 'none', 'CmdOrCtrl+Shift+C']);
    await page.keyboard.press('Control+Alt+p');
    await page.getByText('Fix what is safe to fix').waitFor();
    await clickMenu(running, 'edit.copyValue');
    const clipboard = () => application.evaluate(({ clipboard: board }) => board.readText());
    await expect.poll(clipboard).toBe('v-beta');
    await expect.poll(clipboard).toBe('');
  },
);
