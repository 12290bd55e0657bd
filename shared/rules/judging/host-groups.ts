import type { FindingData, GroupMember } from '../rule.ts';

/** A group with what its rules prepared to explain its members. */
export interface KnownGroup {
  readonly members: readonly GroupMember[];
  readonly explained: Map<number, (member: GroupMember) => FindingData>;
}

/** A group that no rule has looked at yet. */
export function knownGroup(members: readonly GroupMember[]): KnownGroup {
  return { members, explained: new Map() };
}

/** The groups of one host at a time, found by the rows in them: in columns, since one host may have all rows of a file. */
export class HostGroups {
  #host: number | undefined;
  #groups: readonly KnownGroup[] = [];
  /** By row: the place of its group plus 1, and its own place in it. */
  readonly #groupOf: Uint32Array;
  readonly #placeOf: Uint32Array;

  /** `rows`: how many the table has. */
  constructor(rows: number) {
    this.#groupOf = new Uint32Array(rows);
    this.#placeOf = new Uint32Array(rows);
  }

  /** Goes on with the groups of another host; nothing is done when it is the same. */
  turnTo(host: number, groupsOf: () => readonly (readonly GroupMember[])[]): void {
    if (this.#host === host) return;
    for (const { members } of this.#groups) for (const { row } of members) this.#groupOf[row] = 0;
    this.#host = host;
    this.#groups = groupsOf().map(knownGroup);
    for (const [group, { members }] of this.#groups.entries()) {
      for (const { row, at } of members) {
        this.#groupOf[row] = group + 1;
        this.#placeOf[row] = at;
      }
    }
  }

  /** The group of a row of the host, if it has one. */
  groupOf(row: number): KnownGroup | undefined {
    return this.#groups[(this.#groupOf[row] ?? 0) - 1];
  }

  /** The place of a row in its group. */
  placeOf(row: number): number {
    return this.#placeOf[row] ?? 0;
  }
}
