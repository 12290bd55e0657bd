import type { Command } from './command.ts';
import { check } from './commands/check.ts';
import { clean } from './commands/clean.ts';
import { completion } from './commands/completion.ts';
import { convert } from './commands/convert.ts';
import { diff } from './commands/diff.ts';
import { exportCommand } from './commands/export.ts';
import { fix } from './commands/fix.ts';
import { importCommand } from './commands/import.ts';
import { join } from './commands/join.ts';
import { list } from './commands/list.ts';
import { profiles } from './commands/profiles.ts';
import { redact } from './commands/redact.ts';
import { merge } from './commands/merge.ts';
import { report } from './commands/report.ts';
import { request } from './commands/request.ts';
import { restore } from './commands/restore.ts';
import { runCopyCommand } from './commands/run-copy.ts';
import { serve } from './commands/serve.ts';
import { setCookie } from './commands/set-cookie.ts';
import { split } from './commands/split.ts';
import { verdict } from './commands/verdict.ts';
import { watch } from './commands/watch.ts';

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [
  check,
  fix,
  clean,
  list,
  verdict,
  request,
  setCookie,
  convert,
  exportCommand,
  runCopyCommand,
  redact,
  report,
  diff,
  merge,
  importCommand,
  join,
  split,
  restore,
  profiles,
  watch,
  serve,
  completion,
];

/** The command of this name. */
export function commandByName(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
