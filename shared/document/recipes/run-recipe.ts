import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { EditOutcome } from '../edits/edit-outcome.ts';
import { sparedText } from '../edits/spare-protected.ts';
import type { Recipe } from './recipe.ts';
import { kindOf } from './registry.ts';
import type { StepContext } from './step-kind.ts';

/** A step may bring entries into a shape that an earlier one looks for: a mended expiry, say, that lies in the past. */
const MOST_ROUNDS = 4;

/** What a step did, or why it does nothing to this document. */
export type StepOutcome = EditOutcome;

/** Hears of each step after it was done, before the next begins. */
export type AfterStep = (step: number, outcome: StepOutcome, round: number) => void;

/**
 * Does what a recipe says, as one step that can be undone. Its steps are done again until they change nothing more, so
 * that running it twice is running it once. A step that does not go with the document is passed over.
 */
export function* runRecipe(
  document: CookieDocument,
  recipe: Recipe,
  context: StepContext,
): Generator<Progress, EditOutcome> {
  const before = document.version;
  const first = document.lines.idCount;
  let changed: number;
  let spared: number;
  try {
    const rounds = inRounds(document, recipe, context);
    ({ result: changed, spared } = yield* document.protection.during(rounds));
  } catch (error) {
    // A mistake of a step, or the person stopped it: nothing is left half done.
    yield* document.takeBack(before);
    throw error;
  }
  const label = `Clean up with ${recipe.name}${sparedText(spared)}`;
  if (changed > 0) document.squash(before, label, 'recipe');
  const added = Array.from({ length: document.lines.idCount - first }, (_, at) => first + at);
  return { label, changed, added: added.filter((id) => document.lines.place(id) > 0) };
}

/** Does the steps, over and over until a round changes nothing; gives how many changes they made. */
export function* inRounds(
  document: CookieDocument,
  recipe: Pick<Recipe, 'steps'>,
  context: StepContext,
  after: AfterStep = () => undefined,
): Generator<Progress, number> {
  let changed = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let again = 0;
    for (const [at, step] of recipe.steps.entries()) {
      const outcome = yield* kindOf(step).run(document, step, context);
      after(at, outcome, round);
      if (outcome.refused === undefined) again += outcome.changed;
    }
    changed += again;
    if (again === 0) break;
  }
  return changed;
}
