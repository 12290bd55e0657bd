import { HostTrait } from '../table/hosts.ts';
import { meansSubdomains } from './reading/domain-field.ts';
import type { HostRule } from './rule.ts';

const MARKS = /^[ \t.]*(?:#HttpOnly_)+/;

export const httpOnlyMarkMisplaced: HostRule = {
  id: 'http-only-mark-misplaced',
  scope: 'host',
  severity: 'error',
  field: 'domain',
  traits: HostTrait.oddCharacter,
  title: 'HttpOnly mark in the wrong place',
  rationale:
    'Doubled, or behind blanks or a full stop, "#HttpOnly_" becomes part of the domain, so that no client sends the cookie.',
  source: 'F67; curl 7.88.1 to 8.21.0, wget 1.21.3, Python 3.11, yt-dlp',
  check: (host) => host.startsWith('#HttpOnly_'),
  message: () =>
    'The mark "#HttpOnly_" stands inside the domain: curl keeps the cookie for a site that does not exist, the others drop the line.',
  fix: (entry) => {
    const domain = entry.domain.replace(MARKS, '');
    return domain === '' ? undefined : { httpOnly: true, domain, flag: flagFor({ ...entry, domain }) };
  },
  examples: {
    pass: ['#HttpOnly_.example.com→TRUE→/→TRUE→1820000000→a→1'],
    fail: [
      '#HttpOnly_#HttpOnly_.example.com→TRUE→/→TRUE→1820000000→a→1',
      '#HttpOnly_#HttpOnly_example.com→FALSE→/→TRUE→0→a→1',
    ],
  },
};

function flagFor(entry: { readonly domain: string; readonly flag: string }): string {
  return meansSubdomains(entry) ? 'TRUE' : 'FALSE';
}
