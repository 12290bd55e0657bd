import type { GroupMember, GroupRule } from './rule.ts';
import { comparedPath, grouping } from './reading/nested-paths.ts';
import { grouped, word } from './reading/words.ts';

/** The members of each cookie that is there more than once; the last of them is the one that clients keep. */
function repeated(members: readonly GroupMember[]): readonly (readonly GroupMember[])[] {
  return [...grouping(members, cookieOf).values()].filter((same) => same.length > 1);
}

function cookieOf({ hostOnly, name, path }: GroupMember): string {
  return `${hostOnly} ${name.length} ${name}${comparedPath(path)}`;
}

export const duplicateIdentity: GroupRule = {
  id: 'duplicate-identity',
  scope: 'group',
  severity: 'warning',
  field: 'line',
  title: 'Overruled by a later line',
  rationale:
    'Name, domain, host-only flag and path make one cookie, and of several lines for it clients keep the last.',
  source: 'F46, F123; RFC 6265bis §5.7; curl 7.88.1 to 8.21.0, wget 1.21.3, Python 3.11',
  check: (members, mark) => {
    for (const same of repeated(members)) same.slice(0, -1).forEach(mark);
  },
  explain: (members) => {
    const kept = new Map<string, { line: number; times: number }>();
    for (const member of members) {
      const cookie = cookieOf(member);
      kept.set(cookie, { line: member.position + 1, times: (kept.get(cookie)?.times ?? 0) + 1 });
    }
    return (member) => ({ line: 1, times: 0, ...kept.get(cookieOf(member)) });
  },
  message: (data) =>
    `Line ${grouped(Number(word(data, 'line')))} sets the same cookie again: curl, wget and Python keep that one.`,
  fix: (members) =>
    repeated(members).flatMap((same) =>
      same.slice(0, -1).map((member) => ({ row: member.row, patch: 'remove' as const })),
    ),
  fixNeedsChoice: true,
  examples: {
    pass: [
      'domain.com→FALSE→/dir→FALSE→1820000000→foo→1\ndomain.com→FALSE→/dir/→FALSE→1820000000→foo→2',
      'domain.com→FALSE→/dir→FALSE→1820000000→foo→1\n.domain.com→TRUE→/dir→FALSE→1820000000→foo→2',
      'domain.com→FALSE→/dir→FALSE→1820000000→foo→1\ndomain.com→FALSE→/dir→FALSE→1820000000→"foo"→2',
    ],
    fail: [
      'domain.com→FALSE→/dir→FALSE→1820000000→foo→1\ndomain.com→FALSE→/dir→FALSE→1820000000→foo→2',
      '.example.com→TRUE→/→FALSE→0→a→1\n.other.com→TRUE→/→FALSE→0→a→1\n.Example.com→TRUE→/→FALSE→0→a→2',
    ],
  },
};
