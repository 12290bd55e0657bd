import { purposeOf } from '../purposes/purpose-of.ts';
import type { KnownPurpose, PurposeWord } from '../purposes/purpose.ts';
import { PURPOSE_WORDS } from '../purposes/purpose.ts';
import type { Table } from '../table/table.ts';

const UNKNOWN = PURPOSE_WORDS.indexOf('unknown');

/** What the entries of a table are probably for. Rows never change, so each is looked at once, when it is first asked for. */
export class RowPurposes {
  readonly #table: Table;
  /** By row: the place of its purpose in `PURPOSE_WORDS`, from 1; 0 where nobody asked yet. */
  #known = new Uint8Array(0);

  constructor(table: Table) {
    this.#table = table;
  }

  /** The place in `PURPOSE_WORDS` of what an entry is probably for. */
  place(row: number): number {
    if (row >= this.#known.length) this.#grow();
    const known = this.#known[row] ?? 0;
    if (known !== 0) return known - 1;
    const purpose = this.of(row);
    const place = purpose === undefined ? UNKNOWN : PURPOSE_WORDS.indexOf(purpose.category);
    this.#known[row] = place + 1;
    return place;
  }

  /** What an entry is probably for, as one word. */
  word(row: number): PurposeWord {
    return PURPOSE_WORDS[this.place(row)] ?? 'unknown';
  }

  /** What is known of the entry's name. */
  of(row: number): KnownPurpose | undefined {
    const { hosts, columns } = this.#table;
    const host = columns.host[row] ?? 0;
    return purposeOf(this.#table.field(row, 'name'), () => hosts.canonicalText(hosts.canonical(host)));
  }

  #grow(): void {
    const grown = new Uint8Array(this.#table.count + (this.#table.count >> 3));
    grown.set(this.#known);
    this.#known = grown;
  }
}
