import type { GroupMember, GroupRule } from './rule.ts';
import { comparedPath, grouping } from './reading/nested-paths.ts';

export const domainTwins: GroupRule = {
  id: 'domain-twins',
  scope: 'group',
  severity: 'warning',
  field: 'domain',
  title: 'One name for the host and for the domain',
  rationale:
    'With the dot and without it are two cookies to browsers, curl and Python, but one to wget and aria2, which keep the last.',
  source: 'F121; Chromium 156, Firefox ESR 153, curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36',
  check: (members, mark) => {
    const [first] = members;
    if (members.every(({ hostOnly }) => hostOnly === first?.hostOnly)) return;
    const key = (member: GroupMember): string =>
      `${member.name.length} ${member.name}${comparedPath(member.path)}`;
    for (const same of grouping(members, key).values()) {
      if (same.some((member) => member.hostOnly) && same.some((member) => !member.hostOnly))
        same.forEach(mark);
    }
  },
  explain:
    () =>
    ({ hostOnly }) => ({ hostOnly }),
  message: (data) =>
    data['hostOnly'] === true
      ? 'The same cookie is there for the domain with its subdomains too: browsers and curl send both, wget and aria2 keep the later line.'
      : 'The same cookie is there for the host alone too: browsers and curl send both, wget and aria2 keep the later line.',
  examples: {
    pass: [
      'domain.com→FALSE→/→FALSE→1820000000→foo→h\n.domain.com→TRUE→/dir→FALSE→1820000000→foo→d',
      'domain.com→FALSE→/→FALSE→1820000000→foo→h\n.domain.com→TRUE→/→FALSE→1820000000→bar→d',
    ],
    fail: ['domain.com→FALSE→/→FALSE→1820000000→foo→h\n.domain.com→TRUE→/→FALSE→1820000000→foo→d'],
  },
};
