import type { DocumentRule } from './rule.ts';

export const finalNewlineMissing: DocumentRule = {
  id: 'final-newline-missing',
  scope: 'document',
  severity: 'warning',
  field: 'document',
  title: 'Last line has no end',
  rationale:
    'What is appended to the file would run on in its last cookie, and curl 8.7 to 8.13 lose that cookie when the line has 127 bytes or a multiple of it.',
  source:
    'curl 8.7.0 to 8.13.0 (measured at 127, 254, 381 and 508 bytes); dialects of seven browser extensions',
  linesOnly: true,
  check: ({ finalNewline, firstLine }) => (!finalNewline && firstLine !== undefined ? {} : undefined),
  message: () =>
    'The last line does not end in a line feed: curl 8.7 to 8.13 can lose it, and a line appended by another program would join it.',
  fix: () => ({ finalNewline: true }),
  examples: {
    pass: ['# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\n'],
    fail: [
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1',
      '# Netscape HTTP Cookie File',
    ],
  },
};
