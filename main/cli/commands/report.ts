import { namedSite } from '#shared/document/query/named-site.ts';
import { reported } from '../../documents/reporting.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { openInput } from '../inputs.ts';
import { writeOutput } from '../outputs.ts';
import { FROM, OUTPUT } from '../shared-options.ts';

/** `crumbs report`: what is stored, by whom, for what and how long, as a page to print. */
export const report: Command = {
  name: 'report',
  usage: 'FILE [--site SITE] [--output FILE.html]',
  summary: 'Write a page about what the cookies are probably for, without values',
  files: { least: 1, most: 1 },
  options: {
    site: {
      type: 'string',
      argument: 'SITE',
      help: 'The site that was visited: what belongs to it is told as first-party, the rest as third-party.',
    },
    output: OUTPUT,
    from: FROM,
  },
  details: () =>
    'The page is HTML that needs nothing beside itself; a browser prints it or makes a PDF of it. It lists what is stored,\nby whom, for what and how long, with the method and its limits. Purposes are told by well-known names: probably.',
  run: async (context) => {
    const { options, files } = context;
    const [file = ''] = files;
    const site = options.text('site');
    if (site !== undefined && namedSite(site) === undefined) {
      throw new UsageError('--site takes a host or an address, such as example.com.', 'report');
    }
    const { html } = await reported(await openInput(context, file), site);
    await writeOutput(context, file, Buffer.from(html));
    return ExitCode.fine;
  },
};
