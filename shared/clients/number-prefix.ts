import type { ByteString } from '../cookie/byte-string.ts';

const BLANK = '[ \\t\\n\\v\\f\\r]*';
const DECIMAL = new RegExp(
  `^${BLANK}([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?)|^${BLANK}([+-]?)(inf(?:inity)?|nan)`,
  'i',
);
const HEX = new RegExp(`^${BLANK}([+-]?)0x([\\da-f]*)(?:\\.([\\da-f]*))?(p[+-]?\\d+)?`, 'i');
const INTEGER = new RegExp(`^${BLANK}([+-]?\\d+)`);
const PLAIN = /^(?:0|[1-9]\d{0,14})$/;

/** A number at the beginning of a text, and how much of the text it takes. */
export interface NumberPrefix {
  readonly value: number;
  readonly length: number;
}

/** Is this written as every program reads it: digits alone, without zeros before, exact in a double? */
export function isPlainNumber(text: ByteString): boolean {
  return PLAIN.test(text);
}

/** What C's `scanf("%lf")` reads; nothing where it reads no number, as in `4e`. */
export function readDouble(text: ByteString): NumberPrefix | undefined {
  if (isPlainNumber(text)) return { value: Number(text), length: text.length };
  const hex = HEX.exec(text);
  if (hex !== null) return hexDouble(hex);
  const [whole, digits, , sign, word = ''] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) return undefined;
  if (digits === undefined) {
    const value = word.toLowerCase() === 'nan' ? NaN : Infinity;
    return { value: sign === '-' ? -value : value, length: whole.length };
  }
  if (/^e/i.test(text.slice(whole.length))) return undefined;
  return { value: Number(digits), length: whole.length };
}

function hexDouble([whole, sign, integer = '', fraction = '', exponent = 'p0']: RegExpExecArray) {
  if (integer === '' && fraction === '') return undefined;
  const mantissa = Number(`0x${integer}${fraction}`) / 16 ** fraction.length;
  const value = mantissa * 2 ** Number(exponent.slice(1));
  return { value: sign === '-' ? -value : value, length: whole.length };
}

const LARGEST = 9_223_372_036_854_775_807n;

/** What C's `atoll` reads, in digits: 0 where there is no number, and no more than 64 bits hold. */
export function readLongLong(text: ByteString): string {
  if (isPlainNumber(text)) return text;
  const digits = INTEGER.exec(text)?.[1];
  if (digits === undefined) return '0';
  const number = BigInt(digits.replace(/^\+/, ''));
  if (number > LARGEST) return String(LARGEST);
  return String(number < -LARGEST - 1n ? -LARGEST - 1n : number);
}
