import { run } from './run.mjs';

/** The quick gate, in the order in which a failure is cheapest to find. */
/** @type {readonly (readonly [string, string, readonly string[]])[]} */
const steps = [
  ['format', 'oxfmt', ['--check', '.']],
  ['types', 'tsc', ['-b']],
  ['types, Electron 33', 'tsc', ['-p', 'main/electron/tsconfig.electron33.json']],
  ['lint', 'oxlint', ['--deny-warnings']],
  ['dead code', 'knip', ['--treat-config-hints-as-errors']],
  ['tests', 'vitest', ['run', '--project', 'unit', '--reporter', 'dot']],
];

const withoutTests = process.argv.includes('--without-tests');

for (const [name, command, args] of steps) {
  if (withoutTests && name === 'tests') continue;
  const started = performance.now();
  const { ok, output } = await run(command, args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
  console.log(`${ok ? 'ok    ' : 'failed'} ${seconds} s  ${name}`);
  if (!ok) {
    console.error(output);
    process.exit(1);
  }
}
