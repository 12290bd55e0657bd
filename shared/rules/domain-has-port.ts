import { HostTrait } from '../table/hosts.ts';
import { bareHost, isPlainHost, meansSubdomains, scoped } from './reading/domain-field.ts';
import { quoted, word } from './reading/words.ts';
import type { HostRule } from './rule.ts';

export const domainHasPort: HostRule = {
  id: 'domain-has-port',
  scope: 'host',
  severity: 'error',
  field: 'domain',
  traits: HostTrait.port,
  title: 'Domain has a port',
  rationale:
    'Cookies know no ports, and only wget writes and reads one, so every other client keeps the cookie for a host that does not exist.',
  source: 'RFC 6265bis §8.5; wget 1.21.3, curl 7.88.1 to 8.21.0, aria2 1.36, Python 3.11',
  explain: (entry, row) => ({ domain: quoted(entry, row, 'domain') }),
  message: (data) =>
    `"${word(data, 'domain')}" ends with a port: wget sends the cookie to that port only, curl, aria2 and Python never send it.`,
  fix: (entry) => {
    const host = bareHost(entry.domain).replace(/:[0-9]*$/, '');
    return isPlainHost(host) ? scoped(host, meansSubdomains(entry)) : undefined;
  },
  fixNeedsChoice: true,
  examples: {
    pass: ['example.com→FALSE→/→FALSE→1820000000→a→1', '::1→FALSE→/→FALSE→1820000000→a→1'],
    fail: ['example.com:8080→FALSE→/→FALSE→1820000000→a→1', '127.0.0.1:3000→FALSE→/→FALSE→1820000000→a→1'],
  },
};
