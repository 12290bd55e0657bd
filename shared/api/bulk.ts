import * as v from 'valibot';
import { bulkOperation } from '../document/bulk/operation.ts';
import { count, documentId, entryId, fieldDifference, target } from './common.ts';
import { editResult } from './edit.ts';
import { method } from './method.ts';

export type { BulkOperation } from '../document/bulk/operation.ts';

/** What is done where entries would become one cookie: all stay, those concerned are left as they were, or the last one wins. */
const onCollision = v.picklist(['keep', 'skip', 'merge']);
export type OnCollision = v.InferOutput<typeof onCollision>;

const request = { document: documentId, target, operation: bulkOperation, onCollision };

const bulkRow = v.object({
  id: entryId,
  line: count,
  /** "example.com sid". */
  subject: v.string(),
  outcome: v.picklist(['unchanged', 'changed', 'refused', 'protected', 'collided', 'removed']),
  /** Why it is refused. */
  reason: v.optional(v.string()),
  details: v.array(fieldDifference),
});
export type BulkRow = v.InferOutput<typeof bulkRow>;

const bulkPreview = v.object({
  counts: v.object({
    unchanged: count,
    changed: count,
    refused: count,
    protected: count,
    collided: count,
    removed: count,
  }),
  /** The first entries that do not simply stay as they are; values are masked. */
  rows: v.array(bulkRow),
  /** Entries that would become one cookie, the first few, and how many such groups there are. */
  collisions: v.array(
    v.object({ lines: v.array(v.object({ id: entryId, line: count, subject: v.string() })) }),
  ),
  collisionCount: count,
});
export type BulkPreview = v.InferOutput<typeof bulkPreview>;

export const bulkMethods = {
  /** What an operation would do to each of many entries. Fails with `edit-refused` where it cannot be done at all. */
  'bulk.preview': method(v.strictObject({ ...request, most: count }), bulkPreview),
  /** Does it, as one step that can be undone; exactly what the preview says. */
  'bulk.apply': method(
    v.strictObject(request),
    v.object({
      ...editResult.entries,
      /** Entries that it left alone because they are protected. */ spared: count,
    }),
  ),
  /** Marks entries so that work on many of them leaves them alone, or takes the mark away. Never a part of the file. */
  'bulk.protect': method(
    v.strictObject({ document: documentId, target, on: v.boolean() }),
    v.object({ protected: count }),
  ),
};
