import type { ByteString } from '../../cookie/byte-string.ts';
import { pathMatches } from '../../cookie/path-matches.ts';

/** Members by a key of theirs, in the order in which they came. */
export function grouping<Member>(
  members: readonly Member[],
  keyOf: (member: Member) => string,
): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
}

/** The path as clients compare it: an empty one is `/`. */
export function comparedPath(path: ByteString): ByteString {
  return path === '' ? '/' : path;
}

/** Do two paths differ by nothing but one slash at the end? */
export function areSlashTwins(one: ByteString, other: ByteString): boolean {
  return one !== other && (one === `${other}/` || other === `${one}/`);
}

/**
 * Visits each of these paths that lies below another, with the nearest path above it that is more than a slash apart,
 * and with all above it that are on the way (the widest first). Sorting brings a path behind those above it, so the cost is that of the sort.
 */
export function visitNested(
  paths: Iterable<ByteString>,
  visit: (path: ByteString, above: readonly ByteString[]) => void,
): void {
  // With the slash below every other byte, all that lies below a path stands directly behind it.
  const key = (path: ByteString): string => path.replaceAll('/', '\0');
  const sorted = [...paths].sort((one, other) => (key(one) < key(other) ? -1 : 1));
  const above: ByteString[] = [];
  for (const path of sorted) {
    for (let top = above.at(-1); top !== undefined && !pathMatches(path, top); top = above.at(-1))
      above.pop();
    if (above.length > 0) visit(path, above);
    above.push(path);
  }
}
