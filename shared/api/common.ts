import * as v from 'valibot';
import { EDITABLE_FIELDS } from '../document/edits/editable-fields.ts';

/** An open document, a view, a file that a host was given: opaque names that mean nothing outside the engine. */
export const documentId = v.pipe(v.string(), v.regex(/^d\d{1,9}$/));
export const viewId = v.pipe(v.string(), v.regex(/^v\d{1,9}$/));
export const handle = v.pipe(v.string(), v.regex(/^h[0-9a-f]{32}$/));
/** A line of a document; given once, never used again. */
export const entryId = v.pipe(v.number(), v.integer(), v.minValue(0));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** The bytes of a file: in base64, or as they are where what carries a request has decoded them. */
export const fileContent = v.union([
  v.string(),
  v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
]);
export type FileContent = v.InferOutput<typeof fileContent>;
/** What a person typed into one field. */
export const fieldText = v.pipe(v.string(), v.maxLength(1_048_576));

export const severity = v.picklist(['error', 'warning', 'info', 'hint']);

/** What a command works on: named lines, the selection of a view, or all that a view shows. */
export const target = v.union([
  v.strictObject({ ids: v.pipe(v.array(entryId), v.maxLength(100_000)) }),
  v.strictObject({ view: viewId, which: v.picklist(['selection', 'matches']) }),
]);
export type Target = v.InferOutput<typeof target>;

/** The columns a person can change. `expires` takes seconds, a date, or `session`. */
export const editableField = v.picklist(EDITABLE_FIELDS);
export type EditableField = v.InferOutput<typeof editableField>;

/** A field of an entry, or a property of the file in words, before and after. */
export const fieldDifference = v.object({ field: v.string(), before: v.string(), after: v.string() });

/**
 * What copied entries are made of: `table` for spreadsheets, `json` in the document's own shape (else Cookie-Editor's).
 * `url`: of a header, only what a browser would send there.
 */
export const copyRequest = v.strictObject({
  document: documentId,
  target,
  as: v.picklist(['value', 'name', 'table', 'netscape', 'json', 'header']),
  url: v.optional(v.string()),
});
export type CopyRequest = v.InferOutput<typeof copyRequest>;
