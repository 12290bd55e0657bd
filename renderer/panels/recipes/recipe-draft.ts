import type { BulkOperation } from '#shared/api/bulk.ts';
import type { RecipeInfo, StepKindInfo } from '#shared/api/recipes.ts';
import { type BulkDraft, draftOfOperation, EMPTY, operationOf } from '../bulk-edit/bulk-draft.ts';

/** A step while it is written: what its one field holds as typed, and whatever else it says. */
export interface DraftStep {
  /** Tells steps apart while they are moved. */
  readonly key: number;
  readonly do: string;
  readonly typed: string;
  readonly others: Readonly<Record<string, unknown>>;
  /** Of a step that changes a field: to what. */
  readonly bulk?: BulkDraft;
}

/** A recipe while it is written. */
export interface Draft {
  readonly name: string;
  readonly description?: string | undefined;
  readonly steps: readonly DraftStep[];
}

let last = 0;

/** A step of some kind that says nothing yet. */
export function newStep(kind: string): DraftStep {
  const step = { key: ++last, do: kind, typed: '', others: {} };
  return kind === 'bulk' ? { ...step, bulk: { ...EMPTY, kind: 'set' } } : step;
}

/** A recipe as it can be written further. The engine gave its text. */
export function draftOf({ name, description, text }: RecipeInfo, kinds: readonly StepKindInfo[]): Draft {
  const { steps } = JSON.parse(text) as { steps: readonly ({ do: string } & Record<string, unknown>)[] };
  return { name, description, steps: steps.map((step) => draftStep(step, kinds)) };
}

function draftStep(
  { do: kind, ...others }: { readonly do: string } & Readonly<Record<string, unknown>>,
  kinds: readonly StepKindInfo[],
): DraftStep {
  const field = kinds.find(({ id }) => id === kind)?.field;
  if (field === undefined) return { ...newStep(kind), others };
  const { [field.name]: value, ...rest } = others;
  const typed = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
  if (kind !== 'bulk') return { ...newStep(kind), typed, others: rest };
  const { operation, ...more } = rest;
  // The engine read it: it is one.
  return { ...newStep(kind), typed, others: more, bulk: draftOfOperation(operation as BulkOperation) };
}

/** The text of the recipe that is written; the engine says what is wrong with it. */
export function textOf({ name, description, steps }: Draft, kinds: readonly StepKindInfo[]): string {
  return JSON.stringify({
    crumbs: 'recipe',
    version: 1,
    name,
    ...(description !== undefined && { description }),
    steps: steps.map((step) => ({
      do: step.do,
      ...fieldOf(step, kinds),
      ...operationIn(step),
      ...step.others,
    })),
  });
}

function operationIn({ bulk }: DraftStep): { readonly operation?: BulkOperation | undefined } {
  return bulk === undefined ? {} : { operation: operationOf(bulk) };
}

function fieldOf(step: DraftStep, kinds: readonly StepKindInfo[]): Record<string, unknown> {
  const field = kinds.find(({ id }) => id === step.do)?.field;
  if (field === undefined) return {};
  const typed = step.typed.trim();
  if (typed === '' && field.empty !== undefined) return {};
  if (!field.list) return { [field.name]: typed };
  const words = typed.split(',').map((word) => word.trim());
  return { [field.name]: words.filter((word) => word !== '') };
}

/** The steps with one of them in another place. */
export function moved(steps: readonly DraftStep[], at: number, by: -1 | 1): readonly DraftStep[] {
  const step = steps[at];
  if (step === undefined) return steps;
  return steps.toSpliced(at, 1).toSpliced(at + by, 0, step);
}
