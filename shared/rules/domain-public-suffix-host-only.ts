import { Flag } from '../table/columns.ts';
import { HostTrait } from '../table/hosts.ts';
import { quoted, word } from './reading/words.ts';
import type { HostRule } from './rule.ts';

export const domainPublicSuffixHostOnly: HostRule = {
  id: 'domain-public-suffix-host-only',
  scope: 'host',
  severity: 'info',
  field: 'domain',
  traits: HostTrait.publicSuffix,
  withoutFlags: Flag.subdomains | Flag.dot,
  title: 'Host is a public suffix',
  rationale:
    'A web site on the suffix itself may have cookies of its own, and browsers keep them host-only, but wget2 and curl from 8.22 on drop them from files.',
  source: 'F106; Public Suffix List; wget2 1.99.1, development curl 8.22',
  explain: (entry, row) => ({ suffix: quoted(entry, row, 'domain') }),
  message: (data) =>
    `"${word(data, 'suffix')}" is a public suffix: wget2 and curl 8.22 drop this line even though it is host-only; other clients keep it.`,
  examples: {
    pass: ['.co.uk→TRUE→/→FALSE→1820000000→a→1', 'example.co.uk→FALSE→/→FALSE→1820000000→a→1'],
    fail: ['github.io→FALSE→/→FALSE→1820000000→a→1', 'co.uk→FALSE→/→FALSE→1820000000→a→1'],
  },
};
