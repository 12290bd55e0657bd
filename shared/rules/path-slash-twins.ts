import type { GroupMember, GroupRule } from './rule.ts';
import { grouping } from './reading/nested-paths.ts';

export const pathSlashTwins: GroupRule = {
  id: 'path-slash-twins',
  scope: 'group',
  severity: 'warning',
  field: 'path',
  title: 'One name with and without a slash at the end of the path',
  rationale: 'Browsers keep two cookies, but curl takes both paths for the same and keeps the last.',
  source: 'F122; Chromium 156, Firefox ESR 153, curl 7.88.1 to 8.21.0',
  check: (members, mark) => {
    if (!members.some(({ path }) => path.length > 1 && path.endsWith('/'))) return;
    const key = (member: GroupMember): string =>
      `${member.hostOnly} ${member.name.length} ${member.name}${member.path.replace(/(?!^)\/$/, '')}`;
    for (const same of grouping(members, key).values()) {
      if (same.some((member) => member.path !== same[0]?.path)) same.forEach(mark);
    }
  },
  message: () =>
    'The same cookie is there with a slash at the end of its path and without: browsers send both, curl keeps the later line.',
  examples: {
    pass: [
      'domain.com→FALSE→/dir→FALSE→1820000000→foo→1\ndomain.com→FALSE→/dir/sub→FALSE→1820000000→foo→2',
      'domain.com→FALSE→/dir→FALSE→1820000000→foo→1\n.domain.com→TRUE→/dir/→FALSE→1820000000→foo→2',
    ],
    fail: ['domain.com→FALSE→/tmp→FALSE→1820000000→foo→1\ndomain.com→FALSE→/tmp/→FALSE→1820000000→foo→2'],
  },
};
