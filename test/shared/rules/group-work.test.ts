import { expect, test } from 'vitest';
import { RULES } from '#shared/rules/registry.ts';
import type { GroupMember, GroupRule } from '#shared/rules/rule.ts';

const groupRules = RULES.filter((rule): rule is GroupRule => rule.scope === 'group');

/** How often a rule reads a field of the members of a group of this size, to judge it and to explain it. */
function readsOf(rule: GroupRule, size: number): number {
  let reads = 0;
  const members = Array.from({ length: size }, (_, row): GroupMember => {
    const member = {
      row,
      at: row,
      position: row,
      hostOnly: row % 2 === 0,
      canonicalHost: 0,
      name: row % 3 === 0 ? 'SID' : 'sid',
      shownName: row % 3 === 0 ? 'SID' : 'sid',
      path: `/${'x/'.repeat(row % 40)}${row % 7 === 0 ? '' : row}`,
    };
    return new Proxy(member, {
      get(target, key: keyof GroupMember) {
        reads++;
        return target[key];
      },
    });
  });
  const found: GroupMember[] = [];
  rule.check(members, (member) => found.push(member));
  const explain = rule.explain?.(members);
  for (const member of found) explain?.(member);
  return reads;
}

test.each(groupRules.map((rule) => [rule.id, rule] as const))(
  'the work of %s grows with the members of a group, not with their square',
  (_id, rule) => {
    const [small, large] = [readsOf(rule, 500), readsOf(rule, 4000)];
    expect(small).toBeGreaterThan(0);
    // Eight times the members; sorting them adds a little more than eight times the work.
    expect(large / small).toBeLessThan(13);
  },
);
