import type * as v from 'valibot';
import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { EditOutcome } from '../edits/edit-outcome.ts';
import type { Writer } from '../writer.ts';

/** What a step goes by beside its own fields. */
export interface StepContext {
  readonly now: EpochSeconds;
  /** Who wrote the file, where that is known. */
  readonly writer?: Writer | undefined;
}

/** The one field of a step that a person fills in: a text, or words set apart by commas. */
export interface StepField {
  readonly name: string;
  readonly label: string;
  readonly list: boolean;
  /** What it may look like. */
  readonly hint: string;
  /** It may be left empty; this says what that means. */
  readonly empty?: string;
}

/** What every step's schema gives: its kind, and what that asks for. */
export type StepSchema = v.GenericSchema<unknown, { readonly do: string }>;

/** One kind of step of a recipe: what it asks for, in words, and what it does to a document as one edit. */
export interface StepKind<Schema extends StepSchema> {
  readonly schema: Schema;
  /** Equal to the file's name and to `do`. */
  readonly id: v.InferOutput<Schema>['do'];
  readonly title: string;
  readonly field?: StepField;
  /** The step in words, with what was filled in: "Drop the cookies of example.com". */
  describe(step: v.InferOutput<Schema>): string;
  run(
    document: CookieDocument,
    step: v.InferOutput<Schema>,
    context: StepContext,
  ): Generator<Progress, EditOutcome>;
}

/** A kind of step whose fields are known by its schema. */
export function stepKind<Schema extends StepSchema>(kind: StepKind<Schema>): StepKind<Schema> {
  return kind;
}
