import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import { type Recipe, readRecipe, recipeText } from '#shared/document/recipes/recipe.ts';
import { fileError } from '../files/file-error.ts';
import { nodeFileOps } from '../files/node-file-ops.ts';
import { makePrivateFolder } from '../files/private-folder.ts';
import { readFile } from '../files/read-file.ts';
import { saveFile } from '../files/save-file.ts';
import { safetyFolder } from './data-folder.ts';

/** A recipe of the person that cannot be read, and why. */
interface UnreadableRecipe {
  readonly file: string;
  readonly message: string;
}

/** The recipes that a person keeps. */
export interface RecipeStore {
  list(): Promise<{ readonly recipes: readonly Recipe[]; readonly unreadable: readonly UnreadableRecipe[] }>;
  /** Keeps a recipe, in place of one of that name. */
  save(recipe: Recipe): Promise<void>;
  remove(name: string): Promise<void>;
}

const ENDING = '.json';

/** The recipes in a folder of the data folder: a file each, which can be copied there and taken from there. */
export function recipesIn(dataFolder: string): RecipeStore {
  const folder = path.join(dataFolder, 'recipes');
  const fileOf = (name: string): string => path.join(folder, slugOf(name) + ENDING);
  return {
    list: async () => {
      const recipes: Recipe[] = [];
      const unreadable: UnreadableRecipe[] = [];
      for (const file of await filesIn(folder)) {
        const read = readRecipe(await textOf(path.join(folder, file)));
        if ('refused' in read) unreadable.push({ file, message: read.refused });
        else recipes.push(read);
      }
      return {
        recipes: recipes.toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
        unreadable,
      };
    },
    save: async (recipe) => {
      await makePrivateFolder(nodeFileOps, folder);
      await saveFile({
        path: fileOf(recipe.name),
        chunks: [Buffer.from(recipeText(recipe))],
        expected: 'anything',
        safetyFolder: safetyFolder(dataFolder),
      });
    },
    remove: async (name) => {
      await rm(fileOf(name), { force: true });
    },
  };
}

/** Recipes that are forgotten with their host. */
export function recipesInMemory(): RecipeStore {
  const kept = new Map<string, Recipe>();
  return {
    list: () => Promise.resolve({ recipes: [...kept.values()], unreadable: [] }),
    save: (recipe) => {
      kept.set(slugOf(recipe.name), recipe);
      return Promise.resolve();
    },
    remove: (name) => {
      kept.delete(slugOf(name));
      return Promise.resolve();
    },
  };
}

/** A name as it tells recipes apart, and as a file can be called on every system. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'recipe' : slug;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith(ENDING)).toSorted();
  } catch (error) {
    const failure = fileError(error, { step: 'read', path: folder, otherwise: 'read-failed' });
    if (failure.code === 'file-missing') return [];
    throw failure;
  }
}

/** The text of a recipe's file; one that cannot be read says so as one that is no recipe does. */
async function textOf(file: string): Promise<string> {
  try {
    const { bytes, size } = await readFile({ path: file, allocate: (length) => new Uint8Array(length) });
    return Buffer.from(bytes.buffer, 0, size).toString('utf8');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return '';
  }
}
