import path from 'node:path';
import { run } from './run.mjs';
import { root } from './targets.mjs';

// The program is measured as it is packaged, in the flavour that tests can drive.
const flavour = [
  '--test-flavour',
  '--linux',
  'dir',
  `-c.directories.output=${path.join(root, '.out/package')}`,
];
const packaged = await run(path.join(root, 'resources/build/package.mjs'), flavour);
const { ok } = packaged.ok
  ? await run('vitest', ['run', '--project', 'window-bench', ...process.argv.slice(2)], { show: true })
  : packaged;
process.exit(ok ? 0 : 1);
