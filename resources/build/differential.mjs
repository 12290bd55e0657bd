import { run } from './run.mjs';

/** Two thousand random files a program, other ones each time; `CRUMBS_SEED` and `CRUMBS_ONLY` (ids with commas) choose which. */
const { ok } = await run(
  'vitest',
  ['run', '--project', 'conformance', 'test/conformance/differential.test.ts', ...process.argv.slice(2)],
  {
    show: true,
    env: {
      CRUMBS_DIFFERENTIAL: process.env.CRUMBS_DIFFERENTIAL ?? '2000',
      CRUMBS_SEED: process.env.CRUMBS_SEED ?? 'random',
    },
  },
);
process.exit(ok ? 0 : 1);
