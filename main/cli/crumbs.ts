/** The entry of the `crumbs` program, and of the threads that it starts. It ends by itself: ending it would cut off what is not yet written. */
import { isMainThread } from 'node:worker_threads';
import { logBug } from '../api/bug-log.ts';
import { ExitCode } from './exit-codes.ts';
import { serveJobs } from './many/job.ts';
import { processIo } from './process-io.ts';
import { run } from './program.ts';

if (isMainThread) await main();
else serveJobs();

async function main(): Promise<void> {
  const io = processIo(new URL(import.meta.url));
  // Node would print the message of a bug with its stack; either may quote what it stumbled over.
  process.on('unhandledRejection', (error) => logBug(io.debug, 'unhandled', error));
  process.on('uncaughtException', (error) => {
    logBug(io.debug, 'uncaught', error);
    io.fail('crumbs: Something went wrong inside Crumbs, and it has to end.');
    process.exit(ExitCode.failed);
  });
  process.exitCode = await run(process.argv.slice(2), io);
}
