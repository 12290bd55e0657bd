import type { GroupMember, GroupRule } from './rule.ts';
import { comparedPath, grouping } from './reading/nested-paths.ts';
import { cut, word } from './reading/words.ts';

const sameButName = (members: readonly GroupMember[]): readonly (readonly GroupMember[])[] =>
  [...grouping(members, placeOf).values()].filter((same) =>
    same.some((member) => member.name !== same[0]?.name),
  );

/** What two members share that differ in their names alone. */
function placeOf({ hostOnly, path }: GroupMember): string {
  return `${hostOnly} ${comparedPath(path)}`;
}

/** Answers, for some members, with one among them that has another name. */
function otherThan(members: readonly GroupMember[]): (member: GroupMember) => GroupMember | undefined {
  const [first] = members;
  const second = members.find(({ name }) => name !== first?.name);
  return ({ name }) => (name === first?.name ? second : first);
}

export const namesDifferOnlyInCase: GroupRule = {
  id: 'names-differ-only-in-case',
  scope: 'group',
  severity: 'warning',
  field: 'name',
  title: 'Another name differs only in case',
  rationale:
    'Names were once said to be the same in any case, and curl to 8.11.0 keeps only the last of two such cookies.',
  source: 'F25; curl before and after 8.11.1, wget 1.21.3, Chromium 156, Firefox ESR 153',
  check: (members, mark) => {
    const [first] = members;
    if (members.every(({ name }) => name === first?.name)) return;
    for (const same of sameButName(members)) same.forEach(mark);
  },
  explain: (members) => {
    const others = new Map(
      sameButName(members).flatMap((same) =>
        same.slice(0, 1).map((first) => [placeOf(first), otherThan(same)]),
      ),
    );
    return (member) => ({
      name: cut(member.shownName),
      other: cut(others.get(placeOf(member))?.(member)?.shownName ?? ''),
    });
  },
  message: (data) =>
    `"${word(data, 'name')}" and "${word(data, 'other')}" differ only in case: curl to 8.11.0 keeps the later one, all others send both.`,
  examples: {
    pass: [
      '.example.com→TRUE→/→FALSE→1820000000→FOO→1\n.example.com→TRUE→/x→FALSE→1820000000→foo→2',
      '.example.com→TRUE→/→FALSE→1820000000→foo→1\n.example.com→TRUE→/→FALSE→1820000000→foo→2',
    ],
    fail: ['.example.com→TRUE→/→FALSE→1820000000→FOO→1\n.example.com→TRUE→/→FALSE→1820000000→foo→2'],
  },
};
