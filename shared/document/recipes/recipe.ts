import { type ParseError, parse } from 'jsonc-parser';
import * as v from 'valibot';
import { kindOf, recipeStep, STEP_KINDS } from './registry.ts';
import type { RecipeStep } from './registry.ts';

/** The version of the file's shape that this program writes and reads. */
const VERSION = 1;
const MOST_STEPS = 100;

const oneLine = v.pipe(v.string(), v.trim(), v.regex(/^[^\p{Cc}]*$/u, 'must be one line of text.'));

const schema = v.strictObject({
  crumbs: v.literal('recipe', 'must be "recipe": this is some other file.'),
  version: v.literal(VERSION, `must be ${VERSION}: a newer version of Crumbs wrote this file.`),
  name: v.pipe(oneLine, v.nonEmpty('needs a name.'), v.maxLength(80, 'is longer than 80 characters.')),
  description: v.optional(v.pipe(oneLine, v.maxLength(400, 'is longer than 400 characters.'))),
  steps: v.pipe(
    v.array(recipeStep),
    v.minLength(1, 'needs at least one step.'),
    v.maxLength(MOST_STEPS, `has more than ${MOST_STEPS} steps.`),
  ),
});

/** Named steps that clean a cookie file up, one after the other. */
export interface Recipe {
  readonly name: string;
  readonly description?: string | undefined;
  readonly steps: readonly RecipeStep[];
}

/** Where a recipe is wrong, and how; the text never quotes more than a word of it. */
export interface RecipeTrouble {
  readonly refused: string;
  /** The step that is wrong, from 0, where it is one. */
  readonly step?: number;
}

/** Reads the text of a recipe's file. */
export function readRecipe(text: string): Recipe | RecipeTrouble {
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors, { disallowComments: true });
  const [error] = errors;
  if (error !== undefined) {
    const lines = text.slice(0, error.offset).split('\n');
    return { refused: `Line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}: this is no JSON.` };
  }
  return recipeFrom(value);
}

/** Checks the value of a recipe's file. */
export function recipeFrom(value: unknown): Recipe | RecipeTrouble {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { refused: 'A recipe is an object with crumbs, version, name and steps.' };
  }
  const read = v.safeParse(schema, value);
  if (!read.success) {
    const [issue] = read.issues;
    const [first, at] = (issue.path ?? []).map(({ key }) => key);
    const step = first === 'steps' && typeof at === 'number' ? { step: at } : {};
    return { refused: troubleOf(issue), ...step };
  }
  const { name, description, steps } = read.output;
  return { name, ...(description !== undefined && { description }), steps };
}

/** The text of a recipe's file. */
export function recipeText({ name, description, steps }: Recipe): string {
  const value = { crumbs: 'recipe', version: VERSION, name, ...(description && { description }), steps };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** What a recipe does, a sentence a step. */
export function describeRecipe({ steps }: Pick<Recipe, 'steps'>): readonly string[] {
  return steps.map((step) => kindOf(step).describe(step));
}

function troubleOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const [first, at, ...rest] = keys;
  const place = placeOf(first, at, rest);
  if (issue.type === 'variant') {
    return `${place}: ${keys.length <= 3 ? unknownStep(issue.input) : unknownWord(issue)}`;
  }
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return `${place}: there is no such field.`;
  if (issue.input === undefined) return `${place} is missing.`;
  const isOwn = !issue.message.startsWith('Invalid ');
  const what = isOwn ? issue.message : `must be ${wordFor(issue.expected)}.`;
  return `${place} ${what}`;
}

/** "Step 3, sites 2", "name". */
function placeOf(first: unknown, at: unknown, rest: readonly unknown[]): string {
  if (first !== 'steps' || typeof at !== 'number') return String(first);
  const field = rest.map((key) => (typeof key === 'number' ? String(key + 1) : String(key))).join(' ');
  return field === '' ? `Step ${at + 1}` : `Step ${at + 1}, ${field}`;
}

function unknownStep(input: unknown): string {
  const known = STEP_KINDS.map(({ id }) => id).join(', ');
  const given = typeof input === 'object' && input !== null ? Reflect.get(input, 'do') : undefined;
  const word = typeof given === 'string' ? given : typeof input === 'string' ? input : undefined;
  return word === undefined
    ? `a step says in “do” what it does: ${known}.`
    : `there is no step “${word.slice(0, 40)}”; there are ${known}.`;
}

/** What stands where one of a few words must: an operation, say. */
function unknownWord({ input, expected }: v.BaseIssue<unknown>): string {
  const known = (expected ?? '').replace(/[()"]/g, '').split(' | ').join(', ');
  return typeof input === 'string'
    ? `“${input.slice(0, 40)}” is none of ${known}.`
    : `must be one of ${known}.`;
}

function wordFor(expected: string | null): string {
  return (
    { string: 'a text', Array: 'a list', Object: 'an object' }[expected ?? ''] ?? expected ?? 'something else'
  );
}
