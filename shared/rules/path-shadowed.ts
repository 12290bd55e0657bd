import type { ByteString } from '../cookie/byte-string.ts';
import { shownPath } from '../cookie/shown-text.ts';
import type { GroupMember, GroupRule } from './rule.ts';
import { areSlashTwins, comparedPath, grouping, visitNested } from './reading/nested-paths.ts';
import { cut, word } from './reading/words.ts';

const scopeOf = (member: GroupMember): string => `${member.hostOnly} ${member.name}`;
const byScope = (members: readonly GroupMember[]): ReadonlyMap<string, readonly GroupMember[]> =>
  grouping(members, scopeOf);

/** Each path below which another lies, with the first such path. */
function shadows(members: readonly GroupMember[]): ReadonlyMap<ByteString, ByteString> {
  const closer = new Map<ByteString, ByteString>();
  visitNested(new Set(members.map((member) => comparedPath(member.path))), (path, above) => {
    const wider = above.findLast((candidate) => !areSlashTwins(path, candidate));
    if (wider !== undefined && !closer.has(wider)) closer.set(wider, path);
  });
  return closer;
}

export const pathShadowed: GroupRule = {
  id: 'path-shadowed',
  scope: 'group',
  severity: 'info',
  field: 'path',
  title: 'A closer path comes first',
  rationale:
    'Netscape sent only the cookie with the closer path; today both are sent, the longer path first, and servers mostly read the first.',
  source: 'F41; RFC 6265bis §5.8.3; Chromium 156, Firefox ESR 153, curl 7.88.1 to 8.21.0',
  check: (members, mark) => {
    for (const same of byScope(members).values()) {
      const closer = shadows(same);
      for (const member of same) if (closer.has(comparedPath(member.path))) mark(member);
    }
  },
  explain: (members) => {
    const closer = new Map([...byScope(members)].map(([scope, same]) => [scope, shadows(same)]));
    return (member) => {
      const path = comparedPath(member.path);
      const below = closer.get(scopeOf(member))?.get(path) ?? '';
      return { path: cut(shownPath(path)), closer: cut(shownPath(below)) };
    };
  },
  message: (data) =>
    `On "${word(data, 'closer')}" the cookie of that path is sent before this one of "${word(data, 'path')}", and servers mostly read the first.`,
  examples: {
    pass: [
      'www.microsoft.com→FALSE→/jscript→FALSE→1820000000→foo→1\nwww.microsoft.com→FALSE→/jscript2→FALSE→1820000000→foo→2',
      '.example.com→TRUE→/→FALSE→1820000000→a→1\n.example.com→TRUE→/x→FALSE→1820000000→b→2',
      '.example.com→TRUE→/x→FALSE→1820000000→a→1\n.example.com→TRUE→/x/→FALSE→1820000000→a→2',
    ],
    fail: [
      'www.microsoft.com→FALSE→/→FALSE→1820000000→foo→root\nwww.microsoft.com→FALSE→/jscript→FALSE→1820000000→foo→js',
      '.example.com→TRUE→/a→FALSE→0→n→1\n.example.com→TRUE→/a-b→FALSE→0→n→2\n.example.com→TRUE→/a/b→FALSE→0→n→3',
    ],
  },
};
