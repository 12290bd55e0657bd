import { STEP_KINDS } from '#shared/document/recipes/registry.ts';
import { BUILT_IN } from '#shared/document/recipes/built-in.ts';
import type { StepPreview } from '#shared/document/recipes/preview-recipe.ts';
import { describeRecipe, type Recipe } from '#shared/document/recipes/recipe.ts';
import { save, savedBytes } from '../../documents/disk-actions.ts';
import type { OpenDocument } from '../../documents/open-document.ts';
import { cleaned, cleaning, recipeOf } from '../../documents/recipes.ts';
import { changedPlace, checkPlace, openChanged, PLACE_OPTIONS } from '../changed-place.ts';
import { changeText } from '../change-lines.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { readInput } from '../inputs.ts';
import { type EachFile, type FileContext, MANY_OPTIONS } from '../many/each-file.ts';
import { overFiles } from '../many/over-files.ts';
import { nearest } from '../nearest.ts';
import { counted, writeOutput } from '../outputs.ts';
import { plainText } from '../plain-text.ts';
import { FROM } from '../shared-options.ts';

const MOST_SHOWN = 100_000;

const each: EachFile = {
  check: (context) => checkPlace(context, 'clean'),
  several: ['in-place', 'dry-run'],
  writesBack: (options) => options.has('in-place'),
  run: cleanedUp,
};

/** `crumbs clean`: a file as a recipe leaves it. */
export const clean: Command = {
  name: 'clean',
  usage: 'FILE|FOLDER… --recipe NAME|FILE.json [--output FILE | --in-place] [--dry-run] | --list',
  summary: 'Clean a file up by a recipe',
  files: { least: 0, most: Infinity },
  options: {
    recipe: {
      type: 'string',
      argument: 'RECIPE',
      help: 'The name of a recipe of Crumbs or of your own, or a file that holds one.',
    },
    list: { type: 'boolean', help: 'Say which recipes there are, and what they do.' },
    ...PLACE_OPTIONS,
    from: FROM,
    ...MANY_OPTIONS,
  },
  details: () =>
    [
      'Recipes that come with Crumbs:',
      ...BUILT_IN.map(({ name, description = '' }) => `  ${name}: ${description}`),
      '',
      'A recipe is JSON: {"crumbs": "recipe", "version": 1, "name": "Mine", "steps": [{"do": "drop-expired"}]}.',
      'Its steps, each with the field that it asks for:',
      ...STEP_KINDS.map(({ id, title, ...more }) => `  ${id}: ${title}${fieldText(more)}`),
      '',
      'The recipes of your own are kept with the settings, a file each in the folder “recipes”.',
    ].join('\n'),
  each,
  run: async (context) => {
    const { io, files, options } = context;
    if (options.has('list')) {
      await io.write(await listed(context));
      return ExitCode.fine;
    }
    if (files.length === 0) throw new UsageError('clean needs a file.', 'clean');
    await recipeNamed(context);
    return overFiles(context, { command: clean, each });
  },
};

async function cleanedUp(context: FileContext): Promise<ExitCode> {
  const { io, service, many } = context;
  const recipe = await recipeNamed({ ...context, io: { ...io, tell: () => {} } });
  const place = changedPlace(context, 'clean', context.file.path);
  const document = await openChanged(context, place);
  if (place.dryRun) {
    const steps = await cleaning(service, document, { recipe, most: MOST_SHOWN });
    const head = many ? `=== ${plainText(place.file)}\n` : '';
    await io.write(`${head}${steps.map(stepText).join('')}`);
    return ExitCode.fine;
  }
  const { changed, label } = await cleaned(service, document, recipe);
  await written(context, document, place);
  io.tell(`crumbs: ${changed === 0 ? 'Nothing to clean up' : plainText(label)}; ${left(document)}.`);
  return ExitCode.fine;
}

async function written(
  context: CommandContext,
  document: OpenDocument,
  { file, inPlace }: { readonly file: string; readonly inPlace: boolean },
): Promise<void> {
  if (!inPlace) await writeOutput(context, file, await savedBytes(document, undefined));
  else if (document.info.dirty) await save(context.service, document, false);
}

function left({ info }: OpenDocument): string {
  return `${counted(info.entries, 'cookie')} left`;
}

/** A recipe of the program or of the person by its name in any case, else the one in a file. */
async function recipeNamed(context: CommandContext): Promise<Recipe> {
  const named = context.options.text('recipe');
  if (named === undefined)
    throw new UsageError('clean needs --recipe; --list says which there are.', 'clean');
  const { recipes, unreadable } = await context.service.recipes.list();
  const all = [...BUILT_IN, ...recipes];
  const known = all.find(({ name }) => name.toLowerCase() === named.trim().toLowerCase());
  if (known !== undefined) return known;
  if (/\.json$/i.test(named) || /[/\\]/.test(named)) {
    return recipeOf(Buffer.from(await readInput(context, named)).toString('utf8'));
  }
  for (const { file, message } of unreadable) {
    context.io.tell(`crumbs: The recipe in ${file} cannot be read. ${plainText(message)}`);
  }
  const near = nearest(
    named,
    all.map(({ name }) => name),
  );
  const hint =
    near === undefined ? ` There are ${all.map(({ name }) => name).join(', ')}.` : ` Did you mean "${near}"?`;
  throw new UsageError(`There is no recipe "${named}".${hint}`, 'clean');
}

async function listed({ service }: CommandContext): Promise<string> {
  const { recipes } = await service.recipes.list();
  const lines = (recipe: Recipe): readonly string[] => [
    recipe.name,
    ...describeRecipe(recipe).map((step, at) => `  ${at + 1}. ${step}`),
  ];
  return [...BUILT_IN, ...recipes]
    .map((recipe) =>
      lines(recipe)
        .map((text) => `${plainText(text)}\n`)
        .join(''),
    )
    .join('\n');
}

/** A step, what it would do, and the lines that it would change. */
function stepText({ text, counts, changes, passed }: StepPreview, at: number): string {
  const { removed, edited, added, moved, properties } = counts;
  const words = [
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(edited > 0 ? [`${edited} changed`] : []),
    ...(added > 0 ? [`${added} added`] : []),
    ...(moved > 0 ? [`${moved} moved`] : []),
    ...(properties > 0 ? ['the file as a whole changed'] : []),
  ];
  const done = passed ?? (words.length === 0 ? 'nothing to do' : words.join(', '));
  return `${at + 1}. ${plainText(text)}: ${done}\n${changes.map(changeText).join('')}`;
}

function fieldText({ field }: { readonly field?: { readonly name: string; readonly hint: string } }): string {
  return field === undefined ? '' : ` ("${field.name}": ${field.hint})`;
}
