import type { Table } from '../../table/table.ts';
import { Trait } from '../../table/columns.ts';
import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';

/** More look-ups than this for one name: somebody chose names that collide. */
const PROBES = 64;

/**
 * Finds rows of one host that have the same name in any case. Scratch memory is kept from host to host. It relies on
 * `nameHash` being equal for such names; whether they are is looked at byte by byte. Watched by `test/bench` (open).
 */
export class NameGroups {
  readonly #table: Table;
  #slots = new Int32Array(16);
  /** By place among the rows: the next row of the group, and for its first row the last one so far; -1 for none. */
  #next = new Int32Array(8);
  #last = new Int32Array(8);

  constructor(table: Table) {
    this.#table = table;
  }

  /** Calls `found` with each group of two rows and more, in the order of `rows[0, count)`. */
  find(rows: Uint32Array, count: number, found: (group: number[]) => void): void {
    this.#reserve(count);
    if (!this.#link(rows, count)) {
      this.#findByText(rows, count, found);
      return;
    }
    const next = this.#next;
    for (let first = 0; first < count; first++) {
      if (this.#last[first] === -1) continue;
      if (next[first] === -1) continue;
      const group: number[] = [];
      for (let at = first; at !== -1; at = next[at] as number) group.push(rows[at] as number);
      found(group);
    }
  }

  /** Links the rows of each group. False when names collide so much that this would take too long. */
  #link(rows: Uint32Array, count: number): boolean {
    const { nameHash } = this.#table.columns;
    const slots = this.#slots;
    const next = this.#next;
    const last = this.#last;
    let size = 4;
    while (size < count * 2) size *= 2;
    slots.fill(0, 0, size);
    const mask = size - 1;
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number;
      const hash = nameHash[row] as number;
      next[at] = -1;
      last[at] = -1;
      let slot = (hash ^ (hash >>> 15)) & mask;
      for (let probe = 0; ; probe++) {
        const first = (slots[slot] as number) - 1;
        if (first < 0) {
          slots[slot] = at + 1;
          last[at] = at;
          break;
        }
        const other = rows[first] as number;
        if (nameHash[other] === hash && sameName(this.#table, other, row)) {
          next[last[first] as number] = at;
          last[first] = at;
          break;
        }
        if (probe > PROBES) return false;
        slot = (slot + 1) & mask;
      }
    }
    return true;
  }

  #findByText(rows: Uint32Array, count: number, found: (group: number[]) => void): void {
    const groups = new Map<ByteString, number[]>();
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number;
      const name = lowerCaseAscii(this.#table.field(row, 'name'));
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [row]);
      else group.push(row);
    }
    for (const group of groups.values()) if (group.length > 1) found(group);
  }

  #reserve(count: number): void {
    if (count <= this.#next.length) return;
    let room = this.#next.length;
    while (room < count) room *= 2;
    this.#slots = new Int32Array(room * 2);
    this.#next = new Int32Array(room);
    this.#last = new Int32Array(room);
  }
}

/** Have two entries the same name, ASCII case apart? */
function sameName(table: Table, one: number, other: number): boolean {
  const { start, nameAt, valueAt, traits } = table.columns;
  if ((((traits[one] as number) | (traits[other] as number)) & Trait.layoutOdd) !== 0) {
    return lowerCaseAscii(table.field(one, 'name')) === lowerCaseAscii(table.field(other, 'name'));
  }
  const length = (valueAt[one] as number) - (nameAt[one] as number);
  if (length !== (valueAt[other] as number) - (nameAt[other] as number)) return false;
  const { bytes } = table;
  const from = (start[one] as number) + (nameAt[one] as number);
  const to = (start[other] as number) + (nameAt[other] as number);
  for (let at = 0; at < length - 1; at++) {
    const left = bytes[from + at] as number;
    const right = bytes[to + at] as number;
    if (left === right) continue;
    const letter = left | 0x20;
    if (letter !== (right | 0x20) || letter < 0x61 || letter > 0x7a) return false;
  }
  return true;
}
