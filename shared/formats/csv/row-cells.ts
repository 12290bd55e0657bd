import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import { cellText, type Dialect } from './cells.ts';
import type { Column, Columns } from './columns.ts';

const TRUE = new Set(['true', 'yes', '1', 'x', '\xe2\x9c\x93', '\xe2\x9c\x94']);
const FALSE = new Set(['false', 'no', '0', '']);

/** The cells of one row by what they say. The first thing that cannot be read is remembered, and the answers are then of no use. */
export class RowCells {
  readonly #columns: Columns;
  readonly #raw: readonly ByteString[];
  readonly #dialect: Dialect;
  #problem: UnparsedReason | undefined;

  constructor(columns: Columns, raw: readonly ByteString[], dialect: Dialect) {
    this.#columns = columns;
    this.#raw = raw;
    this.#dialect = dialect;
    if (raw.length > columns.length) this.#problem = 'cells-differ';
  }

  get problem(): UnparsedReason | undefined {
    return this.#problem;
  }

  fail(reason: UnparsedReason): undefined {
    this.#problem ??= reason;
    return undefined;
  }

  /** What a cell says; nothing for one that is empty or is not there. */
  text(column: Column): ByteString | undefined {
    const raw = this.#raw[this.#columns.indexOf(column)];
    const text = raw === undefined ? '' : cellText(raw, this.#dialect);
    return text === '' ? undefined : text;
  }

  /** A cell that must be there; it may be empty. */
  needed(column: Column): ByteString {
    const at = this.#columns.indexOf(column);
    if (this.#raw[at] === undefined) this.fail('field-missing');
    return this.text(column) ?? '';
  }

  flag(column: Column): boolean | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    const word = lowerCaseAscii(text.trim());
    if (TRUE.has(word)) return true;
    return FALSE.has(word) ? false : this.fail('field-wrong-type');
  }

  number(column: Column): number | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    const number = text.trim() === '' ? Number.NaN : Number(text);
    return Number.isFinite(number) ? number : this.fail('field-wrong-type');
  }

  /** A word of a small vocabulary, in lower case. */
  word(column: Column): string {
    return lowerCaseAscii(this.text(column)?.trim() ?? '');
  }
}
