import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { corpus } from './corpus.ts';
import { edit, first, look, open } from './crumbs.ts';
import type { Figures } from './crumbs.ts';
import { generate } from './generate.ts';
import { goals, shortly } from './goals.ts';
import type { Medians } from './goals.ts';
import { importing, imports } from './imports.ts';
import { medianOf } from './medians.ts';
import { byteLoop, cookieFile, objects, rawSave, toughCookie } from './peers.ts';
import { measure, programs } from './programs.ts';
import { VERDICT_TASKS } from './verdicts.ts';

const TASKS: Readonly<Record<string, (file: string) => Figures | Promise<Figures>>> = {
  open,
  first,
  look,
  edit,
  'byte-loop': byteLoop,
  'raw-save': rawSave,
  objects,
  'tough-cookie': toughCookie,
  cookiefile: cookieFile,
  import: importing,
  ...VERDICT_TASKS,
};

const USAGE = `npm run bench -- [LINES…] [--runs=N] [--only=NAME,…] [--mixed]
  LINES   sizes of the files, 1000 10000 100000 1000000 without any
  --runs  how often each program runs on each size, 5 without it; figures are medians
  --only  only these programs
  --mixed files with malformed lines, which Python refuses
npm run bench -- corpus [FILES] [--runs=N]
  many small files on the command line beside Python, 10000 in 3 runs without any
npm run bench -- imports [--runs=N]
  big stores of browsers and a big log: time and memory, 5 runs without it`;

/** Measures, or as `task NAME FILE` does one measurement in a process of its own. */
async function main([command, task = '', file = '']: readonly string[]): Promise<void> {
  if (command === 'task') {
    console.log(JSON.stringify(await TASKS[task]?.(file)));
    return;
  }
  const args = process.argv.slice(2);
  if (args.includes('--help')) return console.log(USAGE);
  const option = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  if (args[0] === 'corpus') return corpus({ files: sizes[0] ?? 10_000, runs: Number(option('runs') ?? 3) });
  if (args[0] === 'imports') return imports(Number(option('runs') ?? 5));
  await compare({
    sizes: sizes.length > 0 ? sizes : [1000, 10_000, 100_000, 1_000_000],
    runs: Number(option('runs') ?? 5),
    only: option('only')?.split(','),
    clean: !args.includes('--mixed'),
  });
}

interface Comparison {
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly only: readonly string[] | undefined;
  readonly clean: boolean;
}

async function compare({ sizes, runs, only, clean }: Comparison): Promise<void> {
  const folder = path.join(tmpdir(), 'crumbs-bench');
  mkdirSync(folder, { recursive: true });
  const [cpu] = cpus();
  console.log(
    `${new Date().toISOString()}  Node ${process.versions.node}  ${cpu?.model ?? ''} × ${availableParallelism()}, ${Math.round(totalmem() / 2 ** 30)} GiB; medians of ${runs} fresh processes each, in turn`,
  );
  const bySize = new Map<number, Medians>();
  for (const lines of sizes) {
    const file = path.join(folder, `${lines}${clean ? '' : '-mixed'}.txt`);
    if (!existsSync(file)) generate({ lines, path: file, clean });
    bySize.set(lines, await medians({ lines, file, runs, only }));
    print(lines, bySize.get(lines) ?? {});
  }
  console.log('\ngoal | must | reached |');
  for (const { title, must, reached, met } of goals(bySize)) {
    console.log(`${title} | ${must} | ${shortly(reached)} | ${met ? 'met' : 'NOT MET'}`);
  }
}

async function medians(request: {
  readonly lines: number;
  readonly file: string;
  readonly runs: number;
  readonly only: readonly string[] | undefined;
}): Promise<Medians> {
  const { lines, file, runs, only } = request;
  const chosen = programs(process.argv[1] ?? '', file).filter(
    ({ name, most = Infinity }) => lines <= most && (only?.includes(name) ?? true),
  );
  const all = new Map<string, Figures[]>();
  for (let run = 0; run < runs; run++) {
    for (const program of chosen) {
      const figures = await measure(program);
      if (figures !== undefined) all.set(program.name, [...(all.get(program.name) ?? []), figures]);
    }
  }
  return Object.fromEntries(Array.from(all, ([name, list]) => [name, medianOf(list)]));
}

function print(lines: number, table: Medians): void {
  console.log(`\n${lines.toLocaleString('en-GB')} lines`);
  for (const [name, figures] of Object.entries(table)) {
    const text = Object.entries(figures).map(([figure, value]) => `${figure} ${shortly(value)}`);
    console.log(`  ${name}: ${text.join(', ')}`);
  }
}

await main(process.argv.slice(2));
