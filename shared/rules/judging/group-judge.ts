import type { Progress } from '../../table/progress.ts';
import type { Table } from '../../table/table.ts';
import type { GroupMember, GroupRule } from '../rule.ts';
import type { FindingBits } from './finding-bits.ts';
import { GroupReader, looksOf, TableMember } from './group-member.ts';
import type { HostChains } from './host-chains.ts';
import { NameGroups } from './name-groups.ts';

/** Where current rows stand in the document. */
export interface Positions {
  /** Grows from row to row along the document; quickly told. */
  rank(row: number): number;
  /** The place from 0. */
  place(row: number): number;
}

interface PlacedRule {
  readonly rule: GroupRule;
  readonly word: number;
  readonly bit: number;
}

/** Entries looked at between two yields. */
const SLICE = 1 << 12;
/** A row that is judged in a group takes as long as so many that are only looked at. */
const GROUPED = 8;
/** Groups up to this size are remembered by what they look like. */
const REMEMBERED_SIZE = 16;
const REMEMBERED_GROUPS = 1 << 14;

/** Judges entries of one host and one name together, and reports into `FindingBits`. */
export class GroupJudge {
  /** Where current rows stand; without it they stand in the order of their numbers. */
  positions: Positions | undefined;
  readonly #table: Table;
  readonly #bits: FindingBits;
  readonly #rules: readonly PlacedRule[];
  readonly #mask: Uint32Array;
  readonly #groups: NameGroups;
  /** Until all was judged once, no row has group findings that could be wrong. */
  #reported = false;
  /** What the rules make of a group by what it looks like: the words of each member, one member after the other. */
  readonly #remembered = new Map<string, Uint32Array>();

  constructor(table: Table, bits: FindingBits, positions?: Positions) {
    this.#table = table;
    this.#bits = bits;
    this.positions = positions;
    this.#rules = bits.rules.flatMap((rule, at) =>
      rule.scope === 'group' ? [{ rule, ...bits.place(at) }] : [],
    );
    this.#mask = bits.maskOf((rule) => rule.scope === 'group');
    this.#groups = new NameGroups(table);
  }

  /** Takes the group findings of a current row away. */
  clearRow(row: number): void {
    for (let word = 0; word < this.#mask.length; word++) {
      const mask = this.#mask[word] as number;
      if (mask === 0) continue;
      const column = this.#bits.words[word] as Uint32Array;
      const found = (column[row] as number) & mask;
      if (found === 0) continue;
      this.#bits.add(word, found, -1);
      column[row] = (column[row] as number) & ~mask;
    }
  }

  /** Judges these current entries, all that their hosts have. */
  *judge(chains: HostChains): Generator<Progress, void> {
    const { from, rows } = chains;
    const total = rows.length;
    const clears = this.#reported;
    this.#reported = true;
    let work = 0;
    for (let host = 0; host < from.length - 1; host++) {
      const at = from[host] as number;
      const end = from[host + 1] as number;
      if (at === end) continue;
      for (let place = at; clears && place < end; place++) this.clearRow(rows[place] as number);
      const groups = this.#groups.find(chains, host);
      work += end - at;
      for (let group = 0; group < groups; group++) {
        work += GROUPED * this.#judgeGroup(group, host);
        if (work < SLICE) continue;
        work = 0;
        yield { done: at, total };
      }
      if (work < SLICE) continue;
      work = 0;
      yield { done: end, total };
    }
  }

  /** The members of every group of two and more among the current entries of a canonical host. */
  membersOf(host: number, chains: HostChains): readonly (readonly GroupMember[])[] {
    return Array.from({ length: this.#groups.find(chains, host) }, (_, group) =>
      this.#members(this.#rowsOf(group), host),
    );
  }

  /** An entry that stands alone. */
  memberOf(row: number, host: number): GroupMember {
    return new TableMember(new GroupReader(this.#table, host, this.positions), row, 0);
  }

  /** The rows of a group that was just found, in the order of the document. */
  #rowsOf(group: number): Uint32Array {
    const { rows, from } = this.#groups;
    const found = rows.subarray(from[group], from[group + 1]);
    const { positions } = this;
    return positions === undefined
      ? found
      : found.sort((one, other) => positions.rank(one) - positions.rank(other));
  }

  #members(rows: Uint32Array, host: number): GroupMember[] {
    const reader = new GroupReader(this.#table, host, this.positions);
    return Array.from({ length: rows.length }, (_, at) => new TableMember(reader, rows[at] as number, at));
  }

  /** Reports what the rules find in a group, and says how many rows it has. */
  #judgeGroup(group: number, host: number): number {
    const rows = this.#rowsOf(group);
    const found = this.#findingsOf(rows, host);
    const { words } = this.#bits;
    for (let at = 0; at < found.length; at++) {
      const bits = found[at] as number;
      if (bits === 0) continue;
      const word = at % words.length;
      const row = rows[(at / words.length) | 0] as number;
      const column = words[word] as Uint32Array;
      column[row] = (column[row] as number) | bits;
      this.#bits.add(word, bits, 1);
    }
    return rows.length;
  }

  /** The bits of each row, `words.length` words a row; a small group may be put into another order. */
  #findingsOf(rows: Uint32Array, host: number): Uint32Array {
    if (rows.length > REMEMBERED_SIZE) return this.#askRules(this.#members(rows, host));
    const looks = looksOf(this.#table, rows);
    const known = this.#remembered.get(looks);
    if (known !== undefined) return known;
    const found = this.#askRules(this.#members(rows, host));
    if (this.#remembered.size < REMEMBERED_GROUPS) this.#remembered.set(looks, found);
    return found;
  }

  #askRules(members: readonly GroupMember[]): Uint32Array {
    const width = this.#bits.words.length;
    const found = new Uint32Array(members.length * width);
    for (const { rule, word, bit } of this.#rules) {
      rule.check(members, ({ at }) => {
        const place = at * width + word;
        found[place] = (found[place] as number) | bit;
      });
    }
    return found;
  }
}
