import { MAX_HEADER_VALUE, MAX_NAME_AND_VALUE, cookieSize, setCookieLength } from '../cookie/cookie-size.ts';
import { Trait } from '../table/columns.ts';
import { counted } from './reading/words.ts';
import type { RowRule } from './rule.ts';

export const setCookieOver4096: RowRule = {
  id: 'set-cookie-over-4096',
  scope: 'row',
  severity: 'hint',
  field: 'value',
  traits: Trait.sizeLarge,
  title: 'Its Set-Cookie header is over 4,096 bytes',
  rationale:
    'Some clients count the whole header, attributes included, so keeping all of it to 4,096 bytes is safest.',
  source: 'F130, F131, F133',
  check: (entry, row) => {
    const cookie = entry.cookie(row);
    return cookieSize(cookie) <= MAX_NAME_AND_VALUE && setCookieLength(cookie) > MAX_HEADER_VALUE;
  },
  explain: (entry, row) => ({ bytes: setCookieLength(entry.cookie(row)) }),
  message: (data) =>
    `As a Set-Cookie header it would have ${counted(data, 'bytes', 'byte')}: browsers count name and value only, others the whole header.`,
  examples: {
    pass: [
      `example.com→FALSE→/→FALSE→0→a→${'x'.repeat(4000)}`,
      `.example.com→TRUE→/→FALSE→1820000000→a→${'x'.repeat(4096)}`,
    ],
    fail: [
      `.example.com→TRUE→/→TRUE→1820000000→a→${'x'.repeat(4020)}`,
      `example.com→FALSE→/→FALSE→0→a→${'x'.repeat(4090)}`,
    ],
  },
};
