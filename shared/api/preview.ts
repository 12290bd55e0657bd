import * as v from 'valibot';
import { documentId } from './common.ts';
import { row } from './view.ts';

/** What a file begins with, while the rest of it is being read. */
export const preview = v.object({
  /** What the document will be called, if it comes to one. */
  document: documentId,
  /** The work that reads it: its `progressed` events count lines, and it can be stopped. */
  task: v.string(),
  title: v.string(),
  formatId: v.string(),
  /** The first lines that a view will show; what is wrong with them together with later ones is not known yet. */
  rows: v.array(row),
});
export type Preview = v.InferOutput<typeof preview>;
