import { existsSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTimed, type Figures } from './crumbs.ts';
import { shortly } from './goals.ts';
import { IMPORT_FILES } from './import-files.ts';
import { medianOf } from './medians.ts';
import { measure } from './programs.ts';

/** What opening may add to the memory of the idle program, of the file's size. */
const MOST = 4;

/** Opens a file as the window does, and tells the most memory that it took meanwhile. */
export async function importing(file: string): Promise<Figures> {
  const figures: Figures = {};
  const idle = process.memoryUsage().rss;
  const document = await openTimed(file, figures);
  figures['peakBytes'] = process.resourceUsage().maxRSS * 1024 - idle;
  figures['keptBytes'] = process.memoryUsage().rss - idle;
  figures['rows'] = document.table.count;
  return figures;
}

/** Stores and logs as big as they come: how long they take, and how much memory beside the idle program, as multiples of the file. */
export async function imports(runs: number): Promise<void> {
  const folder = path.join(tmpdir(), 'crumbs-bench', 'imports');
  mkdirSync(folder, { recursive: true });
  console.log(`medians of ${runs} fresh processes each`);
  console.log('file | MiB | rows | ms | longest slice, ms | kept, of the file | peak, of the file | must |');
  for (const [name, write] of Object.entries(IMPORT_FILES)) {
    const file = path.join(folder, name);
    if (!existsSync(file)) await write(file);
    const { size } = statSync(file);
    const figures: Figures[] = [];
    for (let run = 0; run < runs; run++) {
      const command = [process.execPath, process.argv[1] ?? '', 'task', 'import', file];
      figures.push((await measure({ name, command })) ?? {});
    }
    const {
      rows = 0,
      open = 0,
      slice = 0,
      keptBytes = Number.NaN,
      peakBytes = Number.NaN,
    } = medianOf(figures);
    const cells = [size / 2 ** 20, rows, open, slice, keptBytes / size, peakBytes / size].map(shortly);
    console.log(
      `${[name, ...cells, `≤ ${MOST}`].join(' | ')} | ${peakBytes / size <= MOST ? 'met' : 'NOT MET'}`,
    );
  }
}
