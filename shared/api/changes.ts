import * as v from 'valibot';
import { count, documentId, entryId, fieldDifference } from './common.ts';
import { documentInfo } from './document.ts';
import { method } from './method.ts';

/** One pending difference to the file on disk. Lines are masked unless revealed. */
export const pendingChange = v.object({
  id: v.optional(entryId),
  kind: v.picklist(['added', 'edited', 'removed', 'moved', 'property']),
  /** "example.com sid" or "Line ends". */
  subject: v.string(),
  /** What changed in words: "expires: in 3 days → now". */
  details: v.array(fieldDifference),
  line: v.optional(count),
  before: v.optional(v.string()),
  after: v.optional(v.string()),
});
export type PendingChange = v.InferOutput<typeof pendingChange>;

export const changesMethods = {
  /** A window of the pending changes, in document order, and how many there are of each kind. */
  'changes.list': method(
    v.strictObject({ document: documentId, from: count, to: count, reveal: v.optional(v.boolean()) }),
    v.object({
      total: count,
      added: count,
      edited: count,
      removed: count,
      properties: count,
      changes: v.array(pendingChange),
    }),
  ),
  /** Takes changes back, as one undoable step; without `ids` all of them. */
  'changes.discard': method(
    v.strictObject({ document: documentId, ids: v.optional(v.array(entryId)) }),
    documentInfo,
  ),
};
