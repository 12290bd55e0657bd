import { displayText, type ByteString } from '../../cookie/byte-string.ts';
import { parseIsoTime } from '../../cookie/parse-iso-time.ts';
import type { Columns } from './columns.ts';

/** Name, value, domain, path, expiry, size, HttpOnly, Secure, SameSite: what every version has. */
const FIRST: Columns = [
  'name',
  'value',
  'domain',
  'path',
  'expiryTime',
  undefined,
  'httpOnly',
  'secureOnly',
  'sameSite',
];
const NEWER: Columns = [...FIRST, 'partitionKey', 'crossSite', 'priority', 'sourceScheme', 'sourcePort'];
const OLDER: Columns = [...FIRST, 'priority'];

const TICK = /^(?:|true|\xe2\x9c\x93)$/;

/** The columns of a paste from the table of cookies in Chromium's developer tools, by its first line; nothing for another text. */
export function devtoolsColumns(head: ByteString): Columns | undefined {
  const line = /^(?:\xef\xbb\xbf)?([^\r\n]*)/.exec(head)?.[1] ?? '';
  const cells = line.split('\t');
  if (cells.length < FIRST.length || cells.length > NEWER.length) return undefined;
  const [name, value, , path, expiry = '', size, httpOnly = '', secure = '', sameSite = ''] = cells;
  const both = `${name}${value}`;
  const isSized = [both, displayText(both)].some(({ length }) => size === String(length));
  const isTimed = expiry === 'Session' || parseIsoTime(expiry) !== undefined;
  const isTicked = TICK.test(httpOnly) && TICK.test(secure) && /^(?:|None|Lax|Strict)$/.test(sameSite);
  if (!isSized || !isTimed || !isTicked || path?.startsWith('/') !== true) return undefined;
  return /^(?:Low|Medium|High)$/.test(cells[FIRST.length] ?? '') ? OLDER : NEWER;
}
