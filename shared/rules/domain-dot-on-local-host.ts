import { Flag } from '../table/columns.ts';
import { HostTrait } from '../table/hosts.ts';
import { bareHost, isLocalHost, scoped } from './reading/domain-field.ts';
import { quoted, word } from './reading/words.ts';
import type { HostRule } from './rule.ts';

export const domainDotOnLocalHost: HostRule = {
  id: 'domain-dot-on-local-host',
  scope: 'host',
  severity: 'warning',
  field: 'domain',
  traits: HostTrait.ipAddress | HostTrait.singleLabel,
  flags: Flag.dot | Flag.subdomains,
  title: 'Dot or subdomain flag on a host that has no subdomains',
  rationale:
    'An IP address and localhost have nothing below them, so browsers make such a cookie host-only while Python and Perl match the address by its end.',
  source: 'F112; Chromium 156, Firefox ESR 153, curl 7.88.1 to 8.21.0, aria2 1.36, Python 3.11',
  check: (host) => isLocalHost(host),
  explain: (entry, row) => ({ host: bareHost(quoted(entry, row, 'domain')) }),
  message: (data) =>
    `${word(data, 'host')} has no subdomains: browsers and aria2 make this cookie host-only, curl and wget keep the flag.`,
  fix: (entry) => scoped(bareHost(entry.domain), false),
  examples: {
    pass: [
      '127.0.0.1→FALSE→/→FALSE→1820000000→a→1',
      'localhost→FALSE→/→FALSE→1820000000→a→1',
      '.example.com→TRUE→/→FALSE→1820000000→a→1',
    ],
    fail: [
      '.127.0.0.1→TRUE→/→FALSE→1820000000→a→1',
      '.localhost→TRUE→/→FALSE→1820000000→a→1',
      '127.0.0.1→TRUE→/→FALSE→1820000000→a→1',
      '.127.0.0.1→FALSE→/→FALSE→1820000000→a→1',
    ],
  },
};
