import type { ByteString } from '../../cookie/byte-string.ts';
import { Flag, Trait } from '../../table/columns.ts';
import { ROOT_PATH } from '../../table/path-table.ts';
import { shownField } from '../../table/shown-entry.ts';
import type { Table } from '../../table/table.ts';
import type { GroupMember } from '../rule.ts';
import type { Positions } from './group-judge.ts';

/** What the members of a group have in common. There may be millions of them, so a text that the one before had is not decoded again. */
export class GroupReader {
  readonly table: Table;
  readonly canonicalHost: number;
  readonly positions: Positions | undefined;
  #named = -1;
  #name: ByteString = '';
  #path: ByteString | undefined;
  #pathNumber = ROOT_PATH;

  constructor(table: Table, canonicalHost: number, positions: Positions | undefined) {
    this.table = table;
    this.canonicalHost = canonicalHost;
    this.positions = positions;
  }

  name(row: number): ByteString {
    if (this.#named < 0 || !sameBytes(this.table, this.#named, row))
      this.#name = this.table.field(row, 'name');
    this.#named = row;
    return this.#name;
  }

  path(row: number): ByteString {
    const number = this.table.columns.path[row] ?? ROOT_PATH;
    if (this.#path === undefined || this.#pathNumber !== number) this.#path = this.table.paths.text(number);
    this.#pathNumber = number;
    return this.#path;
  }
}

/** An entry of a group. It keeps no text and no place of its own: both are looked for when they are asked for. */
export class TableMember implements GroupMember {
  readonly row: number;
  readonly at: number;
  readonly #reader: GroupReader;

  constructor(reader: GroupReader, row: number, at: number) {
    this.#reader = reader;
    this.row = row;
    this.at = at;
  }

  get canonicalHost(): number {
    return this.#reader.canonicalHost;
  }

  get position(): number {
    return this.#reader.positions?.place(this.row) ?? this.row;
  }

  get hostOnly(): boolean {
    return ((this.#reader.table.columns.flags[this.row] ?? 0) & Flag.subdomains) === 0;
  }

  get name(): ByteString {
    return this.#reader.name(this.row);
  }

  get shownName(): string {
    return shownField(this.#reader.table, this.row, 'name');
  }

  get path(): ByteString {
    return this.#reader.path(this.row);
  }
}

/**
 * Everything that a group rule may look at in these rows, as one text: their scopes, their paths, and which names are the
 * same. Groups that look alike are judged alike, and so that more do, rows of one name are put into another order first.
 */
export function looksOf(table: Table, rows: Uint32Array): string {
  const { flags, path } = table.columns;
  const [first = 0] = rows;
  const oneName = rows.every((row) => sameBytes(table, first, row));
  if (oneName) sortBySight(table, rows);
  let looks = '';
  for (const row of rows) {
    looks += ((flags[row] as number) & Flag.subdomains) === 0 ? 'h' : 'd';
    if (path[row] !== ROOT_PATH) looks += path[row];
  }
  return oneName ? looks : `${looks} ${numbered(namesOf(table, rows))}`;
}

/** Rows of one name by scope and path; those that make one cookie stay in their order, because the last one overrules the others. */
function sortBySight(table: Table, rows: Uint32Array): void {
  const { flags, path, traits } = table.columns;
  const sight = (row: number): number => {
    // An empty path is compared as `/`.
    const route = ((traits[row] as number) & Trait.pathEmpty) === 0 ? (path[row] as number) : ROOT_PATH;
    return 2 * route + (((flags[row] as number) & Flag.subdomains) === 0 ? 0 : 1);
  };
  for (let at = 1; at < rows.length; at++) {
    const row = rows[at] as number;
    const key = sight(row);
    let place = at;
    for (; place > 0 && sight(rows[place - 1] as number) > key; place--)
      rows[place] = rows[place - 1] as number;
    rows[place] = row;
  }
}

function namesOf(table: Table, rows: Uint32Array): ByteString[] {
  return Array.from(rows, (row) => table.field(row, 'name'));
}

/** The names by number, in the order in which they first come. */
function numbered(names: readonly ByteString[]): string {
  const distinct = [...new Set(names)];
  return names.map((name) => distinct.indexOf(name)).join(' ');
}

/** Have two rows, whose names differ in case at most, the very same name? */
function sameBytes(table: Table, one: number, other: number): boolean {
  if (one === other) return true;
  const { bytes, columns } = table;
  const { start, nameAt, valueAt, traits } = columns;
  if ((((traits[one] as number) | (traits[other] as number)) & Trait.layoutOdd) !== 0) {
    return table.field(one, 'name') === table.field(other, 'name');
  }
  const length = (valueAt[one] as number) - (nameAt[one] as number);
  const from = (start[one] as number) + (nameAt[one] as number);
  const to = (start[other] as number) + (nameAt[other] as number);
  let at = 0;
  while (at < length && bytes[from + at] === bytes[to + at]) at++;
  return at === length;
}
