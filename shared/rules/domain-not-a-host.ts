import type { ByteString } from '../cookie/byte-string.ts';
import { HostTrait } from '../table/hosts.ts';
import { isLocalHost, isPlainHost, isTooWide, meansSubdomains, scoped } from './reading/domain-field.ts';
import { quoted, word } from './reading/words.ts';
import type { HostRule } from './rule.ts';

/** Hosts that rules of their own speak of. */
const ELSEWHERE = HostTrait.manyLeadingDots | HostTrait.bracketed | HostTrait.port | HostTrait.ipAddress;

/** The host that is hidden in a URL, in blanks or behind a wildcard. */
function hiddenHost(domain: ByteString): ByteString | undefined {
  const host = domain
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^(?:\*?\.)+/, '');
  return isPlainHost(host) ? host : undefined;
}

export const domainNotAHost: HostRule = {
  id: 'domain-not-a-host',
  scope: 'host',
  severity: 'error',
  field: 'domain',
  traits: HostTrait.empty | HostTrait.oddCharacter | HostTrait.badLabel | HostTrait.unknownSuffix,
  title: 'Domain is not a host name',
  rationale:
    'A host name is made of labels of letters, digits and hyphens, so nothing is ever requested from this domain and the cookie is never sent.',
  source: 'F107; RFC 1123 §2.1',
  check: (host, traits) => {
    if ((traits & ELSEWHERE) !== 0) return false;
    if ((traits & (HostTrait.empty | HostTrait.oddCharacter | HostTrait.badLabel)) !== 0) return true;
    return /(?:^|\.)[0-9]+\.?$/.test(host);
  },
  explain: (entry, row) => ({ domain: quoted(entry, row, 'domain') }),
  message: (data) =>
    `"${word(data, 'domain')}" is neither a host name nor an IP address: no client ever sends this cookie.`,
  fix: (entry) => {
    const host = hiddenHost(entry.domain);
    if (host === undefined) return undefined;
    const subdomains = meansSubdomains(entry);
    return subdomains && isTooWide(host) && !isLocalHost(host) ? undefined : scoped(host, subdomains);
  },
  fixNeedsChoice: true,
  examples: {
    pass: [
      'my_host.example.com→FALSE→/→FALSE→1820000000→a→1',
      'xn--bcher-kva.example.com→FALSE→/→FALSE→1820000000→a→1',
      '127.0.0.1→FALSE→/→FALSE→1820000000→a→1',
    ],
    fail: [
      'https://www.example.com/→FALSE→/→FALSE→1820000000→a→1',
      '*.example.com→TRUE→/→FALSE→1820000000→a→1',
      'exa mple.com→FALSE→/→FALSE→1820000000→a→1',
      'www..example.com→FALSE→/→FALSE→1820000000→a→1',
      '.0.0.1→TRUE→/→FALSE→1820000000→a→1',
    ],
  },
};
