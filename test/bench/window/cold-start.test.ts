import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'vitest';
import { largeJar, written } from '../../end-to-end/cookie-files.ts';
import { startDisplay } from '../../end-to-end/display.ts';
import { projectFolder } from '../../end-to-end/electron-app.ts';
import { makeBareApp } from './bare-app.ts';
import { coldStart } from './cold-start.ts';
import type { ColdStart, Started } from './cold-start.ts';
import { median } from './median.ts';

const ROUNDS = Number(process.env['CRUMBS_ROUNDS'] ?? 10);
const ROWS = 5000;

test('the packaged program is started beside a bare window and a bare grid of the same rows', async () => {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-start-'));
  const display = await startDisplay();
  try {
    const file = written(base, 'jar.txt', largeJar(ROWS));
    const bare = await makeBareApp(ROWS);
    const runtime = execFileSync(
      process.execPath,
      [path.join(projectFolder, 'resources/build/electron-runtime.mjs')],
      { encoding: 'utf8' },
    ).trim();
    const started = (name: string, executablePath: string, args: readonly string[]): Started => ({
      executablePath,
      args,
      profile: path.join(base, name),
      display: display.name,
      hasGrid: name !== 'empty',
    });
    const programs = {
      empty: started('empty', runtime, [bare, 'empty.html']),
      grid: started('grid', runtime, [bare, 'grid.html']),
      crumbs: started('crumbs', path.join(projectFolder, '.out/package/linux-unpacked/crumbs-window'), [
        file,
      ]),
    };
    const figures = { empty: [] as ColdStart[], grid: [] as ColdStart[], crumbs: [] as ColdStart[] };
    // The first start of each is not counted: nobody's profile is new every day.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const name of ['empty', 'grid', 'crumbs'] as const) {
        const figure = await coldStart(programs[name]);
        if (round > 0) figures[name].push(figure);
      }
    }
    const rows = (name: keyof typeof figures): number => median(figures[name].map((one) => one.rows));
    const key = (name: keyof typeof figures): number => median(figures[name].map((one) => one.key));
    console.log(`Cold start with ${ROWS} entries, medians of ${ROUNDS}, in ms:
  a bare empty window: ${rows('empty')}
  a bare grid: rows ${rows('grid')}, a key taken ${key('grid')}
  Crumbs, packaged: rows ${rows('crumbs')}, a key taken ${key('crumbs')}
  Crumbs, of the bare grid: rows ${(rows('crumbs') / rows('grid')).toFixed(2)}, a key taken ${(key('crumbs') / key('grid')).toFixed(2)} (goal: at most 1.3)`);
  } finally {
    display.dispose();
    fs.rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  }
});
