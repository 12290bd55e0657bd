import { displayText, type ByteString } from '../../cookie/byte-string.ts';
import { looksSecret } from '../../cookie/looks-secret.ts';
import { MASK } from '../../cookie/mask.ts';
import { parseIsoTime } from '../../cookie/parse-iso-time.ts';
import type { Probe } from '../format.ts';
import { cellText, rawCells } from './cells.ts';
import { type Column, type Columns, columnsOf, makeCookies } from './columns.ts';
import type { ColumnChoice } from './mapped-table.ts';
import { readRow } from './read-row.ts';
import { type TableHead, tableHead } from './table-head.ts';

/** With fewer columns there is no cookie. */
const LEAST = 3;
/** So many rows are looked at. */
const ROWS = 5;

/** What the cells of a column are, in a word: any of them may be a value, so none is told. */
export type CellKind = 'empty' | 'yes or no' | 'number' | 'date' | 'host name' | 'path' | 'text';

/** One column of a table whose columns nobody knows. */
export interface LookedColumn {
  /** What stands above it, where the first line has names. */
  readonly head?: string;
  readonly kinds: readonly CellKind[];
  /** What it may be. */
  readonly guess?: Column;
}

/** A row as it would be read; its value is never told. */
export interface LookedRow {
  readonly name: string;
  readonly domain: string;
  readonly path: string;
  readonly session: boolean;
}

/** What a person is shown to say what the columns are. */
export interface TableLook {
  readonly columns: readonly LookedColumn[];
  readonly hasHeader: boolean;
  /** The first rows by what was chosen; `undefined` for one that makes no cookie. */
  readonly rows: readonly (LookedRow | undefined)[];
}

/** Is it a table of which nobody knows what the columns are: lines of as many cells, three and more? */
export function isUnknownTable({ head }: Probe): boolean {
  const found = tableHead(head);
  if (found === undefined || found.first.length < LEAST || makeCookies(found.columns)) return false;
  const [, ...rows] = rowsOf(head, found);
  return rows.length > 0 && rows.every(({ length }) => length === found.first.length);
}

/** Looks at the beginning of a table with what a person chose, or with what may be meant. */
export function lookAtTable(head: ByteString, choice?: Partial<ColumnChoice>): TableLook | undefined {
  const found = tableHead(head);
  if (found === undefined) return undefined;
  const { first, dialect } = found;
  const hasHeader = choice?.hasHeader ?? looksLikeHeader(first);
  const guesses = hasHeader ? columnsOf(first) : [];
  const rows = rowsOf(head, found).slice(hasHeader ? 1 : 0);
  const columns: Columns = choice?.columns ?? first.map((_, at) => guesses[at]);
  return {
    hasHeader,
    columns: first.map((name, at) => ({
      kinds: [...new Set(rows.map((row) => kindOf(row[at] ?? '')))],
      ...(hasHeader && { head: shown(name) }),
      ...(guesses[at] !== undefined && { guess: guesses[at] }),
    })),
    rows: recordsOf(head, found)
      .slice(hasHeader ? 1 : 0)
      .map((record) => lookedRow(record, { dialect, columns, exact: false })),
  };
}

function lookedRow(record: ByteString, reading: Parameters<typeof readRow>[1]): LookedRow | undefined {
  if (!makeCookies(reading.columns)) return undefined;
  const cookie = readRow(record, reading);
  if (typeof cookie === 'string') return undefined;
  const { name, domain, hostOnly, path, expiryTime } = cookie;
  return {
    name: shown(name),
    domain: shown(`${hostOnly ? '' : '.'}${domain}`),
    path: shown(path),
    session: expiryTime === undefined,
  };
}

/** The first lines, without a last one that may be cut off where the head ends. */
function recordsOf(head: ByteString, { start }: TableHead): readonly ByteString[] {
  const lines = head.slice(start).split(/\r?\n/);
  return lines.filter((line) => line !== '').slice(0, ROWS + 1);
}

function rowsOf(head: ByteString, found: TableHead): readonly (readonly ByteString[])[] {
  const { dialect } = found;
  return recordsOf(head, found).map((record) =>
    (rawCells(record, dialect) ?? []).map((raw) => cellText(raw, dialect)),
  );
}

/** Names of columns are words, each another. */
function looksLikeHeader(first: readonly ByteString[]): boolean {
  const areWords = first.every((cell) => kindOf(cell) === 'text' && cell.length < 40 && !looksSecret(cell));
  return areWords && new Set(first).size === first.length;
}

function kindOf(cell: ByteString): CellKind {
  const text = cell.trim();
  if (text === '') return 'empty';
  if (/^(?:true|false|yes|no|0|1)$/i.test(text)) return 'yes or no';
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return 'number';
  if (parseIsoTime(text) !== undefined) return 'date';
  if (text.startsWith('/')) return 'path';
  return /^\.?(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(text) || text === 'localhost' ? 'host name' : 'text';
}

/** A text that is no secret by its looks: a column of values may have been taken for another. */
function shown(text: ByteString): string {
  return looksSecret(text) || text.length > 200 ? MASK : displayText(text);
}
