import * as v from 'valibot';
import { pendingChange } from './changes.ts';
import { count, documentId } from './common.ts';
import { documentInfo } from './document.ts';
import { method } from './method.ts';

export const versionId = v.pipe(v.string(), v.regex(/^\d{15}-[0-9a-f]{8}$/));

/** What a file held before it was replaced. */
export const version = v.object({
  id: versionId,
  /** When it was replaced: seconds since 1970. */
  time: v.number(),
  /** `saved`: by a save. `rewritten`: by another program, which was accepted. `overwritten`: it was another program's, and a save wrote over it. `left`: a copy that a save left which was cut short. */
  reason: v.picklist(['saved', 'rewritten', 'overwritten', 'left']),
  bytes: count,
  /** What was changed then, in words that hold no value. */
  summary: v.array(v.string()),
});
export type Version = v.InferOutput<typeof version>;

const one = v.strictObject({ document: documentId, version: versionId });

export const versionMethods = {
  /** The earlier versions of a document's file, the newest first; `unreadable` more are damaged, or sealed with a key of another host. */
  'version.list': method(
    v.strictObject({ document: documentId }),
    v.object({ versions: v.array(version), unreadable: count }),
  ),
  /** What restoring a version would change, the first lines of it, and how many there are. Masked. */
  'version.compare': method(
    v.strictObject({ ...one.entries, most: count }),
    v.object({ changes: v.array(pendingChange), total: count }),
  ),
  /** Makes the document what a version was, as one step that can be undone; nothing is written. */
  'version.restore': method(one, documentInfo),
  /** Removes every earlier version of the document's file from the disk. */
  'version.purge': method(v.strictObject({ document: documentId }), v.object({ removed: count })),
};
