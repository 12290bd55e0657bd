import { Flag } from '../table/columns.ts';
import { HostTrait } from '../table/hosts.ts';
import { isLocalHost } from './reading/domain-field.ts';
import { quoted, word } from './reading/words.ts';
import type { HostRule } from './rule.ts';

export const domainSingleLabel: HostRule = {
  id: 'domain-single-label',
  scope: 'host',
  severity: 'error',
  field: 'domain',
  traits: HostTrait.singleLabel,
  flags: Flag.subdomains | Flag.dot,
  title: 'A single label with subdomains',
  rationale:
    'A cookie for everything below one label would reach sites all over the world, so Netscape asked for two and browsers, wget2 and curl from 8.22 on refuse it.',
  source: 'F37; wget2 1.99.1, development curl 8.22',
  check: (host) => !isLocalHost(host),
  explain: (entry, row) => ({ domain: quoted(entry, row, 'domain') }),
  message: (data) =>
    `"${word(data, 'domain')}" has one label only: wget2 and curl 8.22 drop this line; wget, Python and curl to 8.21 send it to every host below.`,
  examples: {
    pass: [
      '.example.com→TRUE→/→FALSE→1820000000→a→1',
      'intranet→FALSE→/→FALSE→1820000000→a→1',
      '.localhost→TRUE→/→FALSE→1820000000→a→1',
    ],
    fail: ['.com→TRUE→/→FALSE→1820000000→a→1', '.intranet→TRUE→/→FALSE→1820000000→a→1'],
  },
};
