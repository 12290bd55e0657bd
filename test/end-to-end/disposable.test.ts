import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import { written } from './cookie-files.ts';
import { firstLine } from './display.ts';
import { projectFolder } from './electron-app.ts';
import { endedAfterEach } from './hosts.ts';
import { Workbench } from './workbench.ts';
import { temporaryFolder } from '../main/files/temporary-folder.ts';

const CANARY = 'canary7d15Value';
const TEXT = [
  '# Netscape HTTP Cookie File',
  '# a note of mine',
  `#HttpOnly_.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\t${CANARY}`,
  '',
].join('\n');
const AFTER = TEXT.replace(CANARY, 'rotated');

/** The copy that a command names, written as a program does that loses marks and notes. */
function runOn(command: string): string {
  const copy = / --cookies (\S+)/.exec(command)?.[1] ?? '';
  expect(fs.statSync(copy).mode & 0o777).toBe(0o600);
  expect(fs.readFileSync(copy, 'utf8')).toContain(CANARY);
  fs.writeFileSync(
    copy,
    '# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\trotated\n',
  );
  return copy;
}

describe('a copy for one run', () => {
  const launch = endedAfterEach(startBrowser);

  test.runIf(hasChromium)(
    'is made in the window, watched, taken over and deleted',
    async () => {
      const app = await launch((folder) => [written(folder, 'jar.txt', TEXT)]);
      const { page, folder } = app;
      const workbench = new Workbench(page);
      await workbench.cell('sid', 'domain').waitFor();
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type('Copy for One Run');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Make the copy' }).click();
      const command = await page.locator('.run-copy-command').innerText();
      expect(command).not.toContain(CANARY);
      await workbench.picture('run-copy');
      const copy = runOn(command);
      const section = page.getByRole('region', { name: 'A copy for yt-dlp is on disk.' });
      await section.getByText('1 value rotated').waitFor();
      await section.getByRole('button', { name: 'Take over' }).click();
      await section.getByText('Nothing that yt-dlp wrote is missing here.').waitFor();
      await section.getByRole('button', { name: 'Delete the copy' }).click();
      await section.waitFor({ state: 'detached' });
      expect(fs.existsSync(copy)).toBe(false);
      await page.keyboard.press('Escape');
      await workbench.save.click();
      await expect.poll(() => fs.readFileSync(path.join(folder, 'jar.txt'), 'utf8')).toBe(AFTER);
    },
    60_000,
  );
});

const root = temporaryFolder();

test('the command line makes a copy, takes it over when it ends, and leaves nothing behind', async () => {
  const jar = written(root, 'jar.txt', TEXT);
  const data = path.join(root, 'data');
  const cli = path.join(projectFolder, 'dist/cli/crumbs.mjs');
  const program = spawn(process.execPath, [cli, 'run-copy', jar, '--for', 'yt-dlp', '--take'], {
    env: { ...process.env, CRUMBS_DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  program.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const command = await firstLine(program);
  expect(command).toMatch(/^yt-dlp --cookies \S+ https:\/\/example\.com\/$/);
  runOn(command);
  await expect.poll(() => said, { timeout: 15_000 }).toContain('yt-dlp: 1 value rotated.');
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(fs.readFileSync(jar, 'utf8')).toBe(AFTER);
  expect(fs.readdirSync(path.join(data, 'copies'))).toEqual([]);
  expect(said).not.toContain(CANARY);
}, 60_000);
