import type { ByteString } from '../../cookie/byte-string.ts';

/** What a spreadsheet would work out as a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** Would a spreadsheet take this text for a formula (OWASP, CSV injection)? */
export function isFormula(text: ByteString): boolean {
  return FORMULA.test(text);
}

/** The text with an apostrophe before it where it would be a formula: names and values are written by strangers. */
export function tameFormula(text: ByteString): ByteString {
  return isFormula(text) ? `'${text}` : text;
}
