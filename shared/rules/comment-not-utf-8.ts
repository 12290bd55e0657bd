import { decodeUtf8 } from '../cookie/byte-string.ts';
import type { CommentRule } from './rule.ts';

export const commentNotUtf8: CommentRule = {
  id: 'comment-not-utf-8',
  scope: 'comment',
  severity: 'error',
  field: 'line',
  title: 'A comment that is not UTF-8',
  rationale:
    'Python and yt-dlp decode the whole file at once, so one wrong byte in a comment has them refuse it.',
  source: 'F66, F145; Python 3.11, yt-dlp',
  linesOnly: true,
  check: (entry, row) => decodeUtf8(entry.line(row)) === undefined,
  message: () =>
    'The comment has bytes that are not UTF-8: Python and yt-dlp refuse the whole file, curl and wget do not mind.',
  examples: {
    pass: ['# Žemė', '# plain'],
    fail: ['# caf‹E9›', '# Do not edit.‹A0› ‹FF›'],
  },
};
