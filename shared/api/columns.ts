import * as v from 'valibot';
import { COLUMNS } from '../formats/csv/columns.ts';
import { documentInfo } from './document.ts';
import { method } from './method.ts';

/** A table that could not be opened since nobody knows its columns; opaque. */
const tableId = v.pipe(v.string(), v.regex(/^u\d{1,9}$/));

/** What each column says of a cookie, from the left; null for one that is left out. */
const columns = v.pipe(v.array(v.nullable(v.picklist(COLUMNS))), v.maxLength(1000));

const one = v.strictObject({ table: tableId });

/** `hasHeader`: the first line has the names of the columns. */
const choice = v.strictObject({ ...one.entries, columns, hasHeader: v.boolean() });

const look = v.object({
  title: v.string(),
  hasHeader: v.boolean(),
  columns: v.array(
    v.object({
      head: v.optional(v.string()),
      /** What its cells are, never what they say: "host name", "number". */
      kinds: v.array(v.string()),
      guess: v.optional(v.picklist(COLUMNS)),
    }),
  ),
  /** The first rows as they would be read, without their values; null for one that makes no cookie. */
  rows: v.array(
    v.nullable(v.object({ name: v.string(), domain: v.string(), path: v.string(), session: v.boolean() })),
  ),
});
export type TableLook = v.InferOutput<typeof look>;

/** Tables whose columns a person names. The error `format-columns` gives the id of one. */
export const columnsMethods = {
  /** What the columns hold, and the first rows by what was chosen, or by what may be meant. */
  'columns.look': method(
    v.strictObject({
      ...one.entries,
      columns: v.optional(columns),
      hasHeader: v.optional(v.boolean()),
    }),
    look,
  ),
  /** Opens it as a document of its own, a copy. */
  'columns.open': method(choice, documentInfo),
  'columns.forget': method(one, v.strictObject({})),
};
