import type { RecipeInfo } from '#shared/api/recipes.ts';
import { messages } from '../ui/messages.ts';
import { recipeMessages as words } from '../ui/recipe-messages.ts';
import { appStore } from './app-store.ts';
import { edit } from './edit-actions.ts';
import { call, host } from './engine.ts';
import { attempt, notify } from './notices.ts';

/** Shows the recipes and what each would do to a document. */
export function showRecipes(document: string): void {
  appStore.setState({ dialog: { kind: 'recipes', document } });
}

/** Does what a recipe says, and tells it with a way back. */
export async function runRecipe(document: string, { text }: Pick<RecipeInfo, 'text'>): Promise<void> {
  await edit('recipe.run', { document, text }, { tell: true });
}

/** Keeps a recipe; nothing when it cannot be kept. */
export async function saveRecipe(text: string): Promise<RecipeInfo | undefined> {
  const saved = await attempt(() => call('recipe.save', { text }));
  if (saved !== undefined) notify({ tone: 'done', title: words.saved(saved.name), details: [] });
  return saved;
}

/** Takes a recipe from a file that the person chooses. */
export async function importRecipe(): Promise<RecipeInfo | undefined> {
  return attempt(async () => {
    const from = await host().chooseText();
    return from && (await call('recipe.import', { from }));
  });
}

/** Writes a recipe to where the person says, so that others can have it. */
export async function exportRecipe({ name, text }: RecipeInfo): Promise<void> {
  const done = await attempt(() => host().writeRecipe({ name: `${name}.json`, text }));
  if (done === true) notify({ tone: 'done', title: words.exported(name), details: [] });
}

/** Deletes a recipe of the person, with a way back. */
export async function removeRecipe({ name, text }: RecipeInfo, onBack: () => void): Promise<void> {
  const removed = await attempt(() => call('recipe.remove', { name }));
  if (removed === undefined) return;
  const run = (): void => void attempt(() => call('recipe.save', { text })).then(onBack);
  notify({ tone: 'done', title: words.removed(name), details: [], action: { label: messages.undo, run } });
}
