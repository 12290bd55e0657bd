import * as v from 'valibot';
import { pendingChange } from './changes.ts';
import { count, documentId, handle } from './common.ts';
import { editResult } from './edit.ts';
import { method } from './method.ts';

/** The text of a recipe's file: JSON. Fails with `recipe-refused`, whose `data.message` says where it is wrong. */
const text = v.pipe(v.string(), v.maxLength(1_048_576));

const recipeInfo = v.object({
  name: v.string(),
  description: v.optional(v.string()),
  /** It comes with the program, and is neither changed nor removed. */
  builtIn: v.boolean(),
  /** What it does, a sentence a step. */
  steps: v.array(v.string()),
  text: v.string(),
});
export type RecipeInfo = v.InferOutput<typeof recipeInfo>;

/** A kind of step, and the one field of it that a person fills in. */
const stepKind = v.object({
  id: v.string(),
  title: v.string(),
  field: v.optional(
    v.object({
      name: v.string(),
      label: v.string(),
      /** Words set apart by commas; otherwise one text. */
      list: v.boolean(),
      hint: v.string(),
      /** What it means to leave it empty, where that is allowed. */
      empty: v.optional(v.string()),
    }),
  ),
});
export type StepKindInfo = v.InferOutput<typeof stepKind>;

const stepPreview = v.object({
  text: v.string(),
  counts: v.object({ added: count, edited: count, removed: count, moved: count, properties: count }),
  /** The first lines that it changes. */
  changes: v.array(pendingChange),
  /** Why it does nothing to this document. */
  passed: v.optional(v.string()),
});
export type StepPreview = v.InferOutput<typeof stepPreview>;

export const recipeMethods = {
  /** The recipes that come with the program, those that the person keeps, and files among these that cannot be read. */
  'recipe.list': method(
    v.strictObject({}),
    v.object({
      recipes: v.array(recipeInfo),
      unreadable: v.array(v.object({ file: v.string(), message: v.string() })),
    }),
  ),
  'recipe.kinds': method(v.strictObject({}), v.array(stepKind)),
  /** What is wrong with a recipe that is being written, if anything; `step` counts from 0. */
  'recipe.check': method(
    v.strictObject({ text }),
    v.object({ error: v.optional(v.string()), step: v.optional(count) }),
  ),
  /** What each step would do to a document. Nothing is changed. */
  'recipe.preview': method(v.strictObject({ document: documentId, text, most: count }), v.array(stepPreview)),
  /** Does what a recipe says, as one step that can be undone. */
  'recipe.run': method(v.strictObject({ document: documentId, text }), editResult),
  /** Keeps a recipe, in place of one of that name. */
  'recipe.save': method(v.strictObject({ text }), recipeInfo),
  'recipe.remove': method(v.strictObject({ name: v.string() }), v.strictObject({})),
  /** Reads a recipe from the bytes of a file and keeps it. */
  'recipe.import': method(
    v.strictObject({ from: v.strictObject({ name: v.string(), base64: v.string() }) }),
    recipeInfo,
  ),
  /** Writes a recipe to where a handle says. */
  'recipe.export': method(v.strictObject({ text, handle }), v.strictObject({})),
};
