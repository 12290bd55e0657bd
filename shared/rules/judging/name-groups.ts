import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import { Trait } from '../../table/columns.ts';
import type { Table } from '../../table/table.ts';
import type { HostChains } from './host-chains.ts';

/** Up to so many rows are compared one with another: faster than any hashing. */
const FEW = 8;
/** More look-ups than this for one name: somebody chose names that collide. */
const PROBES = 64;
const NONE = -1;

/**
 * Finds rows of one host that have the same name in any case. Memory is kept from host to host. It relies on
 * `nameHash` being equal for such names; whether they are is looked at byte by byte. Watched by `test/bench` (open).
 */
export class NameGroups {
  readonly #table: Table;
  #slots = new Int32Array(16);
  /** By place in the chain: the next of the group, and for its first one the last so far. */
  #next = new Int32Array(8);
  #last = new Int32Array(8);
  /** The groups that were found: those of group g are `rows[from[g], from[g + 1])`. The next `find` overwrites them. */
  rows = new Uint32Array(8);
  from = new Uint32Array(9);

  constructor(table: Table) {
    this.#table = table;
  }

  /** Finds the groups of two and more rows among those of a host, each in its order, and says how many there are. */
  find(chains: HostChains, host: number): number {
    const from = chains.from[host] as number;
    const count = (chains.from[host + 1] as number) - from;
    if (count < 2) return 0;
    this.#reserve(count);
    const followers = count <= FEW ? this.#linkFew(chains, from, count) : this.#link(chains, from, count);
    if (followers === 0) return 0;
    if (followers < 0) return this.#findByText(chains, from, count);
    const { rows } = chains;
    const next = this.#next;
    const last = this.#last;
    const found = this.rows;
    let groups = 0;
    let used = 0;
    for (let first = 0; first < count; first++) {
      if (last[first] === NONE || next[first] === NONE) continue;
      for (let at = first; at !== NONE; at = next[at] as number) found[used++] = rows[from + at] as number;
      this.from[++groups] = used;
    }
    return groups;
  }

  /** Links the rows of each group and says how many rows follow another. */
  #linkFew({ rows, nameHashes }: HostChains, from: number, count: number): number {
    const next = this.#next;
    const last = this.#last;
    let followers = 0;
    for (let at = 0; at < count; at++) {
      next[at] = NONE;
      last[at] = at;
      const hash = nameHashes[from + at] as number;
      for (let first = 0; first < at; first++) {
        if (nameHashes[from + first] !== hash || last[first] === NONE) continue;
        if (!this.#sameName(rows[from + first] as number, rows[from + at] as number)) continue;
        next[last[first] as number] = at;
        last[first] = at;
        last[at] = NONE;
        followers++;
        break;
      }
    }
    return followers;
  }

  /** Links the rows of each group and says how many rows follow another; negative when names collide too much. */
  #link({ rows, nameHashes }: HostChains, from: number, count: number): number {
    const slots = this.#slots;
    const next = this.#next;
    const last = this.#last;
    let size = 4;
    while (size < count * 2) size *= 2;
    slots.fill(0, 0, size);
    const mask = size - 1;
    let followers = 0;
    for (let at = 0; at < count; at++) {
      const hash = nameHashes[from + at] as number;
      next[at] = NONE;
      last[at] = NONE;
      let slot = (hash ^ (hash >>> 15)) & mask;
      for (let probe = 0; ; probe++) {
        const first = (slots[slot] as number) - 1;
        if (first < 0) {
          slots[slot] = at + 1;
          last[at] = at;
          break;
        }
        if (
          nameHashes[from + first] === hash &&
          this.#sameName(rows[from + first] as number, rows[from + at] as number)
        ) {
          next[last[first] as number] = at;
          last[first] = at;
          followers++;
          break;
        }
        if (probe > PROBES) return -1;
        slot = (slot + 1) & mask;
      }
    }
    return followers;
  }

  /** Scenario: a file made so that many names have one hash. The engine's own hashing of strings is seeded. */
  #findByText({ rows }: HostChains, from: number, count: number): number {
    const groups = new Map<ByteString, number[]>();
    for (let at = from; at < from + count; at++) {
      const row = rows[at] as number;
      const name = lowerCaseAscii(this.#table.field(row, 'name'));
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [row]);
      else group.push(row);
    }
    let found = 0;
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const begin = this.from[found] as number;
      this.rows.set(group, begin);
      this.from[++found] = begin + group.length;
    }
    return found;
  }

  /** Have two entries the same name, ASCII case apart? */
  #sameName(one: number, other: number): boolean {
    const table = this.#table;
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

  #reserve(count: number): void {
    if (count <= this.#next.length) return;
    let room = this.#next.length;
    while (room < count) room *= 2;
    this.#slots = new Int32Array(room * 2);
    this.#next = new Int32Array(room);
    this.#last = new Int32Array(room);
    this.rows = new Uint32Array(room);
    this.from = new Uint32Array(room + 1);
  }
}
