import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentEntry } from '#shared/document/cookies-of.ts';
import { MASK } from '#shared/cookie/mask.ts';
import { shownCookieDomain } from '#shared/cookie/shown-text.ts';
import { registrableDomain } from '#shared/cookie/site-of.ts';
import { canonicalDomain, NETSCAPE_HEADER } from '#shared/formats/canonical-line.ts';
import { grouping } from '#shared/rules/reading/nested-paths.ts';
import type { OpenDocument } from '../../documents/open-document.ts';
import { windowsTrouble } from '../../files/windows-name.ts';
import { type Command, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { openDetached } from '../inputs.ts';
import { writeNewFile } from '../new-file.ts';
import { counted } from '../outputs.ts';
import { selectedEntries } from '../selected-entries.ts';
import { FROM, QUERY } from '../shared-options.ts';

/** `crumbs split`: one file for each site. */
export const split: Command = {
  name: 'split',
  usage: 'FILE --into FOLDER [--query QUERY] [--dry-run]',
  summary: 'Write one file for each site',
  files: { least: 1, most: 1 },
  options: {
    into: {
      type: 'string',
      argument: 'FOLDER',
      help: 'Where the files go; it is made when it is not there. A file that is there and holds something else is not touched.',
    },
    query: QUERY,
    'dry-run': { type: 'boolean', help: 'Say which files there would be, and write nothing.' },
    from: FROM,
  },
  details: () =>
    'A site is a registrable domain with all that is below it. Lines go as they are; comments stay behind.',
  run: async (context) => {
    const { io, files, options } = context;
    const [file = ''] = files;
    const folder = options.text('into');
    if (folder === undefined || folder === '') throw new UsageError('--into FOLDER is missing.', 'split');
    const document = await openDetached(context, file);
    const sites = grouping([...selectedEntries(document, options.text('query'))], siteOf);
    const names = fileNames([...sites.keys()], document);
    const dryRun = options.has('dry-run');
    if (!dryRun && sites.size > 0) await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const [site, entries] of sites) {
      const target = path.join(folder, names.get(site) ?? '');
      if (!dryRun) await writeNewFile(context, target, bytesOf(document, entries), 'split');
      await io.write(`${target}\t${counted(entries.length, 'cookie')}\n`);
    }
    const { unparsed } = document.cookies.counts();
    const behind = unparsed > 0 ? ` ${counted(unparsed, 'line')} that cannot be read stayed behind.` : '';
    io.tell(`crumbs: ${counted(sites.size, 'site')}${dryRun ? ' (not written)' : ''}.${behind}`);
    return ExitCode.fine;
  },
};

/** A file's name is seen by everybody: what may be a value does not get into it. */
function siteOf({ cookie }: DocumentEntry): string {
  if (cookie.doubtful === true || shownCookieDomain(cookie).includes(MASK)) return '';
  return registrableDomain(canonicalDomain(cookie.domain));
}

/** A name for each site that every system takes, and no two the same. */
function fileNames(sites: readonly string[], { cookies }: OpenDocument): ReadonlyMap<string, string> {
  const ending = cookies.format.extensions[0] ?? 'txt';
  const taken = new Set<string>();
  return new Map(
    sites.map((site) => {
      const safe =
        site
          .replace(/[^a-z0-9.-]/g, '_')
          .replace(/^\.+|\.+$/g, '')
          .slice(0, 200) || 'no-site';
      const stem = windowsTrouble(`${safe}.${ending}`) === undefined ? safe : `_${safe}`;
      let name = `${stem}.${ending}`;
      for (let again = 2; taken.has(name); again++) name = `${stem}-${again}.${ending}`;
      taken.add(name);
      return [site, name];
    }),
  );
}

function bytesOf({ cookies: { table, format } }: OpenDocument, entries: readonly DocumentEntry[]): Buffer {
  if (format.kind === 'source') return Buffer.concat([...format.write(entries.map(({ cookie }) => cookie))]);
  const lines = entries.map(({ row }) => `${table.line(row)}\n`);
  return Buffer.from(`${NETSCAPE_HEADER}\n\n${lines.join('')}`, 'latin1');
}
