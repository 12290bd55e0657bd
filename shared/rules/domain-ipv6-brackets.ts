import { isIpv6Address } from '../cookie/ip-address.ts';
import { HostTrait } from '../table/hosts.ts';
import { bareHost } from './reading/domain-field.ts';
import type { HostRule } from './rule.ts';

export const domainIpv6Brackets: HostRule = {
  id: 'domain-ipv6-brackets',
  scope: 'host',
  severity: 'error',
  field: 'domain',
  traits: HostTrait.bracketed,
  title: 'IPv6 address in brackets',
  rationale:
    'Brackets belong to URLs, and with them the cookie is sent by no client, while curl, wget and aria2 send one for the bare address.',
  source: 'F109; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, development curl 8.22',
  message: () =>
    'The IPv6 address stands in brackets: no client sends this cookie; without them curl, wget and aria2 do.',
  fix: (entry) => {
    const address = /^\[(.*)\]$/.exec(bareHost(entry.domain))?.[1];
    return address !== undefined && isIpv6Address(address) ? { domain: address, flag: 'FALSE' } : undefined;
  },
  examples: {
    pass: ['::1→FALSE→/→FALSE→1820000000→a→1'],
    fail: ['[::1]→FALSE→/→FALSE→1820000000→a→1', '[2001:db8::7]→FALSE→/→FALSE→1820000000→a→1'],
  },
};
