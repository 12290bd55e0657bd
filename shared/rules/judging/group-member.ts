import type { ByteString } from '../../cookie/byte-string.ts';
import { Flag, Trait } from '../../table/columns.ts';
import { ROOT_PATH } from '../../table/path-table.ts';
import { shownField } from '../../table/shown-entry.ts';
import type { Table } from '../../table/table.ts';
import type { GroupMember } from '../rule.ts';
import type { Positions } from './group-judge.ts';

/** An entry of a group. Its text is decoded when it is asked for, once; its place is looked for when it is asked for. */
export class TableMember implements GroupMember {
  readonly row: number;
  readonly canonicalHost: number;
  readonly #table: Table;
  readonly #positions: Positions | undefined;
  #name: ByteString | undefined;
  #path: ByteString | undefined;

  constructor(
    table: Table,
    of: { readonly row: number; readonly host: number; readonly positions: Positions | undefined },
  ) {
    this.#table = table;
    this.row = of.row;
    this.canonicalHost = of.host;
    this.#positions = of.positions;
  }

  get position(): number {
    return this.#positions?.place(this.row) ?? this.row;
  }

  get hostOnly(): boolean {
    return ((this.#table.columns.flags[this.row] ?? 0) & Flag.subdomains) === 0;
  }

  get name(): ByteString {
    this.#name ??= this.#table.field(this.row, 'name');
    return this.#name;
  }

  get shownName(): string {
    return shownField(this.#table, this.row, 'name');
  }

  get path(): ByteString {
    this.#path ??= this.#table.paths.text(this.#table.columns.path[this.row] ?? ROOT_PATH);
    return this.#path;
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
