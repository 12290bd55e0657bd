import type { Params } from '#shared/api/api.ts';

type Column = NonNullable<Params<'columns.open'>['columns'][number]>;

/** What the window says when a person names the columns of a table. */
export const columnMessages = {
  title: (name: string) => `What do the columns of ${name} hold?`,
  text: 'The names above the columns do not tell. Nothing of the table is shown but what sort of text it holds: any column may be the values.',
  hasHeader: 'The first line has the names of the columns',
  column: 'Column',
  holds: 'Holds',
  is: 'Is',
  nth: (n: number) => `Column ${n}`,
  leftOut: 'Not used',
  preview: 'The first rows will be',
  noCookie: 'Not a cookie with these columns',
  needed: (missing: readonly string[]) => `Still to be named: ${missing.join(', ')}.`,
  rows: { name: 'Name', domain: 'Domain', path: 'Path', ends: 'Ends' },
  session: 'with the session',
  atATime: 'on a date',
  open: 'Open',
  names: {
    name: 'Name',
    value: 'Value',
    domain: 'Domain',
    hostOnly: 'Host only (yes or no)',
    path: 'Path',
    secureOnly: 'Secure (yes or no)',
    httpOnly: 'HttpOnly (yes or no)',
    expiryTime: 'Expiry',
    sameSite: 'SameSite',
    partitionKey: 'Partition (site)',
    storeId: 'Store or container',
    priority: 'Priority',
    sourceScheme: 'Scheme it was set over',
    sourcePort: 'Port it was set over',
    creationTime: 'Creation time',
    lastAccessTime: 'Time of last use',
    subdomains: 'Goes to subdomains (yes or no)',
    crossSite: 'Cross-site in its partition (yes or no)',
  } satisfies Record<Column, string>,
} as const;
