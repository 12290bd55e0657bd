import { canonicalHost } from '../cookie/canonical-host.ts';
import { MASK } from '../cookie/mask.ts';
import { HostTrait } from '../table/hosts.ts';
import { bareHost, withHost } from './reading/domain-field.ts';
import { quoted, word } from './reading/words.ts';
import type { HostRule } from './rule.ts';

export const domainNotAscii: HostRule = {
  id: 'domain-not-ascii',
  scope: 'host',
  severity: 'error',
  field: 'domain',
  traits: HostTrait.notAscii,
  title: 'Domain is not in ASCII',
  rationale:
    'Requests name such a host in punycode, and no client converts the domain of a cookie file, so the cookie is never sent.',
  source:
    'RFC 6265bis §5.1.2; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11, Perl HTTP::Cookies 6.10',
  explain: (entry, row) => {
    const domain = entry.field(row, 'domain');
    const host = canonicalHost(bareHost(domain));
    const shown = quoted(entry, row, 'domain');
    const isShown = host !== undefined && shown !== MASK;
    return { domain: shown, punycode: isShown ? withHost(domain, () => host) : '' };
  },
  message: (data) =>
    word(data, 'punycode') === ''
      ? `"${word(data, 'domain')}" has bytes that no host name can have: no client ever sends this cookie.`
      : `"${word(data, 'domain')}" must be written as "${word(data, 'punycode')}": no client sends this cookie.`,
  fix: (entry) => {
    const host = canonicalHost(bareHost(entry.domain));
    return host === undefined ? undefined : { domain: withHost(entry.domain, () => host) };
  },
  examples: {
    pass: ['.xn--bcher-kva.example.com→TRUE→/→FALSE→1820000000→a→1'],
    fail: [
      '.bücher.com→TRUE→/→FALSE→1820000000→a→1',
      'пример.com→FALSE→/→FALSE→1820000000→a→1',
      'caf‹E9›.example.com→FALSE→/→FALSE→1820000000→a→1',
    ],
  },
};
