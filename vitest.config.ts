import { defineConfig } from 'vitest/config';

/** Tests of whole programs, of watching, and of laws over many files: seconds each, so `npm run check` leaves them to `npm test`. */
const LONG = [
  'test/main/secrets/**/*.test.ts',
  'test/main/documents/recovery*.test.ts',
  'test/main/cli/process.test.ts',
  'test/main/files/watch-file.test.ts',
  'test/shared/document/{repair-for,json-fixes,fixture-files,saved-content}.test.ts',
];

/** One project a folder of tests; `npx vitest run test/shared/table` picks from all of them. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{shared,main,renderer,architecture}/**/*.test.{ts,tsx}'],
          exclude: LONG,
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'long',
          include: LONG,
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'conformance',
          include: ['test/conformance/**/*.test.ts'],
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'end-to-end',
          include: ['test/end-to-end/**/*.test.ts'],
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
