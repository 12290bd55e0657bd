import { CLIENTS } from '#shared/clients/registry.ts';
import type { Figures } from './crumbs.ts';
import { verdictTask } from './verdicts.ts';

/** The medians of every program's figures, by program, at one size. */
export type Medians = Readonly<Record<string, Figures>>;

/** One line of the goals table. */
export interface Goal {
  readonly title: string;
  readonly must: string;
  readonly reached: number;
  readonly met: boolean;
}

const LARGEST = 1_000_000;

/** The goals that issue 2 names and the "must" column of the performance notes, from the medians by number of lines. */
export function goals(bySize: ReadonlyMap<number, Medians>): Goal[] {
  const at = (size: number, program: string, figure: string): number =>
    bySize.get(size)?.[program]?.[figure] ?? Number.NaN;
  // Most goals are about a million lines: with fewer, code that is not compiled yet decides.
  const top = (program: string, figure: string): number => at(LARGEST, program, figure);
  const open = top('open', 'open');
  const most = (beginning: string): number => {
    const figures = Object.entries(bySize.get(LARGEST)?.['look'] ?? {});
    return Math.max(...figures.filter(([name]) => name.startsWith(beginning)).map(([, value]) => value));
  };
  const textSort = Math.min(
    ...['domain', 'path', 'name', 'value'].map(
      (by) => top('objects', `sort ${by}`) / top('look', `sort ${by}`),
    ),
  );
  const grows = Math.log(open / at(10_000, 'open', 'open')) / Math.log(LARGEST / 10_000);
  const openEditSave = (size: number): number => at(size, 'open', 'open') + at(size, 'edit', 'edit and save');
  return [
    atLeast('open, against MozillaCookieJar.load', 7, top('python', 'load') / open),
    atLeast(
      'the same by time of the thread alone',
      7,
      top('python', 'load, thread') / top('open', 'open, thread'),
    ),
    atMost('open, growth exponent from 10,000 lines', 1.1, grows),
    atMost('first 100 rows, of the time to open', 1 / 20, top('first', 'first') / open),
    atMost('first 100 rows, against 1,000 lines', 4, top('first', 'first') / at(1000, 'first', 'first')),
    atMost('memory added by opening, of the file', 2.2, top('open', 'addedBytes') / top('open', 'bytes')),
    atMost('first page of any filter, ms', 5, most('page ')),
    atMost('all matches, of a JS byte loop', 1, most('all ') / top('byte-loop', 'loop')),
    atLeast('text sort, against Array.sort over objects', 8, textSort),
    atMost(
      'one edit and safe save, of the raw safe write',
      1.5,
      top('edit', 'edit and save') / top('raw-save', 'save'),
    ),
    atMost('longest slice while opening, ms', 33, top('open', 'slice')),
    atMost('open, of split by line and TAB', 0.8, open / top('objects', 'split')),
    atMost('open, of a JS byte loop', 13, open / top('byte-loop', 'loop')),
    atLeast(
      'open, edit and save at 100,000 lines, against curl',
      60,
      at(100_000, 'curl', 'whole') / openEditSave(100_000),
    ),
    atLeast('open, edit and save, against wget', 8, top('wget', 'whole') / openEditSave(LARGEST)),
    atMost('peak memory, of MozillaCookieJar', 0.5, top('open', 'peakBytes') / top('python', 'peakBytes')),
    atLeast(
      'open and save at 10,000 lines, against curl',
      2,
      at(10_000, 'curl', 'whole') / openEditSave(10_000),
    ),
    atLeast(
      'open and save at 10,000 lines, against MozillaCookieJar',
      1.5,
      at(10_000, 'python', 'load and save') / openEditSave(10_000),
    ),
    ...CLIENTS.flatMap(({ id, title }) => [
      atMost(
        `what ${title} makes of 100,000 lines, of opening`,
        1,
        at(100_000, verdictTask(id), 'of opening'),
      ),
      atMost(`the same, longest slice, ms`, 33, at(100_000, verdictTask(id), 'verdict slice')),
    ]),
  ].filter(({ reached }) => Number.isFinite(reached));
}

function atLeast(title: string, bound: number, reached: number): Goal {
  return { title, must: `≥ ${shortly(bound)}`, reached, met: reached >= bound };
}

function atMost(title: string, bound: number, reached: number): Goal {
  return { title, must: `≤ ${shortly(bound)}`, reached, met: reached <= bound };
}

/** A number in three digits or so. */
export function shortly(number: number): string {
  return number >= 100 ? Math.round(number).toLocaleString('en-GB') : String(Number(number.toPrecision(3)));
}
