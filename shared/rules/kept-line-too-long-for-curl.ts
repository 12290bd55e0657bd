import { limitsOf } from '../cookie/limits.ts';
import { counted } from './reading/words.ts';
import type { UnparsedRule } from './rule.ts';

const LONGEST = limitsOf('curl').line?.count ?? Infinity;

export const keptLineTooLongForCurl: UnparsedRule = {
  id: 'kept-line-too-long-for-curl',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'A line that is no cookie, and too long for curl',
  rationale:
    'curl reads lines of up to 4,998 bytes, and from 8.7 on a longer one costs the rest of the file, whatever it holds.',
  source: 'curl 8.7.0 to 8.21.0',
  linesOnly: true,
  check: (reason, entry, row) =>
    reason !== 'line-too-long' && reason !== 'field-too-long' && entry.line(row).length > LONGEST,
  explain: (entry, row) => ({ bytes: entry.line(row).length }),
  message: (data) =>
    `The line has ${counted(data, 'bytes', 'byte')}: curl 8.7 to 8.17 lose every line behind it, curl 8.18 and later end with exit code 100.`,
  examples: {
    pass: [`not a cookie ${'x'.repeat(4985)}`, `# ${'x'.repeat(6000)}`],
    fail: [
      `not a cookie ${'x'.repeat(4986)}`,
      `.example.com→TRUE→/→FALSE→1820000000→a→1→${'x'.repeat(6000)}`,
    ],
  },
};
