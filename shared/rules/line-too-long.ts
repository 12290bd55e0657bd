import type { UnparsedRule } from './rule.ts';

export const lineTooLong: UnparsedRule = {
  id: 'line-too-long',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'A line far too long for a cookie',
  rationale:
    'No client keeps a cookie of more than 4,096 bytes from a site, so a line of a mebibyte or a field of 64 KiB is something else, and it is kept as it is.',
  source: 'F55; curl 7.88.1 to 8.21.0',
  check: (reason) => reason === 'line-too-long' || reason === 'field-too-long',
  message: () =>
    'The line is far too long for a cookie: curl 8.18 and later end with an error here, curl 8.7 to 8.17 lose all that follows.',
  examples: {
    pass: [`.example.com→TRUE→/→FALSE→1820000000→a→${'x'.repeat(3000)}`],
    fail: [
      `.example.com→TRUE→/${'x'.repeat(70_000)}→FALSE→1820000000→a→1`,
      `.example.com→TRUE→/→FALSE→1820000000→a→${'x'.repeat(1_100_000)}`,
    ],
  },
};
