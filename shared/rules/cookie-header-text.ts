import { isHeaderText } from './reading/short-line.ts';
import { counted } from './reading/words.ts';
import type { UnparsedRule } from './rule.ts';

export const cookieHeaderText: UnparsedRule = {
  id: 'cookie-header-text',
  scope: 'unparsed',
  severity: 'error',
  field: 'line',
  title: 'The text of a Cookie header',
  rationale:
    'Names and values alone, as developer tools show and copy them, do not say which site they are for, so that no client can use them from a file.',
  source: 'curl issues 666 and 2066; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11, yt-dlp',
  linesOnly: true,
  check: (reason, entry, row) => reason === 'too-few-fields' && isHeaderText(entry.line(row)),
  explain: (entry, row) => ({
    cookies: entry
      .line(row)
      .split(';')
      .filter((pair) => pair.includes('=')).length,
  }),
  message: (data) =>
    `This is the text of a Cookie header with ${counted(data, 'cookies', 'cookie')}: no client reads it in a cookie file, and which site it is for is not said.`,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→b=c; d=e', 'a note = of mine; nothing else', 'lonely=1'],
    fail: ['sid=abc; theme=dark', 'a=1; b=2; c=3;', 'sid=abc;'],
  },
};
