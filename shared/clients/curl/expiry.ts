import type { ByteString } from '../../cookie/byte-string.ts';
import type { CurlBehaviour } from './behaviour.ts';

const LARGEST = 9_223_372_036_854_775_807n;

const SHAPES: Readonly<Record<CurlBehaviour['expiry'], RegExp>> = {
  signed: /^[ \t]*\+?(\d+)/,
  'only-digits': /^(\d+)$/,
  digits: /^(\d+)/,
};

/** The expiry that curl reads, in digits without leading zeros; nothing where it has the line dropped. */
export function readExpiry(field: ByteString, shape: CurlBehaviour['expiry']): string | undefined {
  const digits = SHAPES[shape].exec(field)?.[1];
  if (digits === undefined) return undefined;
  if (digits.length < 16) return digits.startsWith('0') ? String(Number(digits)) : digits;
  const number = BigInt(digits);
  return number > LARGEST ? undefined : String(number);
}
