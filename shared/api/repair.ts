import * as v from 'valibot';
import { count, documentId } from './common.ts';
import { pendingChange } from './changes.ts';
import { editResult } from './edit.ts';
import { method } from './method.ts';

const confidence = v.picklist(['certain', 'likely', 'possible']);

/** One thing that the writer of a file is known to get wrong, and that this file has. */
export const damage = v.object({
  id: v.string(),
  title: v.string(),
  explanation: v.string(),
  certainty: confidence,
  /** `repair`: mended without asking. `choice`: mended when it is named. `none`: lost, only told. */
  cure: v.picklist(['repair', 'choice', 'none']),
  /** How many lines are hit; 0 for the file as a whole, or for what is not in it. */
  lines: count,
});
export type Damage = v.InferOutput<typeof damage>;

export const repairProposal = v.object({
  /** Absent when the file says nothing of who wrote it; then there is no damage either. */
  writer: v.optional(
    v.object({ id: v.string(), title: v.string(), confidence, evidence: v.array(v.string()) }),
  ),
  damage: v.array(damage),
  /** How many lines a repair without choices changes. */
  lines: count,
  /** Does a repair without choices change anything, the file as a whole included? */
  mendable: v.boolean(),
});
export type RepairProposal = v.InferOutput<typeof repairProposal>;

/** Ids of damage whose cure is `choice`, to be mended too. */
const choices = v.optional(v.array(v.string()));

export const repairMethods = {
  /** What the program that wrote the file is known to get wrong, and how much of it this file has. */
  'repair.propose': method(v.strictObject({ document: documentId }), repairProposal),
  /** What a repair would change, before anything is changed: the file as a whole, then the first lines. Masked. */
  'repair.preview': method(
    v.strictObject({ document: documentId, choices, most: count }),
    v.object({ changes: v.array(pendingChange), more: v.boolean() }),
  ),
  /** Mends the file as one step; fails with `edit-refused` for a choice that there is not. */
  'repair.apply': method(v.strictObject({ document: documentId, choices }), editResult),
};
