import { isBooleanWord } from './reading/booleans.ts';
import type { CommentRule } from './rule.ts';

export const cookieCommentedOut: CommentRule = {
  id: 'cookie-commented-out',
  scope: 'comment',
  severity: 'hint',
  field: 'line',
  title: 'A cookie that is commented out',
  rationale: 'No client reads the line, yet the value in it is as secret as any other.',
  source: 'F5; curl, wget, Python',
  linesOnly: true,
  check: (entry, row) => {
    const [mark = '', flag = '', , secure = '', expiry = '', ...rest] = entry.line(row).split('\t');
    return (
      rest.length >= 1 &&
      isBooleanWord(flag) &&
      isBooleanWord(secure) &&
      /^[0-9]*$/.test(expiry) &&
      !/^[ \t]*#[ \t]*http[-_ ]?only/i.test(mark)
    );
  },
  message: () => 'This comment holds a whole cookie, value included; clients skip it.',
  examples: {
    pass: ['# example.com', '#httponly_.example.com→TRUE→/→TRUE→1820000000→a→1'],
    fail: ['#.example.com→TRUE→/→TRUE→1820000000→a→1', '# example.com→FALSE→/→FALSE→0→a→1'],
  },
};
