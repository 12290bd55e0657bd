import type { ByteString } from '../../cookie/byte-string.ts';
import { Flag } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { Table } from '../../table/table.ts';
import type { GroupMember, GroupRule } from '../rule.ts';
import type { FindingBits } from './finding-bits.ts';
import { chainByHost, currentEntries } from './host-chains.ts';
import type { HostChains } from './host-chains.ts';
import { NameGroups } from './name-groups.ts';

/** The place of a current row in the document. */
export type Position = (row: number) => number;

interface PlacedRule {
  readonly rule: GroupRule;
  readonly word: number;
  readonly bit: number;
}

/** Entries looked at between two yields: a slice well below 33 ms. */
const SLICE = 1 << 14;
/** Groups up to this size are remembered by what they look like. */
const REMEMBERED_SIZE = 12;
const REMEMBERED_GROUPS = 1 << 14;

/** Judges entries of one host and one name together, and reports into `FindingBits`. */
export class GroupJudge {
  readonly #table: Table;
  readonly #bits: FindingBits;
  /** Where current rows stand; without it they stand in the order of their numbers. */
  position: Position | undefined;
  readonly #rules: readonly PlacedRule[];
  readonly #mask: Uint32Array;
  readonly #groups: NameGroups;
  /** What the rules make of a group, a word after the other for each member, by what the group looks like. */
  readonly #remembered = new Map<string, Uint32Array>();
  #chain = new Uint32Array(64);

  constructor(table: Table, bits: FindingBits, position?: Position) {
    this.#table = table;
    this.#bits = bits;
    this.position = position;
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

  /** Judges the current entries of the touched canonical hosts again, or of all. */
  *judge(current: Uint8Array, touched?: Uint8Array): Generator<Progress, void> {
    const total = this.#table.count;
    const rows = currentEntries(this.#table, current, touched);
    yield { done: 0, total };
    for (let at = 0; at < rows.length; at++) this.clearRow(rows[at] as number);
    yield { done: 0, total };
    const chains = chainByHost(this.#table, rows);
    yield { done: 0, total };
    let seen = 0;
    let next = SLICE;
    for (let host = 0; host < chains.first.length; host++) {
      const count = this.#chainOf(chains, host);
      if (count > 1) this.#groups.find(this.#chain, count, (group) => this.#judgeGroup(group, host));
      seen += count + 1;
      if (seen < next) continue;
      next = seen + SLICE;
      yield { done: Math.min(seen, total), total };
    }
  }

  /** The members of the group that a current entry is in. */
  membersOf(row: number, chains: HostChains): readonly GroupMember[] {
    const host = this.#table.hosts.canonical(this.#table.columns.host[row] ?? 0);
    const count = this.#chainOf(chains, host);
    let members: readonly GroupMember[] | undefined;
    this.#groups.find(this.#chain, count, (group) => {
      if (group.includes(row)) members = this.#members(group, host);
    });
    return members ?? this.#members([row], host);
  }

  /** Copies the rows of a host into `#chain` and says how many there are. */
  #chainOf({ rows, first, next }: HostChains, host: number): number {
    let count = 0;
    for (let at = first[host] as number; at >= 0; at = next[at] as number) {
      if (count === this.#chain.length) {
        const grown = new Uint32Array(count * 2);
        grown.set(this.#chain);
        this.#chain = grown;
      }
      this.#chain[count++] = rows[at] as number;
    }
    return count;
  }

  #members(group: readonly number[], host: number): GroupMember[] {
    const { position } = this;
    const members = group.map(
      (row) => new Member(this.#table, row, host, position === undefined ? row : position(row)),
    );
    return position === undefined ? members : members.sort((one, other) => one.position - other.position);
  }

  #judgeGroup(group: readonly number[], host: number): void {
    const members = this.#members(group, host);
    const looks = members.length <= REMEMBERED_SIZE ? looksOf(members) : undefined;
    const known = looks === undefined ? undefined : this.#remembered.get(looks);
    const found = known ?? this.#reports(members);
    if (looks !== undefined && known === undefined && this.#remembered.size < REMEMBERED_GROUPS) {
      this.#remembered.set(looks, found);
    }
    const { words } = this.#bits;
    for (let at = 0; at < found.length; at++) {
      const bits = found[at] as number;
      if (bits === 0) continue;
      const word = at % words.length;
      const { row } = members[(at / words.length) | 0] as GroupMember;
      const column = words[word] as Uint32Array;
      column[row] = (column[row] as number) | bits;
      this.#bits.add(word, bits, 1);
    }
  }

  /** The bits of each member, `words.length` words a member. */
  #reports(members: readonly GroupMember[]): Uint32Array {
    const width = this.#bits.words.length;
    const found = new Uint32Array(members.length * width);
    const places = new Map(members.map((member, at) => [member, at]));
    for (const { rule, word, bit } of this.#rules) {
      rule.check(members, (member) => {
        const at = (places.get(member) ?? 0) * width + word;
        found[at] = (found[at] as number) | bit;
      });
    }
    return found;
  }
}

/** Everything that a group rule may look at: scopes, paths, and which names are the same, in document order. */
function looksOf(members: readonly GroupMember[]): string {
  const names: ByteString[] = [];
  let looks = '';
  for (const member of members) {
    let name = names.indexOf(member.name);
    if (name < 0) name = names.push(member.name) - 1;
    looks += `${member.hostOnly ? 'h' : 'd'}${name}:${member.path.length}:${member.path}`;
  }
  return looks;
}

/** An entry of a group. Text is decoded when it is asked for, once. */
class Member implements GroupMember {
  readonly row: number;
  readonly position: number;
  readonly canonicalHost: number;
  readonly #table: Table;
  #name: ByteString | undefined;
  #path: ByteString | undefined;

  constructor(table: Table, row: number, canonicalHost: number, position: number) {
    this.#table = table;
    this.row = row;
    this.position = position;
    this.canonicalHost = canonicalHost;
  }

  get hostOnly(): boolean {
    return ((this.#table.columns.flags[this.row] ?? 0) & Flag.subdomains) === 0;
  }

  get name(): ByteString {
    this.#name ??= this.#table.field(this.row, 'name');
    return this.#name;
  }

  get path(): ByteString {
    this.#path ??= this.#table.field(this.row, 'path');
    return this.#path;
  }
}
