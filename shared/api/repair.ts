import * as v from 'valibot';
import { count, documentId } from './common.ts';
import { pendingChange } from './changes.ts';
import { editResult } from './edit.ts';
import { method } from './method.ts';
import { clientText } from './verdict.ts';

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

/** For whom a file is made readable; names that are not known are passed over, and `everyone` is all that there are. */
const clients = v.pipe(v.array(clientText), v.maxLength(32));

/** `http-only`: marks that some programs take for comments come off. `lines`: lines over which a program gives up the file go. */
export const concession = v.picklist(['http-only', 'lines']);
export type ConcessionWord = v.InferOutput<typeof concession>;

const clientName = { client: v.string(), title: v.string(), version: v.string() };

/** Something that no edit carries over to a client. */
export const uncarried = v.object({
  ...clientName,
  /** A clause without its full stop. */
  text: v.string(),
  /** How many lines; 0 where the file as a whole is at fault. */
  lines: count,
  /** The first of them, from 1. */
  first: v.optional(count),
  /** `stops`: the client gives up the file there. `lost`: not loaded. `misread`: loaded, but not sent as it is meant. */
  kind: v.picklist(['stops', 'lost', 'misread']),
  /** Why no fix helps, as a sentence, where that is known. */
  help: v.optional(v.string()),
  /** What would help, once the person allows it. */
  concession: v.optional(concession),
});
export type UncarriedReason = v.InferOutput<typeof uncarried>;

export const repairForPreview = v.object({
  /** Values are masked. */
  changes: v.array(pendingChange),
  /** How many changes there are in all. */
  total: count,
  uncarried: v.array(uncarried),
  /** How many entries each client loads now and afterwards. */
  gains: v.array(
    v.object({
      ...clientName,
      before: count,
      after: count,
      of: count,
      refusedBefore: v.boolean(),
      refusedAfter: v.boolean(),
    }),
  ),
  /** HttpOnly marks that come off, and lines that are taken out, because the person allowed it. */
  marksGiven: count,
  linesGiven: count,
});
export type RepairForAnswer = v.InferOutput<typeof repairForPreview>;

const repairFor = { document: documentId, clients, allow: v.optional(v.array(concession)) };

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
  /** What it takes for some clients to load every entry, and what no edit can do. Changes nothing. */
  'repair.previewFor': method(v.strictObject({ ...repairFor, most: count }), repairForPreview),
  /** Makes those edits as one step; fails with `edit-refused` for files that no client reads. */
  'repair.applyFor': method(v.strictObject(repairFor), editResult),
};
