import type { ByteString, ByteStrings } from '../../cookie/byte-string.ts';
import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import { BinaryPart } from '../binary/binary-part.ts';
import { expiryTimeOf } from '../json/cookie-fields.ts';
import type { UnparsedReason } from '../../table/columns.ts';

/** A cookie of a page or why it is none, and where in the page it stands. */
export interface PageEntry {
  readonly place: string;
  readonly entry: Cookie | UnparsedReason;
}

/** What a page begins with, in the order in which its numbers are written. */
const PAGE = 0x00010000;
/** Where a page has the places of its records. */
const PLACES = 8;
/** Where a record begins at the earliest to be read at all: its numbers take so much. */
const LEAST = 56;

const SECURE = 1;
const HTTP_ONLY = 4;

/** 2001-01-01, from which macOS counts seconds, in seconds after 1970. */
const EPOCH = 978_307_200;

/** The same, with how much of the page is read. */
interface ReadEntry extends PageEntry {
  readonly read: number;
}

/** The cookies of a page, as much of it as there is: of one that is cut off, those that are whole. */
export function* readPage(bytes: Uint8Array, strings: ByteStrings): Generator<ReadEntry, void> {
  const page = new BinaryPart(bytes, 'little-endian');
  const count = page.uint32(4);
  if (page.uint32(0) !== PAGE || count === undefined) {
    return yield { read: page.size, place: 'all of it', entry: 'damaged' };
  }
  const seen = new Set<number>();
  let taken = 0;
  for (let number = 1; number <= count; number++) {
    const at = page.uint32(PLACES + 4 * (number - 1));
    const size = at === undefined ? undefined : page.uint32(at);
    const isWhole = at !== undefined && size !== undefined && size >= LEAST && at >= PLACES + 4 * count;
    const record = isWhole && !seen.has(at) ? page.bytes(at, at + size) : undefined;
    taken += record?.length ?? 0;
    // Records that lie in one another would be read again and again.
    if (at === undefined || taken > page.size) {
      return yield { read: page.size, place: `cookies ${number} to ${count}`, entry: 'damaged' };
    }
    seen.add(at);
    const entry = record === undefined ? 'damaged' : cookieOf(record, strings);
    yield { read: 4 * number + taken, place: `cookie ${number}`, entry };
  }
}

function cookieOf(bytes: Uint8Array, strings: ByteStrings): Cookie | UnparsedReason {
  const record = new BinaryPart(bytes, 'little-endian');
  const text = (field: number): ByteString | undefined =>
    record.textUntilNul(record.uint32(field) ?? record.size, strings);
  const flags = record.uint32(8) ?? 0;
  const host = text(16);
  const name = text(20);
  const path = text(24);
  const value = text(28);
  const expiryTime = secondsOf(record.float64(40));
  const creationTime = secondsOf(record.float64(48));
  if (host === undefined || name === undefined || path === undefined || value === undefined) return 'damaged';
  if (expiryTime === undefined) return 'damaged';
  if (/^\.*$/.test(host)) return 'no-domain';
  return {
    name,
    value,
    domain: host.replace(/^\./, ''),
    hostOnly: !host.startsWith('.'),
    path,
    secureOnly: (flags & SECURE) !== 0,
    httpOnly: (flags & HTTP_ONLY) !== 0,
    expiryTime: expiryTimeOf(expiryTime),
    ...(creationTime !== undefined && { extras: { creationTime: Math.floor(creationTime) } }),
  };
}

function secondsOf(seconds: number | undefined): EpochSeconds | undefined {
  return seconds === undefined || !Number.isFinite(seconds) ? undefined : seconds + EPOCH;
}
