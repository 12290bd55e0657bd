import type { ByteString } from '../../cookie/byte-string.ts';
import { isPlainNumber } from '../number-prefix.ts';
import { reason, type Reason } from '../reason.ts';
import { decoded, isAscii, stripped, type Charset } from './charset.ts';

const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;
const NUMBER_AT_START = /^[\s"']*\+?\d/;

/** A time as Python holds it: any whole number. */
export interface PythonTime {
  readonly time: number;
  /** As `str` prints it. */
  readonly text: string;
}

/** Python's `int(float(field))`; nothing where it raises an error. */
export function readTime(field: ByteString, charset: Charset): PythonTime | undefined {
  if (isPlainNumber(field)) return { time: Number(field), text: field };
  const text = stripped(withAsciiDigits(decoded(field, charset)));
  if (!FLOAT.test(text)) return undefined;
  const time = Math.trunc(Number(text.replaceAll('_', '')));
  // Minus zero becomes zero.
  return Number.isFinite(time) ? { time: time + 0, text: String(BigInt(time)) } : undefined;
}

/** Digits of every script are digits to Python. */
function withAsciiDigits(text: string): string {
  if (isAscii(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    // Each script has its ten digits in a row, and the first of a row is a zero.
    let code = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
      code--;
      value++;
    }
    return String(value);
  });
}

/** Why an expiry cannot be read, and the rule that mends it. */
export function unreadableExpiry(field: ByteString): Reason {
  if (/^\d+\.\d*$/.test(field)) return reason('expiry-unreadable', {}, 'expiry-fraction');
  if (/^-\d+$/.test(field)) return reason('expiry-unreadable', {}, 'expiry-negative');
  if (NUMBER_AT_START.test(field)) return reason('expiry-unreadable', {}, 'expiry-not-plain-digits');
  return reason('expiry-unreadable');
}
