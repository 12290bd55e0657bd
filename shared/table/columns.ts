/** What a row is: the low two bits of `flags`. */
export const Kind = { entry: 0, blank: 1, comment: 2, unparsed: 3 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];
export const KIND_MASK = 3;

/** The remaining bits of `flags`. `subdomains` is the second column, `dot` the first byte of the domain. */
export const Flag = {
  httpOnly: 1 << 2,
  subdomains: 1 << 3,
  secure: 1 << 4,
  dot: 1 << 5,
  /** The row ends with LF; with `endCr` as well, with CR LF; with neither, with nothing. */
  endLf: 1 << 6,
  endCr: 1 << 7,
} as const;

/**
 * What the scanner saw in a row's bytes. An ordinary row has none, so a rule that names the traits it looks at
 * costs nothing on ordinary rows. At most 32.
 */
export const Trait = {
  /** The second column is `TRUE` or `FALSE`, in any case, and contradicts the leading dot. */
  flagContradictsDot: 1 << 0,
  /** The second column is not exactly `TRUE` or `FALSE`. In another case they mean the same; anything else means FALSE. */
  flagOdd: 1 << 1,
  /** The fourth column, likewise. */
  secureOdd: 1 << 2,
  pathEmpty: 1 << 3,
  /** Not empty, and does not begin with `/`. */
  pathNotAbsolute: 1 << 4,
  pathBackslash: 1 << 5,
  /** Ends with `/` and is longer than `/`. */
  pathTrailingSlash: 1 << 6,
  /** A control byte, a space, a semicolon or a byte of 0x80 and above. */
  pathOddCharacter: 1 << 7,
  /** The last segment of the path contains a full stop. */
  pathDotInLastSegment: 1 << 8,
  /** `//`, or a segment `.` or `..`. */
  pathOddSegment: 1 << 9,
  /** The value is `undefined`, `null` or `NaN`. */
  valueWord: 1 << 10,
  /**
   * The expiry is empty or has a byte that is not a digit. Empty is read as a session, `-5` as -5, `5.75` as 5;
   * anything else cannot be read.
   */
  expiryOdd: 1 << 11,
  /** The value contains `@` or `%40`. */
  valueAt: 1 << 12,
  /** 2^33 and above: past the year 2242 (milliseconds, microseconds, past 9999). */
  expiryHuge: 1 << 13,
  nameEmpty: 1 << 14,
  /** Begins with `$`. */
  nameDollar: 1 << 15,
  /** A byte that is not a token character (RFC 9110 §5.6.2), controls and 0x80 and above apart. */
  nameSeparator: 1 << 16,
  /** A byte of 0x00 to 0x1F, or 0x7F. */
  nameControl: 1 << 17,
  /** A byte of 0x80 and above. */
  nameHigh: 1 << 18,
  /** Begins with `__Secure-`, `__Host-`, `__Http-` or `__Host-Http-`, in any case, and the entry lacks what that promises. */
  namePrefix: 1 << 19,
  /** Upper- and lower-case apart, contains `sess`, `auth`, `token`, `sid`. */
  nameSensitive: 1 << 20,
  /** A byte of the name is not a letter, a digit or an underscore. Only rules that are off by default look at it alone. */
  nameUnusual: 1 << 21,
  /** A byte of 0x00 to 0x1F, or 0x7F. */
  valueControl: 1 << 22,
  /** A byte of 0x80 and above. */
  valueHigh: 1 << 23,
  /** A space, comma, semicolon, double quote or backslash: outside cookie-octet (RFC 6265bis §4.1.1). */
  valueSeparator: 1 << 24,
  /** Begins and ends with a double quote. */
  valueQuoted: 1 << 25,
  /** Contains `%` followed by `u` or by a hexadecimal digit of 8 and above: an escape beyond ASCII. */
  valueEscape: 1 << 26,
  /** The row is 4,000 bytes or longer, its end included. */
  sizeLarge: 1 << 27,
  /** Not seven fields between six TABs: blanks in front, six fields, or a TAB, CR or LF in a field of another format. */
  layoutOdd: 1 << 28,
  /** The value has 16 bytes or more, all of them letters, digits, `-`, `.` or `_`, with a digit among them. */
  valueIdentifier: 1 << 29,
  /** A carriage return inside the row, not at its end. */
  carriageReturn: 1 << 30,
  /** The entry has `extras`: attributes that a Netscape line cannot hold. The sign bit: test with `!== 0`. */
  extras: 1 << 31,
} as const;

/** The fields of an entry that have bytes of their own. */
export const FIELDS = ['domain', 'flag', 'path', 'secure', 'expiry', 'name', 'value'] as const;
export type Field = (typeof FIELDS)[number];

/** Why a line is kept verbatim and not read as an entry. */
export const UNPARSED_REASONS = [
  'too-few-fields',
  'too-many-fields',
  'columns-not-tabs',
  'no-domain',
  'field-too-long',
  'line-too-long',
  'nul-byte',
  'not-an-object',
  'field-missing',
  'field-wrong-type',
  'duplicate-key',
  'control-character',
  'refused-by-browsers',
  'names-a-file',
  'cells-differ',
  'value-encrypted',
  'damaged',
  'checksum-differs',
] as const;
export type UnparsedReason = (typeof UNPARSED_REASONS)[number];

/** The host of a row that is not an entry. */
export const NO_HOST = 0xffffffff;

/**
 * The columns over a table's bytes, one element a row. `pathAt`, `nameAt` and `valueAt` count from `start`; a row
 * whose fields before the value need more than 65,535 bytes is kept unparsed. `expiry` is in seconds, 0 for a session
 * cookie, NaN where there is none to read. Rows are only ever appended: a row is never changed or removed here.
 * Of rows that are not entries only `start`, `flags` and `host` (`NO_HOST`) mean anything; a row that is kept unparsed has
 * the place of its reason in `UNPARSED_REASONS` as `valueAt`. Where `Trait.layoutOdd` is set, ask the reader for fields.
 */
export interface Columns {
  /** One element more: the end of the last row. */
  readonly start: Uint32Array;
  readonly pathAt: Uint16Array;
  readonly nameAt: Uint16Array;
  readonly valueAt: Uint16Array;
  readonly host: Uint32Array;
  /** The number of the path in the table's `paths`. */
  readonly path: Uint32Array;
  readonly flags: Uint8Array;
  readonly traits: Uint32Array;
  /** Equal for names that differ only in the case of ASCII letters; other names may share it. */
  readonly nameHash: Uint32Array;
  readonly expiry: Float64Array;
}
