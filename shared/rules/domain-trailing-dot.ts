import { HostTrait } from '../table/hosts.ts';
import { quoted, word } from './reading/words.ts';
import { bareHost, isPlainHost, withHost } from './reading/domain-field.ts';
import type { HostRule } from './rule.ts';

export const domainTrailingDot: HostRule = {
  id: 'domain-trailing-dot',
  scope: 'host',
  severity: 'warning',
  field: 'domain',
  traits: HostTrait.trailingDot,
  title: 'Domain ends with a dot',
  rationale: 'With the dot it is another host, so the cookie is not sent to the name that people type.',
  source: 'F108, F114; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11',
  check: (host) => !/^\.*$/.test(host),
  explain: (entry, row) => ({ domain: quoted(entry, row, 'domain') }),
  message: (data) =>
    `"${word(data, 'domain')}" ends with a dot: no client sends this cookie to the same name without it.`,
  fix: (entry) => {
    const domain = withHost(entry.domain, (host) => host.replace(/\.+$/, ''));
    return isPlainHost(bareHost(domain)) ? { domain } : undefined;
  },
  fixNeedsChoice: true,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: ['example.com.→FALSE→/→FALSE→1820000000→a→1', '.example.com.→TRUE→/→FALSE→1820000000→a→1'],
  },
};
