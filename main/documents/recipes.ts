import { AppError } from '#shared/api/app-error.ts';
import { BUILT_IN } from '#shared/document/recipes/built-in.ts';
import { previewRecipe, type StepPreview } from '#shared/document/recipes/preview-recipe.ts';
import { type Recipe, readRecipe } from '#shared/document/recipes/recipe.ts';
import { runRecipe } from '#shared/document/recipes/run-recipe.ts';
import type { DocumentService } from './document-service.ts';
import type { DocumentEditDone, OpenDocument } from './open-document.ts';

/** The recipe that a text spells; anything else is a `recipe-refused` that says where it is wrong. */
export function recipeOf(text: string): Recipe {
  const read = readRecipe(text);
  if ('refused' in read) throw new AppError('recipe-refused', { message: read.refused });
  return read;
}

/** A name that belongs to a recipe of the program is not given to another one. */
export function refuseBuiltIn(name: string): void {
  const taken = BUILT_IN.find((recipe) => recipe.name.toLowerCase() === name.toLowerCase());
  if (taken === undefined) return;
  const message = `“${taken.name}” comes with Crumbs: give your recipe another name.`;
  throw new AppError('recipe-refused', { message });
}

/** Does what a recipe says to a document, as one step. */
export function cleaned(
  service: DocumentService,
  document: OpenDocument,
  recipe: Recipe,
): Promise<DocumentEditDone> {
  const { writer } = document;
  return document.edit('Cleaning up', (cookies) => runRecipe(cookies, recipe, { now: service.now, writer }));
}

/** What each step of a recipe would do to a document. */
export async function cleaning(
  service: DocumentService,
  document: OpenDocument,
  { recipe, most }: { readonly recipe: Recipe; readonly most: number },
): Promise<StepPreview[]> {
  const { writer } = document;
  const previews = await document.run({ label: 'Trying the recipe' }, (task) =>
    task.slices(previewRecipe(document.cookies, recipe, { now: service.now, writer, most })),
  );
  if (previews === undefined) {
    throw new AppError('edit-refused', {
      message: 'The document does not come back as the same lines, so nothing can be tried with it.',
    });
  }
  return previews;
}
