import type { Probe } from '../format.ts';
import { makeCookies } from './columns.ts';
import { devtoolsColumns } from './devtools-columns.ts';
import { tableHead } from './table-head.ts';

/** Is it a table of cookies whose columns are known? */
export function isTable({ head }: Probe): boolean {
  return devtoolsColumns(head) !== undefined || makeCookies(tableHead(head)?.columns ?? []);
}
