import * as v from 'valibot';
import { RUN_PROGRAMS } from '../exports/run-command.ts';
import { count, documentId, target } from './common.ts';
import { documentInfo } from './document.ts';
import { loss } from './export.ts';
import { method } from './method.ts';

const runCopyId = v.pipe(v.string(), v.regex(/^c\d{1,9}$/));

/** A throw-away copy of a document's cookies for one run of a program. */
export const runCopy = v.object({
  id: runCopyId,
  document: documentId,
  program: v.picklist(RUN_PROGRAMS),
  /** Ready to paste into a shell; it names the copy, and holds no value. */
  command: v.string(),
  entries: count,
  losses: v.array(loss),
  /** `waiting`: nobody wrote it. `changed`: the program did, and there is something to take over. `same`: it did, and there is nothing. */
  state: v.picklist(['waiting', 'changed', 'same', 'unreadable', 'gone']),
  /** What the program changed, in words that hold no value. */
  summary: v.array(v.string()),
  /** Cookies that the program dropped though they had not expired. */
  dropped: count,
});
export type RunCopy = v.InferOutput<typeof runCopy>;

export const runCopyMethods = {
  /** Writes a copy that only this person can read, in the dialect of a program; `target`: only those lines. */
  'runCopy.make': method(
    v.strictObject({
      document: documentId,
      program: v.picklist(RUN_PROGRAMS),
      url: v.pipe(v.string(), v.maxLength(8192)),
      target: v.optional(target),
    }),
    runCopy,
  ),
  /** The address that a command would be for: the host with the most cookies; nothing where there is none. */
  'runCopy.address': method(
    v.strictObject({ document: documentId }),
    v.object({ url: v.optional(v.string()) }),
  ),
  /** The copies that are there for a document. */
  'runCopy.list': method(v.strictObject({ document: documentId }), v.object({ copies: v.array(runCopy) })),
  /** Looks at a copy now. */
  'runCopy.look': method(v.strictObject({ copy: runCopyId }), runCopy),
  /** Takes what the program changed over into the document, as one step; `dropped`: what it dropped is removed as well. */
  'runCopy.take': method(v.strictObject({ copy: runCopyId, dropped: v.boolean() }), documentInfo),
  /** Deletes a copy. */
  'runCopy.discard': method(v.strictObject({ copy: runCopyId }), v.strictObject({})),
};
