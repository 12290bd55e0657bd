import { CLIENTS } from '#shared/clients/registry.ts';
import { FORMATS } from '#shared/formats/registry.ts';
import type { CommandOption } from './command.ts';

/** For every command. */
export const EVERYWHERE: Readonly<Record<'quiet', CommandOption>> = {
  quiet: {
    type: 'boolean',
    help: 'Say nothing but results and failures: no progress, no remarks on what was done.',
  },
};

/** For commands that read a cookie file. */
export const FROM: CommandOption = {
  type: 'string',
  argument: 'FORMAT',
  choices: FORMATS.map(({ id }) => id),
  help: 'Read the file as this format, whatever it looks like.',
};

export const REVEAL: CommandOption = { type: 'boolean', help: 'Show values.' };

export const JSON_OUTPUT: CommandOption = { type: 'boolean', help: 'Print JSON: one text for all files.' };

/** For commands that have many things to say, each of which stands alone. */
export const NDJSON: CommandOption = {
  type: 'boolean',
  help: 'Print JSON, one object a line, for jq, DuckDB, Spark and their like.',
};

/** For commands that can be run again whenever the files change. */
export const WATCH: CommandOption = {
  type: 'boolean',
  help: 'Stay, and do it again for each file that another program changes, until Ctrl+C.',
};

export const QUERY: CommandOption = {
  type: 'string',
  argument: 'QUERY',
  help: 'Only entries that match, as in the window: "domain:example.com -httponly expires<7d" (crumbs help list).',
};

/** For commands that take a query. */
export const VIEW: CommandOption = {
  type: 'string',
  argument: 'NAME',
  help: 'Only what a view shows that was saved in the window, in its order; with --query both must hold.',
};

export const OUTPUT: CommandOption = {
  type: 'string',
  argument: 'FILE',
  help: 'Write here instead of to standard output; a new file is readable by you alone.',
};

/** For commands that ask what other programs do. */
export const CLIENT: CommandOption = {
  type: 'string',
  multiple: true,
  argument: 'CLIENT',
  choices: CLIENTS.map(({ id }) => id),
  help: 'A program, with a version where it matters: "curl 8.21.0", "wget debian12". Without it those chosen in the window: curl, wget, yt-dlp and python at first.',
};

/** For commands that read a Cookie header among other things. */
export const SITE: CommandOption = {
  type: 'string',
  argument: 'HOST',
  help: 'Where the Cookie header in the file went: a host, or an address for one that did not go over HTTPS.',
};

export const STRICT: CommandOption = {
  type: 'boolean',
  help: 'Write nothing, and exit with 1, when the format of the result cannot hold all of it.',
};
