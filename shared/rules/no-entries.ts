import type { DocumentRule } from './rule.ts';

export const noEntries: DocumentRule = {
  id: 'no-entries',
  scope: 'document',
  severity: 'hint',
  field: 'document',
  title: 'No cookie in the file',
  rationale:
    'An export that gives nothing but its header mostly means that the browser was signed out, locked its store, or kept the cookies in another profile.',
  source: 'F63; yt-dlp issue 13130',
  check: ({ entries, unparsed }) => (entries === 0 && unparsed === 0 ? {} : undefined),
  message: () => 'The file holds no cookie at all.',
  examples: {
    pass: [
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→0→a→1\n',
      '# Netscape HTTP Cookie File\nnot a cookie line\n',
    ],
    fail: ['# Netscape HTTP Cookie File\n', '# HTTP Cookie File\n# nothing here yet\n\n'],
  },
};
