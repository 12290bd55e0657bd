/** Where a host writes what went wrong inside: one line at a time. */
export type BugLog = (line: string) => void;

/** Logs a bug by its class and where it happened. Its message is left out: it may quote what it stumbled over. */
export function logBug(log: BugLog, where: string, error: unknown): void {
  const name = error instanceof Error ? error.constructor.name : typeof error;
  log(`${where}: ${name}`);
  if (!(error instanceof Error)) return;
  for (const line of (error.stack ?? '').split('\n')) {
    if (/^\s+at .*(:\d+:\d+\)?|<anonymous>\)?)$/.test(line)) log(line);
  }
  if (error.cause instanceof Error) logBug(log, 'caused by', error.cause);
}
