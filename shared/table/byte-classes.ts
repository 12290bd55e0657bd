/** Bytes that the scanner knows by number. */
export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const HASH = 0x23;
export const DOT = 0x2e;
export const SLASH = 0x2f;

/** Classes of a byte in a name. `stop` ends the fast path: TAB, LF, CR and NUL. `lastLetter` ends one of `SENSITIVE_WORDS`. */
export const NameClass = { stop: 1, control: 2, high: 4, separator: 8, unusual: 16, lastLetter: 32 } as const;
/** Classes of a byte in a value. */
export const ValueClass = {
  stop: 1,
  control: 2,
  high: 4,
  separator: 8,
  at: 16,
  percent: 32,
  digit: 64,
  /** Not a letter, a digit, `-`, `.` or `_`. */
  other: 128,
} as const;

/** What names of sensitive cookies contain, in any case. */
export const SENSITIVE_WORDS = ['sess', 'auth', 'token', 'sid'] as const;

/** 1 for the bytes that end a field: TAB, LF, CR and NUL. */
export const STOPS = classTable((_, byte) => (isStop(byte) ? 1 : 0));

/** `NameClass` bits by byte. */
export const NAME_CLASSES = classTable((text, byte) => {
  if (isStop(byte)) return NameClass.stop;
  let found = 0;
  if (byte < SPACE || byte === 0x7f) found |= NameClass.control;
  else if (byte > 0x7f) found |= NameClass.high;
  else if (!/[!#$%&'*+\-.^_`|~0-9A-Za-z]/.test(text)) found |= NameClass.separator;
  if (!/[0-9A-Za-z_]/.test(text)) found |= NameClass.unusual;
  if (SENSITIVE_WORDS.some((word) => word.endsWith(text.toLowerCase()))) found |= NameClass.lastLetter;
  return found;
});

/** `ValueClass` bits by byte. */
export const VALUE_CLASSES = classTable((text, byte) => {
  if (isStop(byte)) return ValueClass.stop;
  let found = 0;
  if (byte < SPACE || byte === 0x7f) found |= ValueClass.control;
  if (byte > 0x7f) found |= ValueClass.high;
  if (/[ ",;\\]/.test(text)) found |= ValueClass.separator;
  if (text === '@') found |= ValueClass.at;
  if (text === '%') found |= ValueClass.percent;
  if (/[0-9]/.test(text)) found |= ValueClass.digit;
  if (!/[0-9A-Za-z\-._]/.test(text)) found |= ValueClass.other;
  return found;
});

/** `ValueClass` bits of two neighbouring bytes, read as one 16-bit number: halves the work on values. */
export const VALUE_PAIRS = pairTable(VALUE_CLASSES);

function isStop(byte: number): boolean {
  return byte === TAB || byte === LF || byte === CR || byte === 0;
}

function classTable(classOf: (text: string, byte: number) => number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => classOf(String.fromCharCode(byte), byte));
}

function pairTable(classes: Uint8Array): Uint8Array {
  const pairs = new Uint8Array(1 << 16);
  for (let pair = 0; pair < pairs.length; pair++) {
    pairs[pair] = (classes[pair & 0xff] ?? 0) | (classes[pair >> 8] ?? 0);
  }
  return pairs;
}
