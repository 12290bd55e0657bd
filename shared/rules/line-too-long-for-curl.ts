import { limitsOf } from '../cookie/limits.ts';
import { Trait } from '../table/columns.ts';
import { counted } from './reading/words.ts';
import type { RowRule } from './rule.ts';

const LONGEST = limitsOf('curl').line?.count ?? Infinity;

export const lineTooLongForCurl: RowRule = {
  id: 'line-too-long-for-curl',
  scope: 'row',
  severity: 'error',
  field: 'line',
  traits: Trait.sizeLarge,
  title: 'A line too long for curl',
  rationale:
    'curl reads lines of up to 4,998 bytes, and a longer one costs the cookie, the rest of the file or the whole transfer.',
  source: 'F133; curl 7.88.1 to 8.21.0',
  linesOnly: true,
  check: (entry, row) => entry.line(row).length > LONGEST,
  explain: (entry, row) => ({ bytes: entry.line(row).length }),
  message: (data) =>
    `The line has ${counted(data, 'bytes', 'byte')}: curl to 8.6 drops it, 8.7 to 8.17 lose every line behind it too, 8.18 and later end with exit code 100.`,
  examples: {
    pass: [
      '.example.com→TRUE→/→FALSE→1820000000→a→1',
      `example.com→FALSE→/→FALSE→1820000000→a→${'x'.repeat(4998 - 39)}`,
    ],
    fail: [
      `example.com→FALSE→/→FALSE→1820000000→a→${'x'.repeat(4999 - 39)}`,
      `example.com→FALSE→/→FALSE→1820000000→a→${'x'.repeat(9000)}`,
    ],
  },
};
