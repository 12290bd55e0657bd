import { lowerCaseAscii } from '../cookie/canonical-host.ts';
import { HostTrait } from '../table/hosts.ts';
import type { HostRule } from './rule.ts';

export const domainUpperCase: HostRule = {
  id: 'domain-upper-case',
  scope: 'host',
  severity: 'warning',
  field: 'domain',
  traits: HostTrait.upperCase,
  title: 'Capitals in the domain',
  rationale:
    'Hosts are compared in lower case, but aria2 and Perl compare byte for byte and never send the cookie.',
  source: 'RFC 6265bis §5.1.2; aria2 1.36, Perl HTTP::Cookies 6.10, Python 3.11',
  message: () =>
    'The domain has capitals: aria2 and Perl never send this cookie, curl and wget do, Python writes it back in lower case.',
  fix: (entry) => ({ domain: lowerCaseAscii(entry.domain) }),
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: ['.Example.COM→TRUE→/→FALSE→1820000000→a→1', 'WWW.example.com→FALSE→/→FALSE→1820000000→a→1'],
  },
};
