import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { countChanges, listChanges } from '../pending-changes.ts';
import type { ChangeCounts, PendingChange } from '../pending-changes.ts';
import { scratchCopy } from '../repair-for/scratch-copy.ts';
import type { Recipe } from './recipe.ts';
import { kindOf } from './registry.ts';
import { inRounds } from './run-recipe.ts';
import type { StepContext } from './step-kind.ts';

/** What one step would do (`RecipeStepPreview` of the API). Lines are masked. */
export interface StepPreview {
  /** The step in words. */
  text: string;
  counts: { -readonly [Kind in Exclude<keyof ChangeCounts, 'total'>]: number };
  /** The first lines that it changes. */
  changes: PendingChange[];
  /** Why it does nothing to this document. */
  passed?: string;
}

/** What each step of a recipe would do to a document, tried in a copy. Nothing where no copy can be made. */
export function* previewRecipe(
  document: CookieDocument,
  recipe: Recipe,
  request: StepContext & { readonly most: number },
): Generator<Progress, StepPreview[] | undefined> {
  const copy = yield* scratchCopy(document);
  if (copy === undefined) return undefined;
  const previews = recipe.steps.map((step): StepPreview => ({
    text: kindOf(step).describe(step),
    counts: { added: 0, edited: 0, removed: 0, moved: 0, properties: 0 },
    changes: [],
  }));
  copy.markSaved(copy.version);
  // The lines of the copy are numbered from the first.
  const places = [...document.lines.ids().keys()];
  copy.protection.mark(
    places.filter((place) => document.protection.has(document.lines.ids()[place] ?? 0)),
    true,
  );
  const rounds = inRounds(copy, recipe, request, (at, outcome) => {
    const preview = previews[at];
    if (preview === undefined) return;
    if (outcome.refused !== undefined) preview.passed = outcome.refused;
    add(preview, copy, request.most);
    // What the next step changes is counted from here.
    copy.markSaved(copy.version);
  });
  yield* copy.protection.during(rounds);
  return previews;
}

function add(preview: StepPreview, copy: CookieDocument, most: number): void {
  const { total: _, ...counts } = countChanges(copy);
  for (const kind of ['added', 'edited', 'removed', 'moved', 'properties'] as const) {
    preview.counts[kind] += counts[kind];
  }
  const room = most - preview.changes.length;
  if (room > 0) preview.changes.push(...listChanges(copy, { from: 0, to: room, reveal: false }));
}
