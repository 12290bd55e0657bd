import type { PlainFields } from '../plain-line.ts';

const SPACE = 32;
const ZERO = 48;
const NINE = 57;
const CAPITAL_A = 65;
const CAPITAL_Z = 90;

/** No blank that aria2 takes off, no address, no capital of a domain that it would not match. */
export function hasUsualSpelling(fields: Readonly<PlainFields>, bytes: Uint8Array): boolean {
  const { domainFrom, domainTo, pathTo, nameFrom, nameTo, to } = fields;
  const first = bytes[domainFrom] ?? 0;
  if (first >= ZERO && first <= NINE) return false;
  for (let at = domainFrom; at < domainTo; at++) {
    const code = bytes[at] ?? 0;
    if (code >= CAPITAL_A && code <= CAPITAL_Z) return false;
  }
  return (
    bytes[pathTo - 1] !== SPACE &&
    bytes[nameFrom] !== SPACE &&
    bytes[nameTo - 1] !== SPACE &&
    bytes[nameTo + 1] !== SPACE &&
    bytes[to - 2] !== SPACE
  );
}
