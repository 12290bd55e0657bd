import { grouped } from './reading/words.ts';
import type { DocumentRule } from './rule.ts';

export const lineWrapped: DocumentRule = {
  id: 'line-wrapped',
  scope: 'document',
  severity: 'error',
  field: 'document',
  title: 'Lines are broken in two',
  rationale:
    'Terminals, mail programs and web forms break long lines, and what is left of a cookie is then dropped by curl, wget and aria2 and makes Python refuse the file.',
  source: 'curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11',
  linesOnly: true,
  check: ({ wrappedLine }) => (wrappedLine === undefined ? undefined : { line: wrappedLine }),
  message: (data) => {
    const line = Number(data['line']);
    return `Line ${grouped(line)} goes on in line ${grouped(line + 1)}: put together they are a cookie, and apart no client reads them.`;
  },
  fix: () => ({ joinLines: 'columns' }),
  examples: {
    pass: [
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→1\nleft over\n',
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/\nwww.example.com→FALSE→/→FALSE→0→a→1\n',
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→a→\nleft\n',
    ],
    fail: [
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→1820000000→sid\nabc123\n',
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FA\nLSE→1820000000→sid→abc123\nwww.example.com→FALSE→/→FALSE→0→a→1\n',
      '# Netscape HTTP Cookie File\nwww.example.com→FALSE→\n/→TRUE→18200\n00000→sid→abc123\n',
    ],
  },
};
