import { grouped } from './reading/words.ts';
import type { DocumentRule } from './rule.ts';

export const valueWrapped: DocumentRule = {
  id: 'value-wrapped',
  scope: 'document',
  severity: 'error',
  field: 'document',
  title: 'A value seems to go on in the next line',
  rationale:
    'Where a long value was broken at the edge of a window its beginning still looks like a whole cookie, which the server will not know.',
  source: 'curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11',
  linesOnly: true,
  fixNeedsChoice: true,
  check: ({ wrappedValueLine }) => (wrappedValueLine === undefined ? undefined : { line: wrappedValueLine }),
  message: (data) => {
    const line = Number(data['line']);
    return `Behind the cookie in line ${grouped(line)} stands a line of one word: it is most likely the rest of its value, which clients would send cut off.`;
  },
  fix: () => ({ joinLines: 'values' }),
  examples: {
    pass: [
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\nleft over\n',
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\nCookie:a=1\n',
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→\nword\n',
    ],
    fail: [
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→sid→abc\n123\n',
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→sid→abc\n123\n456\nwww.example.com→FALSE→/→FALSE→0→a→1\n',
    ],
  },
};
