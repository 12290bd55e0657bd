import type { ByteString } from '../../cookie/byte-string.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import { canonicalExpiry } from '../canonical-line.ts';
import { expiryTimeOf } from '../json/cookie-fields.ts';

/** Address, name, value, expiry, domain, path, flags, version, comment, ports, address of the comment. */
const CELLS = 11;

/** w3m sends the cookie at all; the rest says what a cookie says. */
const USED = 1;
const Flag = { secure: 2, domain: 4, path: 8, session: 16 } as const;

const SESSION = '-1';

/** The cookie of a line. Its path is empty where that of the page that set it is `/`. */
export function readW3mEntry(line: ByteString): Cookie | UnparsedReason {
  const cells = line.split('\t');
  const [, name = '', value = '', expiry = '', domain = '', path = '', flags = ''] = cells;
  if (cells.length !== CELLS) return 'cells-differ';
  if (!/^-?\d+$/.test(expiry) || !/^\d+$/.test(flags)) return 'field-wrong-type';
  if (/^\.*$/.test(domain)) return 'no-domain';
  const isSession = expiry === SESSION || (Number(flags) & Flag.session) !== 0;
  return {
    name,
    value,
    domain: domain.replace(/^\./, ''),
    hostOnly: !domain.startsWith('.'),
    path: path === '' ? '/' : path,
    secureOnly: (Number(flags) & Flag.secure) !== 0,
    httpOnly: false,
    ...(!isSession && { expiryTime: expiryTimeOf(Number(expiry)) }),
  };
}

/** The line of a cookie, as if its host had set it. */
export function w3mLine(cookie: Cookie): ByteString {
  const scheme = cookie.secureOnly ? 'https' : 'http';
  const address = `${scheme}://${bareDomain(cookie)}/`;
  return [address, ...ownCells(cookie), String(USED | Flag.path | ownFlags(cookie)), '0', '', '', ''].join(
    '\t',
  );
}

/** A line in which only what the cookie says otherwise now is written anew. */
export function editedW3mLine(line: ByteString, was: Cookie, is: Cookie): ByteString {
  const [address = '', ...cells] = line.split('\t');
  const before = ownCells(was);
  const edited = ownCells(is).map((cell, at) => (cell === before[at] ? (cells[at] ?? '') : cell));
  const [flags = '', ...others] = cells.slice(edited.length);
  const changed = ownFlags(was) ^ ownFlags(is);
  const newFlags = changed === 0 ? flags : String((Number(flags) & ~changed) | (ownFlags(is) & changed));
  return [address, ...edited, newFlags, ...others].join('\t');
}

function bareDomain({ domain }: Cookie): ByteString {
  return domain.replace(/^\.+/, '');
}

/** Name, value, expiry, domain, path. */
function ownCells(cookie: Cookie): readonly ByteString[] {
  const { name, value, expiryTime, hostOnly, path } = cookie;
  const expiry = expiryTime === undefined ? SESSION : canonicalExpiry(expiryTime);
  return [name, value, expiry, `${hostOnly ? '' : '.'}${bareDomain(cookie)}`, path === '' ? '/' : path];
}

function ownFlags({ secureOnly, hostOnly, expiryTime }: Cookie): number {
  const flag = (set: boolean, bit: number): number => (set ? bit : 0);
  return (
    flag(secureOnly, Flag.secure) |
    flag(!hostOnly, Flag.domain) |
    flag(expiryTime === undefined, Flag.session)
  );
}
