import type { RecipeInfo, StepKindInfo } from '#shared/api/recipes.ts';
import { BUILT_IN } from '#shared/document/recipes/built-in.ts';
import { describeRecipe, type Recipe, readRecipe, recipeText } from '#shared/document/recipes/recipe.ts';
import { STEP_KINDS } from '#shared/document/recipes/registry.ts';
import { cleaned, cleaning, recipeOf, refuseBuiltIn } from '../documents/recipes.ts';
import { saveFile } from '../files/save-file.ts';
import { refuseReadOnlyTarget } from '../files/writable-target.ts';
import type { Asked, HandlersOf } from './handler.ts';
import { resultOf } from './edit-handlers.ts';

/** Enough to see what a step does. */
const MOST_SHOWN = 200;

/** Named steps that clean a document up. */
export const recipeHandlers: HandlersOf<'recipe'> = {
  'recipe.list': async ({ service }) => {
    const { recipes, unreadable } = await service.recipes.list();
    return {
      recipes: [
        ...BUILT_IN.map((recipe) => infoOf(recipe, true)),
        ...recipes.map((recipe) => infoOf(recipe, false)),
      ],
      unreadable: unreadable.map((file) => ({ ...file })),
    };
  },
  'recipe.kinds': () => STEP_KINDS.map(kindInfo),
  'recipe.check': (_, { text }) => {
    const read = readRecipe(text);
    if (!('refused' in read)) return {};
    return { error: read.refused, ...(read.step !== undefined && { step: read.step }) };
  },
  'recipe.preview': ({ service }, { document, text, most }) =>
    cleaning(service, service.get(document), { recipe: recipeOf(text), most: Math.min(most, MOST_SHOWN) }),
  'recipe.run': async ({ service }, { document, text }) => {
    const open = service.get(document);
    return resultOf(open, await cleaned(service, open, recipeOf(text)));
  },
  'recipe.save': (asked, { text }) => kept(asked, recipeOf(text)),
  'recipe.remove': async ({ service }, { name }) => {
    await service.recipes.remove(name);
    return {};
  },
  'recipe.import': (asked, { from }) =>
    kept(asked, recipeOf(Buffer.from(from.base64, 'base64').toString('utf8'))),
  'recipe.export': async ({ service }, { text, handle }) => {
    const path = service.handles.path(handle);
    const chunks = [Buffer.from(recipeText(recipeOf(text)))];
    await refuseReadOnlyTarget(path);
    await saveFile({ path, chunks, expected: 'anything', safetyFolder: service.options.safetyFolder });
    return {};
  },
};

function kindInfo({ id, title, ...more }: (typeof STEP_KINDS)[number]): StepKindInfo {
  const { field } = { field: undefined, ...more };
  return { id, title, ...(field !== undefined && { field }) };
}

async function kept({ service }: Asked, recipe: Recipe): Promise<RecipeInfo> {
  refuseBuiltIn(recipe.name);
  await service.recipes.save(recipe);
  return infoOf(recipe, false);
}

function infoOf(recipe: Recipe, builtIn: boolean): RecipeInfo {
  const { name, description } = recipe;
  const steps = [...describeRecipe(recipe)];
  return {
    name,
    ...(description !== undefined && { description }),
    builtIn,
    steps,
    text: recipeText(recipe),
  };
}
