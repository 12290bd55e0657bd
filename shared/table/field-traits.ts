import {
  DOT,
  NAME_CLASSES,
  NameClass,
  SENSITIVE_WORDS,
  SLASH,
  SPACE,
  VALUE_CLASSES,
  ValueClass,
} from './byte-classes.ts';
import { HASH_PRIME, HASH_SEED } from './byte-interner.ts';
import { Flag, Trait } from './columns.ts';

const BACKSLASH = 0x5c;
const SEMICOLON = 0x3b;
const UNDERSCORE = 0x5f;
const DOLLAR = 0x24;
const QUOTE = 0x22;
const PERCENT = 0x25;
const SMALL_A = 0x61;
const IDENTIFIER_LENGTH = 16;
const WORDS: readonly string[] = ['undefined', 'null', 'NaN'];
const SENSITIVE = SENSITIVE_WORDS.map(bytesOfWord);
const SECURE_PREFIX = bytesOfWord('__secure-');
const HTTP_PREFIX = bytesOfWord('__http-');
const HOST_HTTP_PREFIX = bytesOfWord('__host-http-');
const PREFIXES = [SECURE_PREFIX, bytesOfWord('__host-'), HTTP_PREFIX];

/** The traits of the path `bytes[from, to)`. */
export function pathTraits(bytes: Uint8Array, from: number, to: number): number {
  if (from === to) return Trait.pathEmpty;
  let traits = bytes[from] === SLASH ? 0 : Trait.pathNotAbsolute;
  let segment = from;
  let dotted = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === SLASH) {
      if (at > from && isOddSegment(bytes, segment, at)) traits |= Trait.pathOddSegment;
      segment = at + 1;
      dotted = false;
    } else if (byte === DOT) dotted = true;
    else if (byte === BACKSLASH) traits |= Trait.pathBackslash;
    else if (byte <= SPACE || byte >= 0x7f || byte === SEMICOLON) traits |= Trait.pathOddCharacter;
  }
  if (segment === to) {
    if (to - from > 1) traits |= Trait.pathTrailingSlash;
  } else if (isOddSegment(bytes, segment, to)) traits |= Trait.pathOddSegment;
  return dotted ? traits | Trait.pathDotInLastSegment : traits;
}

/** An empty segment between two slashes, `.` or `..`. */
function isOddSegment(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length === 0) return true;
  if (length > 2 || bytes[from] !== DOT) return false;
  return length === 1 || bytes[from + 1] === DOT;
}

/** The traits of the name `bytes[from, to)`. */
export function nameTraits(bytes: Uint8Array, from: number, to: number): number {
  let seen = 0;
  for (let at = from; at < to; at++) seen |= nameClass(bytes[at] as number);
  let traits = nameTraitsOf(seen, bytes, from, to);
  for (let at = from; at < to; at++) {
    if (SENSITIVE.some((word) => startsWithWord(bytes, at, to, word))) traits |= Trait.nameSensitive;
  }
  return traits;
}

/** The traits of a name whose bytes have these classes, one that contains a sensitive word apart. */
export function nameTraitsOf(seen: number, bytes: Uint8Array, from: number, to: number): number {
  if (from === to) return Trait.nameEmpty;
  let traits = 0;
  if (seen & NameClass.unusual) traits |= Trait.nameUnusual;
  if (seen & NameClass.separator) traits |= Trait.nameSeparator;
  if (seen & NameClass.control) traits |= Trait.nameControl;
  if (seen & NameClass.high) traits |= Trait.nameHigh;
  if (bytes[from] === DOLLAR) traits |= Trait.nameDollar;
  if (bytes[from] === UNDERSCORE && PREFIXES.some((word) => startsWithWord(bytes, from, to, word))) {
    traits |= Trait.namePrefix;
  }
  return traits;
}

