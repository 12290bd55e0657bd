import type { Cookie } from '../cookie/cookie.ts';
import { Flag } from '../table/columns.ts';
import type { Table } from '../table/table.ts';

/** The cookie as a structured source states it: a host-only one keeps the full stop in front of its domain that contradicts it. */
export function statedCookie(table: Table, row: number): Cookie {
  const cookie = table.cookie(row);
  const contradicts = cookie.hostOnly && ((table.columns.flags[row] ?? 0) & Flag.dot) !== 0;
  return contradicts ? { ...cookie, domain: `.${cookie.domain}` } : cookie;
}
