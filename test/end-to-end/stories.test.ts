import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { written } from './cookie-files.ts';
import { type Hands, KeyboardHands, MouseHands } from './hands.ts';
import { endedAfterEach, HOSTS } from './hosts.ts';
import { Workbench } from './workbench.ts';

const TOP = '# Netscape HTTP Cookie File\n';
const line = (columns: string): string => `${columns.split(' ').join('\t')}\n`;
const LATER = 4_102_444_800;

/** An export without the line that yt-dlp and Python insist on. */
const EXPORT = line(`.video.example TRUE / TRUE ${LATER} login v1`);

const rotated = (value: string): string => line(`.one.example TRUE / TRUE ${LATER} rotates ${value}`);
const OTHER = line(`.two.example TRUE / TRUE ${LATER} other v5`);
const ODD =
  TOP +
  line(`.one.example TRUE shop TRUE ${LATER} first v2`) +
  line(`.one.example TRUE cart TRUE ${LATER} second v3`) +
  rotated('v4') +
  OTHER;
const MENDED = ODD.replace('\tshop\t', '\t/shop\t').replace('\tcart\t', '\t/cart\t');

/** Five thousand entries, every fifth of them expired. */
const MANY = Array.from({ length: 5000 }, (_, at) =>
  line(`.example.com TRUE / TRUE ${at % 5 === 0 ? 1 : LATER} name${at} v6`),
);
const LIVING = MANY.filter((_, at) => at % 5 !== 0);

/** Whether yt-dlp loads a file. It is given a copy: it writes its own idea of the cookies back. */
function isReadByYtDlp(file: string): boolean {
  const copy = `${file}.copy`;
  fs.copyFileSync(file, copy);
  const { stderr } = spawnSync('yt-dlp', ['--cookies', copy, '--simulate', 'file:///'], { encoding: 'utf8' });
  fs.rmSync(copy);
  return !stderr.includes('LoadError');
}

const HAS_YT_DLP = spawnSync('yt-dlp', ['--version']).error === undefined;

const HANDS = [
  ['the keyboard', (workbench: Workbench): Hands => new KeyboardHands(workbench)],
  ['the mouse', (workbench: Workbench): Hands => new MouseHands(workbench)],
] as const;

describe.each(HOSTS)('what people come for, in %s', (_host, start, isThere) => {
  const launch = endedAfterEach(start);

  test.runIf(isThere).each(HANDS)(
    'is done by %s alone, and undone',
    async (_hands, handsOf) => {
      const app = await launch((folder) => [
        written(folder, 'export.txt', EXPORT),
        written(folder, 'odd.txt', ODD),
        written(folder, 'many.txt', TOP + MANY.join('')),
      ]);
      const { page, folder } = app;
      const workbench = new Workbench(page);
      const hands = handsOf(workbench);
      const onDisk = (name: string): string => fs.readFileSync(path.join(folder, name), 'latin1');
      const until = async (name: string, content: string): Promise<void> => {
        await expect.poll(() => onDisk(name) === content, { timeout: 15_000 }).toBe(true);
      };
      for (const name of ['export.txt', 'odd.txt', 'many.txt']) await workbench.tab(name).waitFor();
      await page
        .getByText(/^[\d,]+ lines?$/)
        .first()
        .waitFor();
      await page.waitForTimeout(500);

      // A broken export that yt-dlp is to read.
      if (HAS_YT_DLP) expect(isReadByYtDlp(path.join(folder, 'export.txt'))).toBe(false);
      await hands.show('export.txt');
      await hands.press(page.getByRole('status').getByRole('button', { name: 'Make readable…' }));
      await hands.press(page.getByRole('dialog').getByRole('button', { name: /^Apply \d+ change/ }));
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await hands.save();
      await expect.poll(() => onDisk('export.txt').startsWith(TOP)).toBe(true);
      if (HAS_YT_DLP) expect(isReadByYtDlp(path.join(folder, 'export.txt'))).toBe(true);

      // Every error, one after the other.
      await hands.show('odd.txt');
      await workbench.cell('second', 'path').waitFor();
      for (const left of [1, 0]) {
        await hands.mendNext();
        await page.getByRole('button', { name: new RegExp(`^${left} errors?, `) }).waitFor();
      }
      await hands.save();
      await until('odd.txt', MENDED);

      // One value is another one by now.
      await hands.write('rotates', 'value', 'v7');
      await hands.save();
      await until('odd.txt', MENDED.replace(rotated('v4'), rotated('v7')));

      // One site goes into a file of its own.
      await hands.selectSite('two.example');
      await page.getByText('1 selected').first().waitFor();
      await hands.command('Move to Document…');
      await hands.press(page.getByRole('dialog').getByRole('button', { name: 'A new document' }));
      await workbench.tab('cookies.txt').waitFor();
      await workbench.cell('other', 'name').waitFor();
      await hands.show('odd.txt');
      await hands.save();
      await until('odd.txt', MENDED.replace(rotated('v4'), rotated('v7')).replace(OTHER, ''));

      // All of it is taken back.
      while (await workbench.undo.isEnabled()) await hands.undo();
      await hands.save();
      await until('odd.txt', ODD);

      // A jar of thousands is cleaned.
      await hands.show('many.txt');
      await workbench.cell('name1', 'domain').first().waitFor();
      await hands.command('Clean Up by Recipe…');
      await page.getByText('1,000 removed').waitFor();
      await hands.press(page.getByRole('button', { name: 'Run' }));
      await page.getByText('Cleaned up with Tidy up').first().waitFor();
      await hands.save();
      await until('many.txt', TOP + LIVING.join(''));
      await hands.undo();
      await page.getByText('5,000 lines', { exact: true }).waitFor();
    },
    120_000,
  );
});
