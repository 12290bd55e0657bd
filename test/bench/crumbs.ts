import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { byteStrings } from '../../main/files/byte-strings.ts';
import { openWhileReading } from '../../main/documents/open-while-reading.ts';
import { Task } from '../../main/documents/task.ts';
import { readFile } from '../../main/files/read-file.ts';
import { saveFile } from '../../main/files/save-file.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { setField } from '#shared/document/edits/edits.ts';
import { View } from '#shared/document/view.ts';
import { Judge } from '#shared/rules/judge.ts';
import { RULES } from '#shared/rules/registry.ts';
import { Kind, KIND_MASK } from '#shared/table/columns.ts';
import type { Progress } from '#shared/table/progress.ts';
import { LineScanner } from '#shared/table/scan.ts';
import { sortRows } from '#shared/table/sort.ts';
import { Table } from '#shared/table/table.ts';
import { GENERATED_AT } from './generate.ts';

/** What one run measured, by name: milliseconds, bytes or counts. */
export type Figures = Record<string, number>;

/** From what every second line has to what one in a thousand has. */
const NEEDLES = ['g', 'ga', 'ga1', 'zq', 'zqx', 'news.co'];

/** Opens a file through the product's own reader, table, rules and document. */
export async function open(file: string): Promise<Figures> {
  const figures: Figures = {};
  const before = process.memoryUsage().rss;
  const document = await openTimed(file, figures);
  figures['addedBytes'] = process.memoryUsage().rss - before;
  figures['peakBytes'] = process.resourceUsage().maxRSS * 1024;
  figures['bytes'] = document.table.source().size;
  figures['rows'] = document.table.count;
  figures['findings'] = RULES.reduce((sum, _, rule) => sum + document.judge.findings.count(rule), 0);
  return figures;
}

/** The first hundred rows, read and judged while the rest of the file is still on disk. */
export async function first(file: string): Promise<Figures> {
  const started = performance.now();
  let scanner: LineScanner | undefined;
  let table: Table | undefined;
  let ready = 0;
  const opened = { table: undefined as Table | undefined };
  await readFile({
    path: file,
    allocate: (size) => {
      opened.table = Table.forSize(byteStrings, size);
      return opened.table.bytes;
    },
    onFilled: ({ filled }) => {
      if (ready !== 0 || opened.table === undefined) return;
      table ??= opened.table;
      scanner ??= new LineScanner(table);
      scanner.scanTo(Math.min(filled, 1 << 14));
      const judge = new Judge({ table, rules: RULES, now: GENERATED_AT });
      judge.judgeArrived();
      for (let row = 0; row < Math.min(100, table.count); row++) {
        if (((table.columns.flags[row] ?? 0) & KIND_MASK) === Kind.entry) table.cookie(row);
        judge.findings.severity(row);
      }
      ready = performance.now() - started;
    },
  });
  return { first: ready };
}

/** Searches, pages and sorts of an open document; each search from scratch, over a copy that is made already. */
export async function look(file: string): Promise<Figures> {
  const figures: Figures = {};
  const document = await openTimed(file, {});
  const { table, search } = document;
  figures['index'] = run(search.prepare()).total;
  for (const needle of NEEDLES) {
    // The second time, as everything else here: the first one compiles.
    for (let round = 0; round < 2; round++) {
      figures[`page ${needle}`] = run(search.find({ needle, limit: 100 })).total;
      figures[`all ${needle}`] = run(search.find({ needle })).total;
    }
  }
  // A first page that is not there cannot come before the whole file was searched.
  figures['nothing found'] = run(search.find({ needle: 'no-such-text-anywhere', limit: 100 })).total;
  const view = new View(document);
  for (const query of ['ga1', 'expired', 'rule:duplicate-identity']) {
    for (let round = 0; round < 2; round++) {
      const started = performance.now();
      run(view.firstRows(query, 100));
      figures[`view page ${query}`] = performance.now() - started;
    }
    figures[`view all ${query}`] = run(view.query(query, [])).total;
  }
  const rows = Uint32Array.from({ length: table.count }, (_, row) => row);
  for (const by of ['domain', 'path', 'name', 'value', 'expiry'] as const) {
    const sorted = run(sortRows(table, rows, [{ by, descending: false }]));
    figures[`sort ${by}`] = sorted.total;
    figures[`sort slice ${by}`] = sorted.longest;
  }
  return figures;
}

/** One cell edited, and the file saved by the app's own saver. */
export async function edit(file: string): Promise<Figures> {
  const copy = path.join(path.dirname(file), `edit-${process.pid}.txt`);
  copyFileSync(file, copy);
  try {
    const document = await openTimed(copy, {});
    const { table } = document;
    let id = table.count >> 1;
    while (((table.columns.flags[id] ?? 0) & KIND_MASK) !== Kind.entry) id++;
    const content = table.bytes.subarray(0, table.source().size);
    const started = performance.now();
    run(
      setField(document, {
        ids: [id],
        field: 'value',
        text: 'another-value-of-another-length',
        now: GENERATED_AT,
      }),
    );
    const edited = performance.now();
    await saveFile({
      path: copy,
      chunks: document.write(),
      expected: { content: [content] },
      safetyFolder: path.dirname(copy),
    });
    return { edit: edited - started, 'edit and save': performance.now() - started };
  } finally {
    rmSync(copy, { force: true });
  }
}

/** How long this thread has run, in milliseconds, waiting apart: on a busy machine the truer figure. Linux only, else NaN. */
function threadTime(): number {
  const file = '/proc/self/schedstat';
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'latin1'), 10) / 1e6 : Number.NaN;
}

/** Opens a file as the product does, and notes how long it took. */
export async function openTimed(file: string, figures: Figures): Promise<CookieDocument> {
  const started = performance.now();
  const ran = threadTime();
  const task = new TimedTask({ id: 'open', label: 'Opening', fixed: false, onReport: () => undefined });
  const service = { strings: byteStrings, judgedAt: GENERATED_AT };
  const { opened } = await openWhileReading({ service, task, path: file });
  figures['open'] = performance.now() - started;
  figures['open, thread'] = threadTime() - ran;
  figures['slice'] = task.longest;
  return opened.cookies;
}

/** The app's own way of running work in slices, with the time of the longest. */
class TimedTask extends Task {
  longest = 0;

  override advance<Result>(work: Generator<Progress, Result>): Promise<IteratorResult<Progress, Result>> {
    return super.advance(this.#timed(work));
  }

  *#timed<Result>(work: Generator<Progress, Result>): Generator<Progress, Result> {
    for (;;) {
      const started = performance.now();
      const step = work.next();
      this.longest = Math.max(this.longest, performance.now() - started);
      if (step.done === true) return step.value;
      yield step.value;
    }
  }
}

/** Runs work to its end and times it, whole and by its longest slice. */
export function run<Result>(work: Generator<Progress, Result>): {
  result: Result;
  total: number;
  longest: number;
} {
  const started = performance.now();
  let longest = 0;
  for (;;) {
    const slice = performance.now();
    const step = work.next();
    const now = performance.now();
    longest = Math.max(longest, now - slice);
    if (step.done === true) return { result: step.value, total: now - started, longest };
  }
}
