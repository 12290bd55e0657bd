import type { ByteString } from './byte-string.ts';
import { lowerCaseAscii } from './canonical-host.ts';
import type { EpochSeconds, SameSite } from './cookie.ts';
import { RFC_6265BIS_RULES, type UserAgentRules } from './user-agent-rules.ts';

/** An attribute that changed nothing, and why. */
export interface IgnoredAttribute {
  readonly name: ByteString;
  readonly reason: 'unknown' | 'too-long' | 'too-many' | 'unreadable';
}

/** A `Set-Cookie` header taken apart. Of an attribute given twice the last one that could be read is here. */
export interface SetCookie {
  readonly name: ByteString;
  readonly value: ByteString;
  readonly expires?: EpochSeconds;
  /** Seconds; zero and less mean at once. */
  readonly maxAge?: number;
  /** As written, leading full stop and all. */
  readonly domain?: ByteString;
  /** As written; what does not begin with a slash asks for the default path. */
  readonly path?: ByteString;
  readonly secureOnly: boolean;
  readonly httpOnly: boolean;
  /** Absent also for a word that is none of the three. */
  readonly sameSite?: SameSite;
  readonly partitioned: boolean;
  readonly ignored: readonly IgnoredAttribute[];
}

/** Why a header sets nothing, whatever its URL. */
export type UnreadableSetCookie = 'control-character' | 'too-large';

/** Without blanks and TABs at its ends: WSP, nothing else. */
export function trimBlanks(text: ByteString): ByteString {
  return text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
}

/** Takes the value of a `Set-Cookie` header apart (RFC 6265bis §5.6). */
export function parseSetCookie(
  header: ByteString,
  now: EpochSeconds,
  rules: UserAgentRules = RFC_6265BIS_RULES,
): SetCookie | { readonly refused: UnreadableSetCookie } {
  if (rules.refusedBytes.test(header)) return { refused: 'control-character' };
  const [pair = '', ...attributes] = header.split(';');
  const { name, value } = nameAndValue(pair, rules);
  if (rules.refusedInPair.test(name + value)) return { refused: 'control-character' };
  if (name.length + value.length > rules.maxSize) return { refused: 'too-large' };
  return { name, value, ...parseAttributes(attributes, now, rules) };
}

/** The name and the value before the first semicolon (RFC 6265bis §5.6, steps 2 to 4). */
function nameAndValue(pair: ByteString, { lonelyWord }: UserAgentRules): Pick<SetCookie, 'name' | 'value'> {
  const equals = pair.indexOf('=');
  if (equals < 0 && lonelyWord === 'name') return { name: trimBlanks(pair), value: '' };
  return { name: trimBlanks(pair.slice(0, Math.max(equals, 0))), value: trimBlanks(pair.slice(equals + 1)) };
}

type Attributes = Omit<SetCookie, 'name' | 'value'>;

/** What the attributes of a header say (RFC 6265bis §5.6, second algorithm); each is what stands between semicolons. */
function parseAttributes(parts: readonly ByteString[], now: EpochSeconds, rules: UserAgentRules): Attributes {
  const ignored: IgnoredAttribute[] = [];
  let read: Attributes = { secureOnly: false, httpOnly: false, partitioned: false, ignored };
  for (const [at, part] of parts.entries()) {
    const equals = part.indexOf('=');
    const name = trimBlanks(equals < 0 ? part : part.slice(0, equals));
    const value = equals < 0 ? '' : trimBlanks(part.slice(equals + 1));
    if (name === '' && value === '') continue;
    const attribute = readAttribute({ name: lowerCaseAscii(name), value, at, now, read, rules });
    if (typeof attribute === 'object') read = attribute;
    else ignored.push({ name, reason: attribute });
  }
  return read;
}

interface Reading {
  readonly name: ByteString;
  readonly value: ByteString;
  readonly at: number;
  readonly now: EpochSeconds;
  readonly read: Attributes;
  readonly rules: UserAgentRules;
}

/** What has been read with one attribute more (RFC 6265bis §5.6.1 to §5.6.7), or why it says nothing. */
function readAttribute({
  name,
  value,
  at,
  now,
  read,
  rules,
}: Reading): Attributes | IgnoredAttribute['reason'] {
  if (at >= rules.maxAttributes) return 'too-many';
  if (value.length > rules.maxAttributeValue) return 'too-long';
  switch (name) {
    case 'expires': {
      const expires = rules.expires(value, now);
      return expires === undefined ? 'unreadable' : { ...read, expires };
    }
    case 'max-age': {
      const maxAge = rules.maxAge(value);
      return maxAge === undefined ? 'unreadable' : { ...read, maxAge };
    }
    case 'domain':
      return { ...read, domain: value };
    case 'path':
      return { ...read, path: value };
    case 'secure':
      return { ...read, secureOnly: true };
    case 'httponly':
      return { ...read, httpOnly: true };
    case 'partitioned':
      return rules.partitioned ? { ...read, partitioned: true } : 'unknown';
    case 'samesite': {
      const { sameSite: _, ...rest } = read;
      const sameSite = sameSiteOf(value);
      return sameSite === undefined ? rest : { ...rest, sameSite };
    }
    default:
      return 'unknown';
  }
}

function sameSiteOf(value: ByteString): SameSite | undefined {
  const word = lowerCaseAscii(value);
  return word === 'strict' || word === 'lax' || word === 'none' ? word : undefined;
}
