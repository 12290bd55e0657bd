import type { ByteString } from '../../cookie/byte-string.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';
import { isPlainNumber } from '../number-prefix.ts';

const NUMBER = /^[ \t\n\v\f\r]*([+-]?)(?:(\d+)(?:(\.\d*)?(e[+-]?\d+)?)|(\.\d+)(e[+-]?\d+)?|(inf|nan))/i;
const LARGEST_INTEGER = 18_446_744_073_709_551_615n;

/** An expiry as a number, and as Perl prints it after it was taken from one time and added to another. */
export interface PerlExpiry {
  readonly time: number;
  readonly text: string;
}

/** What Perl makes of a field in arithmetic: the number at its beginning, or 0. */
export function readExpiry(field: ByteString, now: EpochSeconds): PerlExpiry {
  if (isPlainNumber(field)) return { time: Number(field), text: field };
  const [all = '', sign = '', integer, fraction, exponent, bareFraction, bareExponent, word] =
    NUMBER.exec(field) ?? [];
  if (word !== undefined) return special(sign, word);
  // Only a field that is nothing else is an integer; with anything behind it is a floating-point number.
  const isInteger = fraction === undefined && exponent === undefined && field.slice(all.length).trim() === '';
  if (integer !== undefined && isInteger) {
    const whole = BigInt(integer);
    if (whole <= LARGEST_INTEGER) {
      const signed = sign === '-' ? -whole : whole;
      return { time: Number(signed), text: String(signed) };
    }
  }
  const digits = `${integer ?? ''}${fraction ?? bareFraction ?? ''}${exponent ?? bareExponent ?? ''}`;
  const number = Number(`${sign}${digits === '' ? '0' : digits}`);
  // It becomes an integer again where it can.
  if (Number.isInteger(number) && Math.abs(number) < 2 ** 63) {
    return { time: number, text: String(BigInt(number)) };
  }
  return { time: number, text: printed(number - now + now) };
}

function special(sign: string, word: string): PerlExpiry {
  if (word.toLowerCase() === 'nan') return { time: NaN, text: 'NaN' };
  return sign === '-' ? { time: -Infinity, text: '-Inf' } : { time: Infinity, text: 'Inf' };
}

/** C's `%.15g`. */
function printed(number: number): string {
  if (number === Infinity) return 'Inf';
  const [mantissa = '', exponent] = number.toPrecision(15).split('e');
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return exponent === undefined ? short : `${short}e${exponent}`;
}
