import { lowerCaseAscii } from '../cookie/canonical-host.ts';
import { HostTrait } from '../table/hosts.ts';
import { quoted, word } from './reading/words.ts';
import type { HostRule } from './rule.ts';

/** Names kept for tests and local networks (RFC 6761, RFC 6762, RFC 7686, RFC 8375, RFC 9476) and common private ones. */
const SPECIAL =
  /(?:^|\.)(?:test|example|invalid|localhost|local|internal|onion|alt|arpa|lan|home|corp|intranet|private)\.?$/;
const ELSEWHERE =
  HostTrait.singleLabel |
  HostTrait.ipAddress |
  HostTrait.bracketed |
  HostTrait.port |
  HostTrait.oddCharacter |
  HostTrait.notAscii;

export const domainSuffixUnknown: HostRule = {
  id: 'domain-suffix-unknown',
  scope: 'host',
  severity: 'hint',
  field: 'domain',
  traits: HostTrait.unknownSuffix,
  title: 'Top-level domain is on no list',
  rationale:
    'A last label that nobody has registered is mostly a slip of the pen or a name of some private network.',
  source: 'F107; Public Suffix List',
  check: (host, traits) =>
    (traits & ELSEWHERE) === 0 && !SPECIAL.test(lowerCaseAscii(host)) && !/(?:^|\.)[0-9]+\.?$/.test(host),
  explain: (entry, row) => ({ label: quoted(entry, row, 'domain').split('.').at(-1) ?? '' }),
  message: (data) => `No top-level domain is called "${word(data, 'label')}".`,
  examples: {
    pass: [
      'www.example.com→FALSE→/→FALSE→1820000000→a→1',
      'printer.local→FALSE→/→FALSE→1820000000→a→1',
      'app.test→FALSE→/→FALSE→1820000000→a→1',
    ],
    fail: ['www.example.con→FALSE→/→FALSE→1820000000→a→1', '.example.cmo→TRUE→/→FALSE→1820000000→a→1'],
  },
};
