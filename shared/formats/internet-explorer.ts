import type { ByteString } from '../cookie/byte-string.ts';
import { type Cookie, type EpochSeconds, USUAL_ATTRIBUTES } from '../cookie/cookie.ts';
import { isIpAddress } from '../cookie/ip-address.ts';
import type { UnparsedReason } from '../table/columns.ts';
import type { ImportFormat } from './format.ts';
import { isInternetExplorer } from './internet-explorer/is-internet-explorer.ts';
import { expiryTimeOf } from './json/cookie-fields.ts';
import { importedLines, type LineReader, type ReadLines } from './records/imported-lines.ts';

/** Name, value, host and path, flags, expiry and creation in two halves each; then comes the asterisk. */
const LINES = 8;
/** Without an asterisk, so many lines are no cookie. */
const MOST_LINES = 64;
/** The first line that cannot be an asterisk itself. */
const HOST = 2;

const SECURE = 0x1;
const HTTP_ONLY = 0x2000;

/** 1601-01-01, from which Windows counts, in seconds before 1970, and what it counts. */
const EPOCH = 11_644_473_600;
const TICKS_A_SECOND = 1e7;

/**
 * `user@host[1].txt` of Internet Explorer up to 9: nine lines a cookie, the last one an asterisk. The file does not say whether there was a domain, and
 * Internet Explorer sends each cookie to subdomains too; so they are read.
 */
export const internetExplorer: ImportFormat = {
  kind: 'import',
  id: 'internet-explorer',
  name: 'Internet Explorer cookies',
  extensions: ['txt'],
  carries: [...USUAL_ATTRIBUTES, 'creationTime'],
  detect: isInternetExplorer,
  read: (bytes, sink, strings) => importedLines({ bytes, sink, strings }, new BlockReader()),
};

/** Gathers the lines of a cookie until its asterisk. */
class BlockReader implements LineReader {
  #block: ByteString[] = [];

  line(text: ByteString): ReadLines | undefined {
    this.#block.push(text);
    if (text === '*' && this.#block.length > HOST + 1) return this.#found(this.#block.slice(0, -1));
    return this.#block.length === MOST_LINES ? this.#found(this.#block) : undefined;
  }

  end(): ReadLines | undefined {
    return this.#block.every((line) => line === '') ? undefined : this.#found(this.#block);
  }

  #found(lines: readonly ByteString[]): ReadLines {
    const before = this.#block.length - 1;
    const isWhole = this.#block.length > lines.length;
    this.#block = [];
    return { text: lines.join(' '), entry: isWhole ? entryOf(lines) : 'damaged', before };
  }
}

function entryOf(lines: readonly ByteString[]): Cookie | UnparsedReason {
  const [name = '', value = '', address = '', ...numbers] = lines;
  if (lines.length !== LINES || !numbers.every((text) => /^\d+$/.test(text))) return 'damaged';
  const [flags = 0, expiryLow = 0, expiryHigh = 0, creationLow = 0, creationHigh = 0] = numbers.map(Number);
  const slash = address.indexOf('/');
  const domain = slash < 0 ? address : address.slice(0, slash);
  if (/^\.*$/.test(domain)) return 'no-domain';
  const expiryTime = secondsOf(expiryLow, expiryHigh);
  const creationTime = secondsOf(creationLow, creationHigh);
  return {
    name,
    value,
    domain: domain.replace(/^\./, ''),
    hostOnly: isIpAddress(domain),
    path: slash < 0 ? '/' : address.slice(slash),
    secureOnly: hasBit(flags, SECURE),
    httpOnly: hasBit(flags, HTTP_ONLY),
    ...(expiryTime !== undefined && { expiryTime: expiryTimeOf(expiryTime) }),
    ...(creationTime !== undefined && { extras: { creationTime } }),
  };
}

/** A number may have more bits than the operators for bits can take. */
function hasBit(flags: number, bit: number): boolean {
  return Math.floor(flags / bit) % 2 === 1;
}

/** Ticks since 1601 in two halves; 0 stands for none. */
function secondsOf(low: number, high: number): EpochSeconds | undefined {
  const ticks = high * 2 ** 32 + low;
  return ticks === 0 ? undefined : Math.floor(ticks / TICKS_A_SECOND) - EPOCH;
}
