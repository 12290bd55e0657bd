import * as v from 'valibot';
import type { StepKind, StepSchema } from './step-kind.ts';
import { bulk } from './steps/bulk.ts';
import { capExpiry } from './steps/cap-expiry.ts';
import { dropDuplicates } from './steps/drop-duplicates.ts';
import { dropExpired } from './steps/drop-expired.ts';
import { dropPurposes } from './steps/drop-purposes.ts';
import { dropQuery } from './steps/drop-query.ts';
import { dropSites } from './steps/drop-sites.ts';
import { fix } from './steps/fix.ts';
import { keepPurposes } from './steps/keep-purposes.ts';
import { keepQuery } from './steps/keep-query.ts';
import { keepSites } from './steps/keep-sites.ts';
import { repair } from './steps/repair.ts';
import { sort } from './steps/sort.ts';
import { writeFor } from './steps/write-for.ts';

/** Every kind of step, in the order in which people are shown them. */
export const STEP_KINDS = [
  repair,
  dropExpired,
  dropDuplicates,
  dropSites,
  keepSites,
  dropPurposes,
  keepPurposes,
  dropQuery,
  keepQuery,
  fix,
  capExpiry,
  bulk,
  sort,
  writeFor,
] as const;

/** One step of a recipe, whatever its kind. */
export const recipeStep = v.variant(
  'do',
  STEP_KINDS.map(({ schema }) => schema),
);
export type RecipeStep = v.InferOutput<(typeof STEP_KINDS)[number]['schema']>;

/** The kind of a step; it takes that step alone. */
export function kindOf(step: RecipeStep): StepKind<StepSchema> {
  const kind: StepKind<StepSchema> | undefined = STEP_KINDS.find(({ id }) => id === step.do);
  if (kind === undefined) throw new Error('a step of no kind');
  return kind;
}
