import type { ByteString } from '../../cookie/byte-string.ts';
import type { EpochSeconds, PartitionKey, SameSite } from '../../cookie/cookie.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import { unescapeJson } from './json-text.ts';
import type { JsonMember, JsonValue } from './parse-json.ts';

/**
 * Reads the members of one entry by key. What is missing, doubled or of a wrong type is remembered as the entry's
 * problem (the first one counts) and never quietly made to fit; the answers are then of no use. `null` counts as absent.
 */
export class CookieFields {
  readonly #source: ByteString;
  readonly #members: readonly JsonMember[];
  #problem: UnparsedReason | undefined;

  /** `source` is the text that the members point into. */
  constructor(source: ByteString, members: readonly JsonMember[]) {
    this.#source = source;
    this.#members = members;
  }

  get problem(): UnparsedReason | undefined {
    return this.#problem;
  }

  /** Remembers the problem unless there is one already. */
  fail(reason: UnparsedReason): undefined {
    this.#problem ??= reason;
    return undefined;
  }

  requiredText(key: string): ByteString {
    return this.text(key) ?? this.fail('field-missing') ?? '';
  }

  text(key: string): ByteString | undefined {
    const value = this.#find(key);
    if (value === undefined) return undefined;
    return value.kind === 'string' ? this.#string(value) : this.fail('field-wrong-type');
  }

  flag(key: string): boolean | undefined {
    const value = this.#find(key);
    if (value === undefined) return undefined;
    return value.kind === 'boolean' ? this.#spelling(value) === 'true' : this.fail('field-wrong-type');
  }

  /** A finite number; `1e400` is none. */
  number(key: string): number | undefined {
    const value = this.#find(key);
    if (value === undefined) return undefined;
    const number = value.kind === 'number' ? Number(this.#spelling(value)) : Number.NaN;
    return Number.isFinite(number) ? number : this.fail('field-wrong-type');
  }

  /** A word of a small vocabulary, in lower case. Another type is left to the source and counts as absent. */
  word(key: string): string | undefined {
    const value = this.#find(key);
    return value?.kind === 'string' ? this.#string(value).toLowerCase() : undefined;
  }

  /** `{ topLevelSite, hasCrossSiteAncestor }`, or the site alone. */
  partitionKey(key: string): PartitionKey | undefined {
    const value = this.#find(key);
    if (value === undefined) return undefined;
    if (value.kind === 'string') return { topLevelSite: this.#string(value) };
    if (value.members === undefined) return this.fail('field-wrong-type');
    const inner = new CookieFields(this.#source, value.members);
    const topLevelSite = inner.text('topLevelSite');
    const hasCrossSiteAncestor = inner.flag('hasCrossSiteAncestor');
    if (inner.problem !== undefined) return this.fail(inner.problem);
    if (topLevelSite === undefined) return undefined;
    return { topLevelSite, ...(hasCrossSiteAncestor !== undefined && { hasCrossSiteAncestor }) };
  }

  #find(key: string): JsonValue | undefined {
    let found: JsonValue | undefined;
    for (const member of this.#members) {
      if (member.key !== key) continue;
      if (found !== undefined) return this.fail('duplicate-key');
      found = member.value;
    }
    return found?.kind === 'null' ? undefined : found;
  }

  #spelling({ start, end }: JsonValue): ByteString {
    return this.#source.slice(start, end);
  }

  #string({ start, end }: JsonValue): ByteString {
    return unescapeJson(this.#source.slice(start + 1, end - 1));
  }
}

/** The attribute that one of the words of browsers, drivers and extensions stands for. */
export function sameSiteOf(word: string | undefined): SameSite | undefined {
  switch (word) {
    case 'strict':
    case 'lax':
    case 'none':
      return word;
    case 'no_restriction':
      return 'none';
    default:
      return undefined;
  }
}

/** An expiry as JSON holds it, in whole seconds; what expired in or before 1970 counts as expired at 1. */
export function expiryTimeOf(seconds: number): EpochSeconds {
  return Math.max(1, Math.floor(seconds));
}
