import * as v from 'valibot';
import { count, documentId, entryId, fieldDifference, fileContent, handle, target } from './common.ts';
import { documentInfo } from './document.ts';
import { editResult } from './edit.ts';
import { loss } from './export.ts';
import { method } from './method.ts';

/** Rows on their way into a document; opaque, and good while the document does not change. */
const transferId = v.pipe(v.string(), v.regex(/^t\d{1,9}$/));

/** Where the cookies of a header went that says no more than names and values: an address, or a host alone. */
const site = v.optional(v.pipe(v.string(), v.maxLength(2048)));

/** Where rows come from: what was pasted, a file, or lines of another open document. */
const transferFrom = v.union([
  v.strictObject({ text: v.string(), site }),
  v.strictObject({ handle, site }),
  /** A file that a browser tab has no handle for. */
  v.strictObject({ name: v.string(), base64: fileContent, site }),
  v.strictObject({ document: documentId, target }),
]);
export type TransferFrom = v.InferOutput<typeof transferFrom>;

/**
 * What a row is to the document: it cannot be held, is added (an entry, or a line that is none), takes the place of the
 * entry of its identity, is there already, or comes again further down.
 */
const standing = v.picklist(['unfit', 'new', 'line', 'changed', 'identical', 'repeated']);

export const transferRow = v.object({
  /** By this number a choice names it. */
  at: count,
  standing,
  subject: v.string(),
  /** The line, masked, of a row that is no entry. */
  text: v.optional(v.string()),
  details: v.array(fieldDifference),
});
export type TransferRow = v.InferOutput<typeof transferRow>;

const transferOpened = v.variant('kind', [
  v.object({
    kind: v.literal('rows'),
    transfer: transferId,
    /** Where they come from, as people call it. */
    title: v.string(),
    counts: v.object({
      unfit: count,
      new: count,
      line: count,
      changed: count,
      identical: count,
      repeated: count,
    }),
    /** What the document's format cannot hold of them. */
    losses: v.array(loss),
  }),
  /** A `Cookie` header: which site it went to must be told. `host`: what the headers around it say. */
  v.object({ kind: v.literal('cookie-header'), cookies: count, host: v.optional(v.string()) }),
  /** `Set-Cookie` headers: `setCookie.preview` takes them. */
  v.object({ kind: v.literal('set-cookie') }),
]);
export type TransferInfo = Extract<v.InferOutput<typeof transferOpened>, { kind: 'rows' }>;

const choices = v.strictObject({
  /** Whether changed entries take the place of those that are there. */
  changed: v.boolean(),
  /** Rows for which it is the other way round. */
  except: v.pipe(v.array(entryId), v.maxLength(100_000)),
});
export type TransferChoicesInput = v.InferOutput<typeof choices>;

const one = v.strictObject({ transfer: transferId });

export const transferMethods = {
  /** Puts rows beside a document's entries, by identity. Nothing is changed. */
  'transfer.open': method(v.strictObject({ document: documentId, from: transferFrom }), transferOpened),
  /** A window of the rows: those to decide about first, those that change nothing last. Masked. */
  'transfer.rows': method(v.strictObject({ ...one.entries, from: count, to: count }), v.array(transferRow)),
  /**
   * Puts the chosen rows into the document as one step; nothing is written. `move`: rows of another document are taken from
   * it, as a step of its own, once this one has them; `left` is that document then.
   */
  'transfer.apply': method(
    v.strictObject({ ...one.entries, choices, move: v.optional(v.boolean()) }),
    v.object({ ...editResult.entries, left: v.optional(documentInfo) }),
  ),
  'transfer.close': method(one, v.strictObject({})),
  /** A new document that can hold all that this one does, for rows to go to. */
  'transfer.create': method(v.strictObject({ like: documentId }), documentInfo),
};
