import { Flag } from '../table/columns.ts';
import { HostTrait } from '../table/hosts.ts';
import { bareHost } from './reading/domain-field.ts';
import { quoted, word } from './reading/words.ts';
import type { HostRule } from './rule.ts';

export const domainPublicSuffix: HostRule = {
  id: 'domain-public-suffix',
  scope: 'host',
  severity: 'error',
  field: 'domain',
  traits: HostTrait.publicSuffix,
  flags: Flag.subdomains | Flag.dot,
  title: 'Domain is a public suffix',
  rationale:
    'Under a public suffix anybody can register, so a cookie for all of it would go to strangers; browsers, wget2 and curl from 8.22 on refuse it.',
  source: 'F35, F37, F106; Public Suffix List; wget2 1.99.1, development curl 8.22',
  explain: (entry, row) => ({ suffix: bareHost(quoted(entry, row, 'domain')) }),
  message: (data) =>
    `"${word(data, 'suffix')}" is a public suffix: browsers, wget2 and curl 8.22 drop this cookie; wget, Python, aria2 and curl to 8.21 send it to every site below.`,
  examples: {
    pass: [
      '.example.co.uk→TRUE→/→FALSE→1820000000→a→1',
      'github.io→FALSE→/→FALSE→1820000000→a→1',
      '.someone.github.io→TRUE→/→FALSE→1820000000→a→1',
    ],
    fail: [
      '.com.au→TRUE→/→FALSE→1820000000→a→1',
      '.co.uk→TRUE→/→FALSE→1820000000→a→1',
      '.github.io→TRUE→/→FALSE→1820000000→a→1',
      '.com→TRUE→/→FALSE→1820000000→a→1',
    ],
  },
};
