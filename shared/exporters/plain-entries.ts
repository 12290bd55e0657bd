import { bareHost } from '../rules/reading/domain-field.ts';
import type { RawEntry } from '../table/entry-reader.ts';

const BOOLEAN = /^(?:TRUE|FALSE)$/;

/** Is every column of the entry as a careful program writes it? */
export function isCanonicalEntry({ flag, path, secure, expiry, name }: RawEntry): boolean {
  return (
    BOOLEAN.test(flag) &&
    BOOLEAN.test(secure) &&
    path.startsWith('/') &&
    /^[0-9]+$/.test(expiry) &&
    name !== ''
  );
}

/** Do the entries of each domain stand together, of one of several domains more than one? A single domain says nothing. */
export function standsByDomain(entries: readonly RawEntry[]): boolean {
  const seen = new Set<string>();
  let last = '';
  let together = 0;
  for (const { domain } of entries) {
    const host = bareHost(domain);
    if (host === last) together++;
    else if (seen.has(host)) return false;
    seen.add(host);
    last = host;
  }
  return seen.size > 1 && together > 1;
}
