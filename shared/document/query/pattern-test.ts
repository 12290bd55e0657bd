import { decodeUtf8, displayText } from '../../cookie/byte-string.ts';
import type { ByteString } from '../../cookie/byte-string.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { Pattern } from './pattern.ts';
import type { TextField } from './query.ts';
import type { CostedTest, RowTest } from './row-tests.ts';

/** Tests of this cost and more take so long that slices of them must be short. */
export const PATTERN_COST = 12;

/** Does a field match; without a field any that is searched, or the line where it is no entry? */
export function patternTest({ table }: CookieDocument, pattern: Pattern, field?: TextField): CostedTest {
  const { hosts, columns } = table;
  const { flags, host } = columns;
  const isEntry: RowTest = (row) => ((flags[row] ?? 0) & KIND_MASK) === Kind.entry;
  const inText = (bytes: ByteString): boolean => pattern.test(decodeUtf8(bytes) ?? bytes);
  const inHost = once(hosts.count, (at) => pattern.test(displayText(hosts.text(at))));
  const inDomain: RowTest = (row) => inHost(host[row] ?? 0);
  switch (field) {
    case 'domain':
      return { cost: 2, test: (row) => isEntry(row) && inDomain(row) };
    case 'site': {
      const inSite = once(hosts.siteCount, (at) => pattern.test(displayText(hosts.siteText(at))));
      return { cost: 2, test: (row) => isEntry(row) && inSite(hosts.site(host[row] ?? 0)) };
    }
    case 'name':
    case 'path':
    case 'value':
      return { cost: PATTERN_COST, test: (row) => isEntry(row) && inText(table.field(row, field)) };
    case undefined: {
      const inEntry: RowTest = (row) =>
        inDomain(row) ||
        inText(table.field(row, 'name')) ||
        inText(table.field(row, 'value')) ||
        inText(table.field(row, 'path'));
      const inLine: RowTest = (row) => inText(table.line(row));
      return { cost: PATTERN_COST, test: (row) => (isEntry(row) ? inEntry(row) : inLine(row)) };
    }
  }
}

/** An answer for each of so many things, found when it is first asked for. */
function once(count: number, find: (at: number) => boolean): (at: number) => boolean {
  const known = new Uint8Array(count);
  return (at) => {
    if (known[at] === 0) known[at] = find(at) ? 2 : 1;
    return known[at] === 2;
  };
}
