import { bytesOf, type ByteString, type ByteStrings } from '../../cookie/byte-string.ts';
import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import { BinaryPart } from '../binary/binary-part.ts';
import { expiryTimeOf } from '../json/cookie-fields.ts';
import { taggedRecords, type TaggedRecord } from './tagged-records.ts';

/** What the records of a file are. */
const Tag = { domain: 0x01, path: 0x02, cookie: 0x03, endOfDomain: 0x84, endOfPath: 0x85 } as const;
/** What stands in them. */
const Field = {
  name: 0x10,
  value: 0x11,
  expiry: 0x12,
  lastUsed: 0x13,
  pathPart: 0x1d,
  domainPart: 0x1e,
  secure: 0x99,
  onlyToSource: 0x9b,
} as const;

/** More parts than any host or path has. */
const DEEPEST = 256;

/** Follows the records of a file, and knows for which host and path a cookie is by those that stand around it. */
export class OperaTree {
  readonly #strings: ByteStrings;
  /** From the root on; nothing for a part that is damaged. */
  readonly #domains: (ByteString | undefined)[] = [];
  readonly #paths: (ByteString | undefined)[] = [];

  constructor(strings: ByteStrings) {
    this.#strings = strings;
  }

  /** What a record is, where it is a cookie or should be one. */
  take({ tag, content }: TaggedRecord): Cookie | UnparsedReason | undefined {
    switch (tag) {
      case Tag.domain:
        // The end of the path `/` may be missing before a subdomain.
        this.#paths.length = 0;
        return this.#enter(this.#domains, content, Field.domainPart);
      case Tag.path:
        return this.#enter(this.#paths, content, Field.pathPart);
      case Tag.cookie:
        return this.#cookie(content);
      case Tag.endOfDomain:
        this.#paths.length = 0;
        this.#domains.pop();
        return undefined;
      case Tag.endOfPath:
        // Each domain has one more of these: the end of `/`.
        this.#paths.pop();
        return undefined;
      default:
        return undefined;
    }
  }

  #enter(parts: (ByteString | undefined)[], content: Uint8Array, tag: number): UnparsedReason | undefined {
    const part = this.#fields(content)?.get(tag);
    parts.push(part);
    return part === undefined ? 'damaged' : undefined;
  }

  #cookie(content: Uint8Array): Cookie | UnparsedReason {
    const fields = this.#fields(content);
    const name = fields?.get(Field.name);
    const value = fields?.get(Field.value);
    if (fields === undefined || name === undefined || value === undefined) return 'damaged';
    if (this.#domains.length > DEEPEST || this.#paths.length > DEEPEST) return 'field-too-long';
    if ([...this.#domains, ...this.#paths].includes(undefined)) return 'damaged';
    const domain = this.#domains.toReversed().join('.');
    if (/^\.*$/.test(domain)) return 'no-domain';
    const expiry = secondsOf(fields.get(Field.expiry));
    const lastAccessTime = secondsOf(fields.get(Field.lastUsed));
    return {
      name,
      value,
      domain,
      hostOnly: fields.has(Field.onlyToSource),
      path: `/${this.#paths.join('/')}`,
      secureOnly: fields.has(Field.secure),
      httpOnly: false,
      ...(expiry !== undefined && { expiryTime: expiryTimeOf(expiry) }),
      ...(lastAccessTime !== undefined && { extras: { lastAccessTime } }),
    };
  }

  /** What a record holds, by tag; nothing where it ends inside of a field. */
  #fields(content: Uint8Array): ReadonlyMap<number, ByteString> | undefined {
    const fields = new Map<number, ByteString>();
    for (const field of taggedRecords(new BinaryPart(content, 'big-endian'), 0)) {
      if (field === 'damaged') return undefined;
      fields.set(field.tag, this.#strings.decode(field.content, 0, field.content.length));
    }
    return fields;
  }
}

/** Seconds since 1970, in four bytes up to Opera 9 and in eight since; 0 stands for none. */
function secondsOf(bytes: ByteString | undefined): EpochSeconds | undefined {
  if (bytes?.length !== 4 && bytes?.length !== 8) return undefined;
  const seconds = bytesOf(bytes).reduce((number, byte) => number * 256 + byte, 0);
  return seconds === 0 ? undefined : seconds;
}
