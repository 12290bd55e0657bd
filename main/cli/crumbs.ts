/** The entry of the `crumbs` program. The process ends by itself: ending it would cut off what is not yet written. */
import { processIo } from './process-io.ts';
import { run } from './program.ts';

process.exitCode = await run(process.argv.slice(2), processIo());
