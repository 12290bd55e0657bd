import { Flag } from '../table/columns.ts';
import { HostTrait } from '../table/hosts.ts';
import { quoted, word } from './reading/words.ts';
import type { HostRule } from './rule.ts';

export const domainSingleLabelHostOnly: HostRule = {
  id: 'domain-single-label-host-only',
  scope: 'host',
  severity: 'info',
  field: 'domain',
  traits: HostTrait.singleLabel,
  withoutFlags: Flag.subdomains | Flag.dot,
  title: 'A host of a single label',
  rationale:
    'A name of the local network is a good host for browsers, wget and aria2, but Python and yt-dlp never send its cookies and curl from 8.22 on drops them.',
  source: 'F109; development curl 8.22, Python 3.11, wget2 1.99.1',
  explain: (entry, row) => ({ host: quoted(entry, row, 'domain') }),
  message: (data) =>
    `"${word(data, 'host')}" has one label only: Python and yt-dlp never send this cookie, wget2 and curl 8.22 drop the line.`,
  examples: {
    pass: ['www.example.com→FALSE→/→FALSE→1820000000→a→1', '127.0.0.1→FALSE→/→FALSE→1820000000→a→1'],
    fail: ['localhost→FALSE→/→FALSE→1820000000→a→1', 'intranet→FALSE→/→FALSE→1820000000→a→1'],
  },
};
