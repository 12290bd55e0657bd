import type { ByteString } from '../../cookie/byte-string.ts';

/** How many cells the table has, each size when the one before is three quarters full. Measured up to 6,000 domains. */
const SIZES = [
  13, 29, 59, 149, 347, 787, 1777, 3967, 8737, 19_219, 42_257, 92_861, 204_047, 449_093, 987_997, 2_173_549,
];

/**
 * Lower-case domains in the order in which wget goes through them: that of the cells of an open hash table (a polynomial
 * of 31, linear probing), which the order of coming only settles where two want the same cell.
 */
export function inTableOrder(domains: Iterable<ByteString>): readonly ByteString[] {
  let step = 0;
  let cells = emptyCells(step);
  let count = 0;
  for (const domain of domains) {
    if (count >= Math.trunc(cells.length * 0.75)) {
      const before = cells;
      step++;
      cells = emptyCells(step);
      for (const moved of before) if (moved !== undefined) put(cells, moved);
    }
    put(cells, domain);
    count++;
  }
  return cells.filter((domain) => domain !== undefined);
}

function emptyCells(step: number): (ByteString | undefined)[] {
  const size = SIZES[step] ?? (SIZES.at(-1) ?? 1) * 2 ** (step - SIZES.length + 1) + 1;
  return Array.from({ length: size }, () => undefined);
}

function put(cells: (ByteString | undefined)[], domain: ByteString): void {
  let at = hash(domain) % cells.length;
  while (cells[at] !== undefined) at = (at + 1) % cells.length;
  cells[at] = domain;
}

function hash(domain: ByteString): number {
  let number = 0;
  for (let at = 0; at < domain.length; at++) {
    // Bytes from 0x80 on count as negative ones.
    number = (Math.imul(number, 31) + ((domain.charCodeAt(at) << 24) >> 24)) >>> 0;
  }
  return number;
}
