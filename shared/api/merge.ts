import * as v from 'valibot';
import { count, documentId, entryId, fileContent, handle } from './common.ts';
import { documentInfo } from './document.ts';
import { method } from './method.ts';
import { versionId } from './version.ts';

/** Two states of a document beside each other; opaque, and good while neither the document nor they change. */
const mergeId = v.pipe(v.string(), v.regex(/^m\d{1,9}$/));

const side = v.picklist(['mine', 'theirs']);
const outcome = v.picklist(['mine', 'theirs', 'both', 'conflict']);
const field = v.picklist(['name', 'value', 'domain', 'path', 'secureOnly', 'httpOnly', 'expires', 'extras']);

/** What a document is put beside: its own file as it is now, another file, or an earlier version. */
const mergeWith = v.union([
  v.strictObject({ disk: v.literal(true) }),
  v.strictObject({ handle }),
  /** A file that a browser tab has no handle for. */
  v.strictObject({ name: v.string(), base64: fileContent }),
  v.strictObject({ version: versionId }),
]);
export type MergeWith = v.InferOutput<typeof mergeWith>;

/** A line that differs. A state in which it is not there is missing. */
export const mergeRow = v.object({
  row: entryId,
  kind: v.picklist(['entry', 'comment', 'blank', 'unparsed']),
  subject: v.string(),
  /** Who changed it: one side, both so that it goes together, or both so that it does not. */
  outcome,
  /** What they dropped of it that can be put back: the whole comment, or an HttpOnly mark. */
  dropped: v.optional(v.picklist(['line', 'httpOnly'])),
  base: v.optional(v.string()),
  mine: v.optional(v.string()),
  theirs: v.optional(v.string()),
  fields: v.array(
    v.object({ field, outcome, base: v.optional(v.string()), mine: v.string(), theirs: v.string() }),
  ),
});
export type MergeRow = v.InferOutput<typeof mergeRow>;

const mergeInfo = v.object({
  merge: mergeId,
  /** `merge`: what was saved last is what both sides come from. `compare`: every difference can be taken over. */
  kind: v.picklist(['merge', 'compare']),
  /** What the document is put beside: a file name, or the time of a version. */
  title: v.string(),
  /** What they did, in words that hold no value. */
  summary: v.array(v.string()),
  total: count,
  conflicts: count,
  mine: count,
  theirs: count,
  both: count,
  /** What they dropped that can be put back beside everything else they did. */
  dropped: v.object({ entries: count, httpOnly: count, comments: count }),
  /** Both sides put the lines into another order. */
  bothReordered: v.boolean(),
});
export type MergeInfo = v.InferOutput<typeof mergeInfo>;

const choices = v.strictObject({
  lines: v.pipe(
    v.array(
      v.union([
        v.strictObject({ row: entryId, take: side }),
        v.strictObject({ row: entryId, fields: v.partial(v.strictObject(fieldSides())) }),
      ]),
    ),
    v.maxLength(100_000),
  ),
  /** What conflicts take that are not named; without it they stay open. */
  conflicts: v.optional(side),
  /** What other lines take that are not named; without it what was put together (of a comparison: mine). */
  others: v.optional(side),
  /** HttpOnly marks and comments that they dropped stay. */
  keepDropped: v.optional(v.boolean()),
});
export type MergeChoicesInput = v.InferOutput<typeof choices>;

function fieldSides() {
  return {
    name: side,
    value: side,
    domain: side,
    path: side,
    secureOnly: side,
    httpOnly: side,
    expires: side,
    extras: side,
  };
}

const one = v.strictObject({ merge: mergeId });

export const mergeMethods = {
  /** Puts a document beside what is on disk now, another file, or an earlier version of its own. Nothing is changed. */
  'merge.open': method(v.strictObject({ document: documentId, with: mergeWith }), mergeInfo),
  /** A window of the lines that differ, in document order; masked but for those that `reveal` names. */
  'merge.rows': method(
    v.strictObject({
      ...one.entries,
      from: count,
      to: count,
      conflictsOnly: v.optional(v.boolean()),
      reveal: v.optional(v.pipe(v.array(entryId), v.maxLength(1000))),
    }),
    v.object({ total: count, rows: v.array(mergeRow) }),
  ),
  /** What it would do to the document's lines, and how many conflicts are still open. */
  'merge.preview': method(
    v.strictObject({ ...one.entries, choices }),
    v.object({ open: count, added: count, edited: count, removed: count }),
  ),
  /** Makes the document what was chosen, as one step that can be undone; nothing is written. Fails with `merge-undecided` while conflicts are open. */
  'merge.apply': method(v.strictObject({ ...one.entries, choices }), documentInfo),
  'merge.close': method(one, v.strictObject({})),
};
