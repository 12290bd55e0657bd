import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Tests of whole programs, of watching, and of laws over many files: seconds each, so `npm run check` leaves them to `npm test`. */
const LONG = [
  'test/main/secrets/**/*.test.ts',
  'test/main/documents/recovery*.test.ts',
  'test/main/cli/{completion,jobs,process}.test.ts',
  'test/main/files/watch-file.test.ts',
  'test/main/bad-inputs/others.test.ts',
  'test/shared/document/{repair-for,json-fixes,fixture-files,saved-content}.test.ts',
];

interface Files {
  readonly include: string[];
  readonly exclude?: string[];
  /** Milliseconds. */
  readonly timeout: number;
  readonly fileParallelism?: boolean;
  readonly sequence?: { readonly groupOrder: number };
}

function project(name: string, { timeout, ...files }: Files): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      ...files,
      // Tests keep no state in modules, so the files of a worker share them: loading is most of what a small test costs.
      isolate: false,
      setupFiles: ['test/laws.ts'],
      expect: { poll: { timeout: 15_000 } },
      testTimeout: timeout,
      hookTimeout: timeout,
    },
  };
}

/** One project a folder of tests; `npx vitest run test/shared/table` picks from all of them. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      project('unit', {
        include: ['test/{shared,main,renderer,architecture}/**/*.test.{ts,tsx}'],
        exclude: LONG,
        timeout: 60_000,
      }),
      project('long', { include: LONG, timeout: 120_000 }),
      project('conformance', { include: ['test/conformance/**/*.test.ts'], timeout: 120_000 }),
      project('faults', { include: ['test/faults/**/*.test.ts'], timeout: 120_000 }),
      // Printed figures, no checks: `npm run bench:window`.
      project('window-bench', {
        include: ['test/bench/window/**/*.test.ts'],
        timeout: 600_000,
        fileParallelism: false,
        sequence: { groupOrder: 1 },
      }),
      project('end-to-end', {
        include: ['test/end-to-end/**/*.test.ts'],
        timeout: 120_000,
        fileParallelism: false,
        // Vitest wants projects with another number of workers to take their turn.
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});
