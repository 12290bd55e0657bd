import { word } from './reading/words.ts';
import type { DocumentRule } from './rule.ts';

const GROUP_AND_OTHERS = 0o077;

export const fileReadableByOthers: DocumentRule = {
  id: 'file-readable-by-others',
  scope: 'document',
  severity: 'warning',
  field: 'document',
  title: 'Other users can read the file',
  rationale:
    'Whoever reads a cookie file can sign in as its owner, and curl, wget, aria2 and yt-dlp create theirs readable by everybody.',
  source: 'F5; modes of new files measured with curl, wget 1.21.3, aria2 1.36, yt-dlp and Python 3.11',
  check: ({ mode }) =>
    mode !== undefined && (mode & GROUP_AND_OTHERS) !== 0
      ? { mode: (mode & 0o777).toString(8).padStart(4, '0') }
      : undefined,
  message: (data) =>
    `The file has mode ${word(data, 'mode')}, so other users of this computer can open it; 0600 keeps it to its owner.`,
  fix: () => ({ mode: 0o600 }),
  examples: {
    pass: [
      { file: '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→0→a→1\n', mode: 0o600 },
      '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→0→a→1\n',
    ],
    fail: [
      { file: '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→0→a→1\n', mode: 0o644 },
      { file: '# Netscape HTTP Cookie File\n', mode: 0o640 },
    ],
  },
};
