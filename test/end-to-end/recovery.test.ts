import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { jar, line, written } from './cookie-files.ts';
import { hasElectron, startElectron } from './electron-app.ts';
import type { ElectronApp } from './electron-app.ts';
import { Workbench } from './workbench.ts';

let app: ElectronApp | undefined;
afterEach(async () => {
  expect(app?.complaints ?? []).toEqual([]);
  await app?.dispose();
  app = undefined;
});

const three = jar(line('alpha'), line('beta'), line('gamma'));
const RESTORED = /^1 unsaved change (from .* )?was restored\./;
/** Long enough for a busy machine: a journal is written 200 ms after the first edit that it lacks. */
const WRITTEN_MS = 1500;

/** A window in which a cookie was deleted and not saved. */
async function edited(): Promise<{ running: ElectronApp; file: string }> {
  let file = '';
  const running = await startElectron((folder) => [(file = written(folder, 'jar.txt', three))]);
  app = running;
  await deleteBeta(running);
  return { running, file };
}

/** Deletes a cookie, and waits until the journal has it. */
async function deleteBeta({ page }: ElectronApp): Promise<void> {
  const workbench = new Workbench(page);
  await workbench.cell('beta', 'name').click();
  await page.keyboard.press('Delete');
  await workbench.undo.waitFor();
  await page.waitForTimeout(WRITTEN_MS);
}

test.runIf(hasElectron)(
  'edits come back after the engine was killed, and are saved when they are kept',
  async () => {
    const { running, file } = await edited();
    await running.application.evaluate(({ app: program }) => {
      const engine = program
        .getAppMetrics()
        .find(({ name, serviceName }) => [name, serviceName].includes('Crumbs engine'));
      process.kill(engine?.pid ?? -1, 'SIGKILL');
    });
    const { page } = running;
    await page.getByText(RESTORED).waitFor();
    const workbench = new Workbench(page);
    await workbench.cell('gamma', 'name').waitFor();
    expect(await workbench.cell('beta', 'name').count()).toBe(0);
    await workbench.picture('restored');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByText(RESTORED).waitFor({ state: 'detached' });
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(jar(line('alpha'), line('gamma')));
  },
);

test.runIf(hasElectron)(
  'edits come back after the whole program was killed, and can be given up',
  async () => {
    const { running, file } = await edited();
    app = await running.killAndStart();
    const { page } = app;
    await page.getByText(RESTORED).waitFor();
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    await new Workbench(page).cell('beta', 'name').waitFor();
    await page.getByText(RESTORED).waitFor({ state: 'detached' });
    expect(fs.readFileSync(file, 'utf8')).toBe(three);
  },
);

test.runIf(hasElectron)(
  'quitting over a disk that became read-only asks, stays open when the save fails, and loses no edit (F47)',
  async ({ skip }) => {
    let disk = '';
    try {
      const running = await startElectron((folder) => {
        disk = path.join(folder, 'disk');
        fs.mkdirSync(disk);
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
        return [written(disk, 'jar.txt', three)];
      }).catch(() => undefined);
      if (running === undefined) return skip('not run: nothing can be mounted here');
      app = running;
      await deleteBeta(running);
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      await running.application.evaluate(({ dialog, app: program }) => {
        dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
        program.quit();
      });
      await running.page
        .getByText(/on a disk that cannot be written to/)
        .first()
        .waitFor();
      app = await running.killAndStart();
      await app.page.getByText(RESTORED).waitFor();
      const workbench = new Workbench(app.page);
      await workbench.cell('gamma', 'name').waitFor();
      expect(await workbench.cell('beta', 'name').count()).toBe(0);
      expect(fs.readFileSync(path.join(disk, 'jar.txt'), 'utf8')).toBe(three);
    } finally {
      if (fs.existsSync(disk)) execFileSync('umount', ['--lazy', disk], { stdio: 'ignore' });
    }
  },
);

test.runIf(hasElectron)(
  'an earlier version of a file is shown, and comes back as a step that can be undone',
  async () => {
    const { running, file } = await edited();
    const { page } = running;
    const workbench = new Workbench(page);
    await workbench.save.click();
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(jar(line('alpha'), line('gamma')));
    await running.application.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.getMenuItemById('file.versions')?.click(),
    );
    const dialog = page.getByRole('dialog', { name: 'Earlier versions of jar.txt' });
    await dialog.getByText('Before a save · 1 line removed').waitFor();
    await dialog.getByText('beta').first().waitFor();
    await workbench.picture('earlier-versions');
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await workbench.cell('beta', 'name').waitFor();
    await workbench.undo.click();
    await workbench.cell('beta', 'name').waitFor({ state: 'detached' });
    expect(fs.readFileSync(file, 'utf8')).toBe(jar(line('alpha'), line('gamma')));
  },
);
