import { limitsOf } from '../cookie/limits.ts';
import { counted } from './reading/words.ts';
import type { CommentRule } from './rule.ts';

const LONGEST = limitsOf('curl').line?.count ?? Infinity;

export const commentTooLongForCurl: CommentRule = {
  id: 'comment-too-long-for-curl',
  scope: 'comment',
  severity: 'error',
  field: 'line',
  title: 'A comment too long for curl',
  rationale:
    'curl reads lines of up to 4,998 bytes, comments included, and from 8.7 on a longer one costs the rest of the file.',
  source: 'curl 8.7.0 to 8.21.0',
  linesOnly: true,
  check: (entry, row) => entry.line(row).length > LONGEST,
  explain: (entry, row) => ({ bytes: entry.line(row).length }),
  message: (data) =>
    `The comment has ${counted(data, 'bytes', 'byte')}: curl 8.7 to 8.17 lose every line behind it, curl 8.18 and later end with exit code 100.`,
  examples: {
    pass: ['# a short comment', `#${'x'.repeat(4997)}`],
    fail: [`#${'x'.repeat(4998)}`, `# ${'long '.repeat(1200)}`],
  },
};
