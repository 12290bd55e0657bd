import path from 'node:path';
import { build } from './build.mjs';
import { run } from './run.mjs';
import { root, targets } from './targets.mjs';

if (!(await build(['bench', 'cli']))) process.exit(1);
const { ok } = await run(path.join(root, targets.bench.output), process.argv.slice(2), { show: true });
process.exit(ok ? 0 : 1);