/** Has a cookie whose name begins with a prefix what that promises (RFC 6265bis §4.1.3)? */
export function keepsPromise(
  bytes: Uint8Array,
  name: { readonly from: number; readonly to: number },
  flags: number,
  rootPath: boolean,
): boolean {
  const { from, to } = name;
  if ((flags & Flag.secure) === 0) return false;
  const httpOnly = (flags & Flag.httpOnly) !== 0;
  if (startsWithWord(bytes, from, to, SECURE_PREFIX)) return true;
  if (startsWithWord(bytes, from, to, HTTP_PREFIX)) return httpOnly;
  if ((flags & Flag.subdomains) !== 0 || !rootPath) return false;
  return httpOnly || !startsWithWord(bytes, from, to, HOST_HTTP_PREFIX);
}

/** What `Columns.nameHash` holds of the name `bytes[from, to)`. */
export function hashName(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ ((bytes[at] as number) | 0x20), HASH_PRIME);
  return hash;
}

/** The traits of the value `bytes[from, to)`. */
export function valueTraits(bytes: Uint8Array, from: number, to: number): number {
  let seen = 0;
  for (let at = from; at < to; at++) seen |= valueClass(bytes[at] as number);
  return valueTraitsOf(seen, bytes, from, to);
}

/** The traits of a value whose bytes have these classes. */
export function valueTraitsOf(seen: number, bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if ((seen & ~ValueClass.digit) === 0) {
    if (length >= IDENTIFIER_LENGTH) return seen === 0 ? 0 : Trait.valueIdentifier;
    return length <= 9 && isWord(bytes, from, to) ? Trait.valueWord : 0;
  }
  let traits = 0;
  if (seen & ValueClass.control) traits |= Trait.valueControl;
  if (seen & ValueClass.high) traits |= Trait.valueHigh;
  if (seen & ValueClass.at) traits |= Trait.valueAt;
  if (seen & ValueClass.separator) {
    traits |= Trait.valueSeparator;
    if (length > 1 && bytes[from] === QUOTE && bytes[to - 1] === QUOTE) traits |= Trait.valueQuoted;
  }
  return seen & ValueClass.percent ? traits | escapeTraits(bytes, from, to) : traits;
}

function escapeTraits(bytes: Uint8Array, from: number, to: number): number {
  let traits = 0;
  for (let at = from; at < to - 1; at++) {
    if (bytes[at] !== PERCENT) continue;
    const next = bytes[at + 1] as number;
    const low = next | 0x20;
    if (next === 0x75 || next === 0x38 || next === 0x39 || (low >= 0x61 && low <= 0x66)) {
      traits |= Trait.valueEscape;
    } else if (next === 0x34 && at + 2 < to && bytes[at + 2] === 0x30) traits |= Trait.valueAt;
  }
  return traits;
}

function isWord(bytes: Uint8Array, from: number, to: number): boolean {
  return WORDS.some((word) => {
    if (word.length !== to - from) return false;
    let at = 0;
    while (at < word.length && bytes[from + at] === word.charCodeAt(at)) at++;
    return at === word.length;
  });
}

function bytesOfWord(word: string): readonly number[] {
  return Array.from(word, (letter) => letter.charCodeAt(0));
}

/** Does `bytes[from, to)` begin with the word, whose letters are small, in any case? */
function startsWithWord(bytes: Uint8Array, from: number, to: number, word: readonly number[]): boolean {
  if (from + word.length > to) return false;
  for (let at = 0; at < word.length; at++) {
    const expected = word[at] as number;
    const byte = bytes[from + at] as number;
    if (byte !== expected && (expected < SMALL_A || (byte | 0x20) !== expected)) return false;
  }
  return true;
}

/** Stops are ordinary control bytes where bounds say so: a CR in a line, or a TAB in a field of another format. */
function nameClass(byte: number): number {
  const found = NAME_CLASSES[byte] as number;
  return found === NameClass.stop ? NameClass.control | NameClass.unusual : found;
}

function valueClass(byte: number): number {
  const found = VALUE_CLASSES[byte] as number;
  return found === ValueClass.stop ? ValueClass.control | ValueClass.other : found;
}
