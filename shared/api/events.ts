import * as v from 'valibot';
import { count, documentId } from './common.ts';
import { documentInfo } from './document.ts';
import { notice } from './notice.ts';
import { preview } from './preview.ts';
import { runCopy } from './run-copy.ts';
import { preferences } from './settings.ts';

/** What happened, in the past tense, for every client of the engine. */
export const appEvent = v.variant('event', [
  /** A large file is being opened, and its first lines are there. */
  v.object({ event: v.literal('previewed'), preview }),
  /** Reading is over: the document is open, or there will be none of this name. */
  v.object({ event: v.literal('previewEnded'), document: documentId }),
  v.object({ event: v.literal('documentOpened'), document: documentInfo }),
  v.object({ event: v.literal('documentChanged'), document: documentInfo }),
  v.object({ event: v.literal('documentSaved'), document: documentInfo }),
  v.object({ event: v.literal('documentClosed'), id: documentId }),
  /** Another program rewrote or removed the file; what it did in words. */
  v.object({
    event: v.literal('diskChanged'),
    document: documentInfo,
    summary: v.array(v.string()),
  }),
  /** Work on a document succeeded, and there is something to be heard of it all the same. */
  v.object({ event: v.literal('noticed'), document: documentId, notice }),
  /** A throw-away copy of a document was made, written by a program, or deleted; these are there now. */
  v.object({ event: v.literal('copiesChanged'), document: documentId, copies: v.array(runCopy) }),
  /** The person chose something else, in this window or in another. */
  v.object({ event: v.literal('settingsChanged'), preferences }),
  /** The minute turned, or a person judges as of another moment: what is expired may have changed. */
  v.object({ event: v.literal('clockMoved'), now: v.number(), asOf: v.optional(v.number()) }),
  v.object({
    event: v.literal('progressed'),
    task: v.string(),
    label: v.string(),
    done: count,
    total: count,
    /** A person can stop it now. */
    stoppable: v.boolean(),
  }),
]);
export type AppEvent = v.InferOutput<typeof appEvent>;
