import { spaced } from './reading/example-lines.ts';
import { word } from './reading/words.ts';
import type { DocumentRule } from './rule.ts';

export const encodingUtf16: DocumentRule = {
  id: 'encoding-utf-16',
  scope: 'document',
  severity: 'error',
  field: 'document',
  title: 'File is in UTF-16',
  rationale:
    'Redirecting output in Windows PowerShell writes two bytes a character, which no client reads as cookies.',
  source: 'curl, wget, aria2, Python 3.11, yt-dlp, Perl HTTP::Cookies 6.10',
  check: ({ encoding, formatId }) =>
    encoding === 'utf-8'
      ? undefined
      : { encoding: encoding.toUpperCase(), ...(formatId !== 'netscape' && { structured: true }) },
  message: (data) =>
    data['structured'] === true
      ? `The file is in ${word(data, 'encoding')}: JSON is UTF-8 by its standard, and most programs read no other.`
      : `The file is in ${word(data, 'encoding')}: curl, wget and aria2 find no cookie in it, Python, yt-dlp and Perl refuse it.`,
  fix: () => ({ encoding: 'utf-8', byteOrderMark: false }),
  examples: {
    pass: ['# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→ž\n'],
    fail: [
      `‹FF›‹FE›${spaced('# Netscape HTTP Cookie File\na.example.com→FALSE→/→TRUE→0→a→1\n')}‹00›`,
      `‹FE›‹FF›‹00›${spaced('# Netscape HTTP Cookie File\na.example.com→FALSE→/→TRUE→0→a→1\n')}`,
    ],
  },
};
