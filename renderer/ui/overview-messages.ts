import { countOf, showBytes, showCount } from './numbers.ts';

/** The words of the overview. */
export const overviewMessages = {
  none: 'There are no cookies to picture.',
  noneText: 'Add some, or open another file.',
  totals: (entries: number, sites: number, bytes: number) =>
    `${countOf(entries, 'cookie')} of ${countOf(sites, 'site')}, ${showBytes(bytes)}`,
  report: 'Privacy Report…',
  asTable: 'Show as table',
  asPicture: 'Show as picture',
  cookies: 'Cookies',
  size: 'Size',

  sites: 'Sites',
  by: 'Sized by',
  byEntries: 'Cookies',
  byBytes: 'Bytes',
  site: 'Site',
  others: (count: number) => countOf(count, 'smaller site'),
  entriesOf: (name: string, count: number) => `${name} ${countOf(count, 'cookie')}`,
  bytesOf: (name: string, bytes: number) => `${name} ${showBytes(bytes)}`,
  noName: 'no domain',

  expiry: 'When cookies end',
  when: 'When',
  ages: ['Past', 'This week', 'Within a year', 'Later'],
  unreadable: (count: number) => `${countOf(count, 'expiry', 'expiries')} cannot be read`,

  purposes: 'What they are probably for',
  purpose: 'Purpose',
  flags: 'Flags',
  flag: 'Flag',

  parties: 'First- and third-party',
  partiesHint:
    'Name the site that was visited: what belongs to its registrable domain is first-party, the rest third-party.',
  partiesField: 'Site that was visited',
  partiesPlaceholder: 'example.com',
  notASite: 'Write a host or an address, such as www.example.com.',
  party: 'Party',

  budget: 'Longest Cookie header of a site',
  budgetHint:
    'If everything of a site that has not expired went into one request. Many servers refuse headers of more than 8 KB, some of more than 4 or 16 KB.',
  header: 'Header',
  verdict: 'Limits',
  fits: 'fits everywhere',
  limit: (limit: number) => (limit === 16 ? '16 KB' : showCount(limit)),
  over: (limit: number) => `over ${showCount(limit)} KB`,
} as const;
