import type { ByteString } from '../cookie/byte-string.ts';
import { shownPath } from '../cookie/shown-text.ts';
import type { GroupMember, GroupRule } from './rule.ts';
import { comparedPath, grouping, visitNested } from './reading/nested-paths.ts';
import { cut, word } from './reading/words.ts';

/** Which scopes a path has entries of: bit 1 for host-only, bit 2 for the domain. */
function scopesByPath(members: readonly GroupMember[]): ReadonlyMap<ByteString, number> {
  const scopes = new Map<ByteString, number>();
  for (const member of members) {
    const path = comparedPath(member.path);
    scopes.set(path, (scopes.get(path) ?? 0) | (member.hostOnly ? 1 : 2));
  }
  return scopes;
}

/** For each path the nearest wider one that has an entry of the other scope: `1 /path` for host-only entries. */
function crossings(members: readonly GroupMember[]): ReadonlyMap<string, ByteString> {
  const scopes = scopesByPath(members);
  const wider = new Map<string, ByteString>();
  // All entries of one scope can cross none of the other.
  if (new Set(scopes.values()).size === 1 && scopes.values().next().value !== 3) return wider;
  visitNested(scopes.keys(), (path, above) => {
    for (const scope of [1, 2]) {
      const crossed = above.findLast((candidate) => ((scopes.get(candidate) ?? 0) & ~scope) !== 0);
      if (crossed !== undefined) wider.set(`${scope} ${path}`, crossed);
    }
  });
  return wider;
}

const byName = (members: readonly GroupMember[]): ReadonlyMap<ByteString, readonly GroupMember[]> =>
  grouping(members, ({ name }) => name);
const keyOf = (member: GroupMember): string => `${member.hostOnly ? 1 : 2} ${comparedPath(member.path)}`;

export const nameSentTwice: GroupRule = {
  id: 'name-sent-twice',
  scope: 'group',
  severity: 'info',
  field: 'name',
  title: 'One request carries the name twice',
  rationale:
    'A cookie of the host and one of the domain go into the same request when their paths lie on one way, and servers mostly read the first.',
  source: 'F124; RFC 6265bis §5.8.3; Chromium 156, Firefox ESR 153, curl 7.88.1 to 8.21.0',
  check: (members, mark) => {
    for (const same of byName(members).values()) {
      const wider = crossings(same);
      for (const member of same) if (wider.has(keyOf(member))) mark(member);
    }
  },
  explain: (members) => {
    const wider = new Map([...byName(members)].map(([name, same]) => [name, crossings(same)]));
    return (member) => ({
      name: cut(member.shownName),
      path: cut(shownPath(comparedPath(member.path))),
      wider: cut(shownPath(wider.get(member.name)?.get(keyOf(member)) ?? '')),
      hostOnly: member.hostOnly,
    });
  },
  message: (data) =>
    `Requests to "${word(data, 'path')}" carry "${word(data, 'name')}" twice: another one is there for the ${data['hostOnly'] === true ? 'domain' : 'host alone'} with the path "${word(data, 'wider')}".`,
  examples: {
    pass: [
      'domain.com→FALSE→/→FALSE→1820000000→foo→1\n.domain.com→TRUE→/→FALSE→1820000000→foo→2',
      'domain.com→FALSE→/a→FALSE→1820000000→foo→1\n.domain.com→TRUE→/b→FALSE→1820000000→foo→2',
      'domain.com→FALSE→/a→FALSE→1820000000→foo→1\ndomain.com→FALSE→/→FALSE→1820000000→foo→2',
    ],
    fail: [
      'domain.com→FALSE→/→FALSE→1820000000→foo→1\n.domain.com→TRUE→/dir→FALSE→1820000000→foo→2',
      'domain.com→FALSE→/dir→FALSE→0→foo→1\n.domain.com→TRUE→/→FALSE→0→foo→2',
    ],
  },
};
