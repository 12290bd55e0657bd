import { type ByteString, bytesOf, decodeUtf8, encodeUtf8 } from './byte-string.ts';
import { lowerCaseAscii } from './canonical-host.ts';
import type { EpochSeconds, SameSite } from './cookie.ts';
import { RFC_6265BIS_RULES, type UserAgentRules } from './user-agent-rules.ts';

/** An attribute that changed nothing, and why. */
export interface IgnoredAttribute {
  readonly name: ByteString;
  readonly reason: 'unknown' | 'too-long' | 'unreadable';
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

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Without blanks and TABs at its ends: WSP, nothing else. */
export function trimBlanks(text: ByteString): ByteString {
  return text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
}

/** Takes the value of a `Set-Cookie` header apart (RFC 6265bis §5.6). */
export function parseSetCookie(
  header: ByteString,
  rules: UserAgentRules = RFC_6265BIS_RULES,
): SetCookie | { readonly refused: UnreadableSetCookie } {
  if (rules.refusedBytes.test(header)) return { refused: 'control-character' };
  const [pair = '', ...parts] = header.split(';');
  const { name, value } = nameAndValue(pair, rules);
  const attributes = parts.map(attributeOf);
  if (hasRefusedInside([{ name, value }, ...attributes], rules)) return { refused: 'control-character' };
  if (name.length + value.length > rules.maxSize) return { refused: 'too-large' };
  return {
    name,
    value: rules.value === 'bytes' ? value : wellFormed(value),
    ...readAttributes(attributes, rules),
  };
}

/** The name and the value before the first semicolon (RFC 6265bis §5.6, steps 2 to 4). */
function nameAndValue(pair: ByteString, { lonelyWord }: UserAgentRules): AttributeText {
  const equals = pair.indexOf('=');
  if (equals < 0 && lonelyWord === 'name') return { name: trimBlanks(pair), value: '' };
  return {
    name: trimBlanks(pair.slice(0, Math.max(equals, 0))),
    value: trimBlanks(pair.slice(equals + 1)),
  };
}

interface AttributeText {
  readonly name: ByteString;
  readonly value: ByteString;
}

/** An attribute at its first equals sign (RFC 6265bis §5.6, steps 5 and 6 of the second algorithm). */
function attributeOf(text: ByteString): AttributeText {
  const equals = text.indexOf('=');
  if (equals < 0) return { name: trimBlanks(text), value: '' };
  return { name: trimBlanks(text.slice(0, equals)), value: trimBlanks(text.slice(equals + 1)) };
}

function hasRefusedInside(texts: readonly AttributeText[], { refusedInside }: UserAgentRules): boolean {
  if (refusedInside === undefined) return false;
  return texts.some(({ name, value }) => refusedInside.test(name) || refusedInside.test(value));
}

/** UTF-8 with U+FFFD for each stretch that is none. */
function wellFormed(value: ByteString): ByteString {
  return decodeUtf8(value) === undefined ? encodeUtf8(lenient.decode(bytesOf(value))) : value;
}

type Attributes = Omit<SetCookie, 'name' | 'value'>;

/** What the attributes of a header say (RFC 6265bis §5.6, second algorithm). */
function readAttributes(texts: readonly AttributeText[], rules: UserAgentRules): Attributes {
  const ignored: IgnoredAttribute[] = [];
  let read: Attributes = { secureOnly: false, httpOnly: false, partitioned: false, ignored };
  for (const { name, value } of texts) {
    if (name === '' && value === '') continue;
    if (value.length > rules.maxAttributeValue) {
      ignored.push({ name, reason: 'too-long' });
      continue;
    }
    const [next, reason] = readAttribute(lowerCaseAscii(name), value, read, rules);
    read = next;
    if (reason !== undefined) ignored.push({ name, reason });
  }
  return read;
}

/** What has been read with one attribute more (RFC 6265bis §5.6.1 to §5.6.7), and why that one said nothing. */
function readAttribute(
  name: ByteString,
  value: ByteString,
  read: Attributes,
  rules: UserAgentRules,
): readonly [Attributes, IgnoredAttribute['reason']?] {
  switch (name) {
    case 'expires': {
      const expires = rules.expires(value);
      if (expires !== undefined) return [{ ...read, expires }];
      const { expires: _, ...rest } = read;
      return [rules.unreadable === 'takes-back' ? rest : read, 'unreadable'];
    }
    case 'max-age': {
      const maxAge = rules.maxAge(value);
      if (maxAge !== undefined) return [{ ...read, maxAge }];
      const { maxAge: _, ...rest } = read;
      return [rules.unreadable === 'takes-back' ? rest : read, 'unreadable'];
    }
    case 'domain':
      return [{ ...read, domain: value }];
    case 'path':
      return [{ ...read, path: value }];
    case 'secure':
      return [{ ...read, secureOnly: true }];
    case 'httponly':
      return [{ ...read, httpOnly: true }];
    case 'partitioned':
      return rules.partitioned ? [{ ...read, partitioned: true }] : [read, 'unknown'];
    case 'samesite':
      return readSameSite(value, read);
    default:
      return [read, 'unknown'];
  }
}

/** A word that is none of the three counts as if the attribute were not there, and takes back what one before it said. */
function readSameSite(
  value: ByteString,
  read: Attributes,
): readonly [Attributes, IgnoredAttribute['reason']?] {
  const { sameSite: _, ...rest } = read;
  const word = lowerCaseAscii(value);
  const sameSite: SameSite | undefined =
    word === 'strict' || word === 'lax' || word === 'none' ? word : undefined;
  return sameSite === undefined ? [rest, 'unreadable'] : [{ ...rest, sameSite }];
}
