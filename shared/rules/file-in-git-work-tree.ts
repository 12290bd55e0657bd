import type { DocumentRule } from './rule.ts';

const FILE = '# Netscape HTTP Cookie File\n.example.com→TRUE→/→FALSE→0→a→1\n';

export const fileInGitWorkTree: DocumentRule = {
  id: 'file-in-git-work-tree',
  scope: 'document',
  severity: 'warning',
  field: 'document',
  title: 'The file can end up in git',
  rationale:
    'One "git add" puts a cookie file into the history of a repository, from where it is pushed to others and hard to take back.',
  source: 'gitignore(5); logins found in public repositories',
  fixNeedsChoice: true,
  check: ({ git }) => (git === undefined ? undefined : { tracked: git === 'tracked' }),
  message: (data) =>
    data['tracked'] === true
      ? 'The file is tracked by git: whoever has the repository has these logins; sign out of the sites, then "git rm --cached" it.'
      : 'The file lies in a git work tree, and no ignore rule keeps it from being committed.',
  fix: ({ git }) => (git === 'open' ? { ignoreInGit: true } : undefined),
  examples: {
    pass: [FILE],
    fail: [
      { file: FILE, git: 'open' },
      { file: FILE, git: 'tracked' },
    ],
  },
};
