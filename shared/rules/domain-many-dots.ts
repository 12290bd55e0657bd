import { HostTrait } from '../table/hosts.ts';
import { bareHost, meansSubdomains, scoped } from './reading/domain-field.ts';
import type { HostRule } from './rule.ts';

export const domainManyDots: HostRule = {
  id: 'domain-many-dots',
  scope: 'host',
  severity: 'error',
  field: 'domain',
  traits: HostTrait.manyLeadingDots,
  title: 'Several leading dots',
  rationale: 'Clients take one dot off the domain and are left with a name that no host has.',
  source: 'F113; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Chromium 156, Firefox ESR 153',
  message: () =>
    'The domain begins with more than one dot: browsers refuse such a cookie, curl and wget never send it; only aria2 takes all dots off.',
  fix: (entry) => scoped(bareHost(entry.domain), meansSubdomains(entry)),
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1', 'example.com→FALSE→/→FALSE→1820000000→a→1'],
    fail: [
      '..example.com→TRUE→/→FALSE→1820000000→a→1',
      '...www.example.com→TRUE→/→FALSE→1820000000→a→1',
      '..localhost→TRUE→/→FALSE→1820000000→a→1',
    ],
  },
};
