import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { jar, line, written } from './cookie-files.ts';
import { type ElectronApp, hasElectron, startElectron } from './electron-app.ts';
import { family } from './process-family.ts';
import { Workbench } from './workbench.ts';

let app: ElectronApp | undefined;
afterEach(async () => {
  await app?.dispose();
  app = undefined;
});

/** Every value begins with it. */
const CANARY = 'v-canary';
/** Unsaved edits and earlier versions; without a keychain, as here, they are said to be kept as they are. */
const MAY_HOLD = /^(?:files\/jar\.txt|data\/(?:recovery|versions)\/.+)$/;

function readProcess(pid: number, name: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/${name}`, 'latin1');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

function filesBelow(folder: string): string[] {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => fs.lstatSync(path.join(folder, name), { throwIfNoEntry: false })?.isFile());
}

test.runIf(hasElectron && process.platform === 'linux')(
  'no value is left in the page, the arguments or a file of the window, even when its processes die',
  async () => {
    const names = ['canaryOne', 'canaryTwo', 'canaryThree'];
    app = await startElectron((folder) => [
      written(folder, 'jar.txt', jar(...names.map((name) => line(name)))),
    ]);
    const { application, page, folder } = app;
    const workbench = new Workbench(page);
    await workbench.cell('canaryOne', 'name').click();
    const click = (id: string) =>
      application.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
    await click('view.reveal');
    await workbench.cell('canaryOne', 'value').getByText('v-canaryOne').waitFor();
    await click('view.reveal');
    await expect.poll(() => page.content()).not.toContain(CANARY);
    await workbench.cell('canaryTwo', 'name').click();
    await page.keyboard.press('Delete');
    await workbench.save.click();
    await expect.poll(() => workbench.save.isEnabled()).toBe(false);
    await workbench.undo.click();
    await page.waitForTimeout(1_000);

    const pids = family(application.process().pid ?? 0);
    expect(pids.length).toBeGreaterThan(2);
    const told = pids.map((pid) => readProcess(pid, 'cmdline') + readProcess(pid, 'environ'));
    expect(told.some((text) => text.includes(CANARY))).toBe(false);

    await application.evaluate(({ app: program }) => {
      for (const { pid, type, name } of program.getAppMetrics())
        if (type === 'Tab' || name === 'Crumbs engine') process.kill(pid, 'SIGSEGV');
    });
    // The page is new by then; Playwright takes the old one for crashed.
    await pause(1_500);
    const base = path.dirname(folder);
    const files = filesBelow(base);
    expect(files.filter((name) => /\.(?:dmp|core|heapsnapshot)$|report\..*\.json$/.test(name))).toEqual([]);
    const holding = files.filter((name) => fs.readFileSync(path.join(base, name), 'latin1').includes(CANARY));
    expect(holding.filter((name) => !MAY_HOLD.test(name))).toEqual([]);
    expect(holding).toContain('files/jar.txt');
  },
);
