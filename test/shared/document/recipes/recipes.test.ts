import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { BUILT_IN } from '#shared/document/recipes/built-in.ts';
import { previewRecipe } from '#shared/document/recipes/preview-recipe.ts';
import { describeRecipe, readRecipe, recipeFrom, recipeText } from '#shared/document/recipes/recipe.ts';
import { type RecipeStep, STEP_KINDS } from '#shared/document/recipes/registry.ts';
import { runRecipe } from '#shared/document/recipes/run-recipe.ts';
import { writerOf } from '#shared/document/writer.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open, written } from '../open-for-test.ts';
import { anyFile } from '../random-file.ts';

const sid = line('.example.com TRUE / TRUE 1900000000 sid one');
const old = line('.example.com TRUE / TRUE 1 old gone');
const twin = line('.example.com TRUE / TRUE 1900000000 sid two');
const other = line('www.other.example FALSE / FALSE 0 lang en');
const file = `${HEADER}# mine\n${sid}${old}${twin}${other}`;

function run(document: CookieDocument, ...steps: RecipeStep[]): number {
  const outcome = finish(
    runRecipe(document, { name: 'Mine', steps }, { now: NOW, writer: writerOf(document) }),
  );
  if (outcome.refused !== undefined) throw new Error(outcome.refused);
  return outcome.changed;
}

/** What a file becomes, its header and comment apart. */
function after(...steps: RecipeStep[]): string {
  const document = open(file);
  run(document, ...steps);
  return written(document).slice(`${HEADER}# mine\n`.length);
}

describe('a step', () => {
  test.each<[string, RecipeStep, string]>([
    ['drops what is expired', { do: 'drop-expired' }, sid + twin + other],
    ['drops all but the last of duplicates', { do: 'drop-duplicates' }, old + twin + other],
    ['drops sites with what is below them', { do: 'drop-sites', sites: ['other.example'] }, sid + old + twin],
    ['keeps sites alone', { do: 'keep-sites', sites: ['.OTHER.example'] }, other],
    [
      'does not take the end of a name for a site',
      { do: 'drop-sites', sites: ['le.com'] },
      sid + old + twin + other,
    ],
    ['drops what a query finds', { do: 'drop-query', query: 'name:sid' }, old + other],
    ['keeps what a query finds', { do: 'keep-query', query: 'is:session' }, other],
    ['drops by purpose', { do: 'drop-purposes', purposes: ['preferences'] }, sid + old + twin],
    ['keeps by purpose', { do: 'keep-purposes', purposes: ['preferences'] }, other],
    [
      'caps the expiry',
      { do: 'cap-expiry', within: '1d' },
      sid.replace('1900000000', String(NOW + 86_400)) +
        old +
        twin.replace('1900000000', String(NOW + 86_400)) +
        other,
    ],
    [
      'changes a field of what a query finds',
      { do: 'bulk', query: 'lang', operation: { do: 'set', field: 'path', text: '/a' } },
      sid + old + twin + line('www.other.example FALSE /a FALSE 0 lang en'),
    ],
    ['sorts entries alone', { do: 'sort', by: ['name'] }, other + old + sid + twin],
    ['fixes what is safe', { do: 'fix' }, sid + old + twin + other],
    ['writes for programs', { do: 'write-for', clients: ['curl'] }, sid + old + twin + other],
    ['repairs nothing of an unknown writer', { do: 'repair' }, sid + old + twin + other],
  ])('%s', (_, step, expected) => {
    expect(after(step)).toBe(expected);
  });

  test('fixes the rules that it names', () => {
    const document = open(HEADER + line('.example.com TRUE / TRUE 1900000000000 a b'));
    run(document, { do: 'fix', rules: ['expiry-not-seconds'] });
    expect(written(document)).toBe(HEADER + line('.example.com TRUE / TRUE 1900000000 a b'));
  });

  test('sorts JSON too, and keeps each element as it was', () => {
    const element = (name: string): string =>
      `{"domain":".a.com","hostOnly":false,"httpOnly":true,"name":"${name}","path":"/","sameSite":"lax","secure":true,"session":true,"storeId":null,"value":"v", "more": 1}`;
    const document = open(`[\n${element('b')},\n${element('a')}\n]\n`);
    run(document, { do: 'sort', by: ['name'] });
    expect(written(document)).toBe(`[\n${element('a')},\n${element('b')}\n]\n`);
    finish(document.undo());
    expect(written(document)).toBe(`[\n${element('b')},\n${element('a')}\n]\n`);
  });
});

test('steps are one step in the document, named for the recipe', () => {
  const document = open(file);
  expect(run(document, { do: 'drop-expired' }, { do: 'drop-duplicates' })).toBe(2);
  expect(document.undoLabel).toBe('Clean up with Mine');
  finish(document.undo());
  expect([written(document), document.undoLabel]).toEqual([file, undefined]);
});

test('what a later step brings about, an earlier one finds as well', () => {
  const document = open(HEADER + line('.example.com TRUE / TRUE 1700000000000 a b'));
  run(document, { do: 'drop-expired' }, { do: 'fix', rules: ['expiry-not-seconds'] });
  expect(written(document)).toBe(HEADER);
});

test('protected lines stay, and a preview knows', () => {
  const document = open(file);
  const steps: RecipeStep[] = [{ do: 'drop-expired' }, { do: 'drop-sites', sites: ['other.example'] }];
  document.protection.mark([2 + 1], true);
  const preview = finish(previewRecipe(document, { name: 'Mine', steps }, { now: NOW, most: 1 }));
  expect(preview?.map(({ counts }) => counts.removed)).toEqual([0, 1]);
  run(document, ...steps);
  expect(written(document)).toBe(`${HEADER}# mine\n${sid}${old}${twin}`);
});

test('a preview says what each step would do, without a value, and changes nothing', () => {
  const document = open(file);
  const steps: RecipeStep[] = [{ do: 'repair' }, { do: 'drop-expired' }, { do: 'drop-query', query: 'sid' }];
  const preview = finish(previewRecipe(document, { name: 'Mine', steps }, { now: NOW, most: 1 }));
  expect(
    preview?.map(({ text, counts, changes, passed }) => [text, counts.removed, changes.length, passed]),
  ).toEqual([
    [
      'Repair what the program that wrote the file got wrong',
      0,
      0,
      'The file does not say which program wrote it.',
    ],
    ['Drop expired cookies', 1, 1, undefined],
    ['Drop what “sid” finds', 2, 1, undefined],
  ]);
  expect(JSON.stringify(preview)).not.toMatch(/gone|one|two/);
  expect([written(document), document.dirty]).toEqual([file, false]);
});

describe('a file of a recipe', () => {
  test('comes back as it was written', () => {
    for (const recipe of BUILT_IN) expect(readRecipe(recipeText(recipe))).toEqual(recipe);
  });

  const recipe = (steps: unknown, more = {}): unknown => ({
    crumbs: 'recipe',
    version: 1,
    name: 'Mine',
    steps,
    ...more,
  });

  test.each([
    ['text that is no JSON', '{\n "crumbs": recipe', 'Line 2, column 12: this is no JSON.'],
    ['a list', [], 'A recipe is an object with crumbs, version, name and steps.'],
    ['another file', { version: 1 }, 'crumbs is missing.'],
    [
      'a newer version',
      recipe([{ do: 'repair' }], { version: 2 }),
      'version must be 1: a newer version of Crumbs wrote this file.',
    ],
    ['no name', recipe([{ do: 'repair' }], { name: '' }), 'name needs a name.'],
    ['no steps', recipe([]), 'steps needs at least one step.'],
    ['a further field', recipe([{ do: 'repair' }], { author: 'me' }), 'author: there is no such field.'],
    [
      'an unknown step',
      recipe([{ do: 'repair' }, { do: 'drop-foo' }]),
      `Step 2, do: there is no step “drop-foo”; there are ${STEP_KINDS.map(({ id }) => id).join(', ')}.`,
    ],
    [
      'a step that says nothing',
      recipe([{}]),
      `Step 1, do: a step says in “do” what it does: ${STEP_KINDS.map(({ id }) => id).join(', ')}.`,
    ],
    [
      'a field that a step has not',
      recipe([{ do: 'repair', sites: [] }]),
      'Step 1, sites: there is no such field.',
    ],
    ['a field that is missing', recipe([{ do: 'drop-sites' }]), 'Step 1, sites is missing.'],
    [
      'a field of another kind',
      recipe([{ do: 'drop-sites', sites: 'a.example' }]),
      'Step 1, sites must be a list.',
    ],
    [
      'a site with a path',
      recipe([{ do: 'drop-sites', sites: ['a.example', 'b.example/x'] }]),
      'Step 1, sites 2 is no host: write the name alone, as in example.com.',
    ],
    [
      'a query that cannot be read',
      recipe([{ do: 'drop-query', query: 'expires<soon' }]),
      /^Step 1, query cannot be read at \d+: ./,
    ],
    [
      'an operation that goes on and on',
      recipe([{ do: 'bulk', operation: { do: 'shift-expiry', by: '30d' } }]),
      'Step 1, operation would change more each time that the recipe is run.',
    ],
    [
      'a replacement that holds what is looked for',
      recipe([{ do: 'bulk', operation: { do: 'replace', field: 'path', find: 'a', with: 'aa' } }]),
      'Step 1, operation would change more each time that the recipe is run.',
    ],
    [
      'an operation that there is not',
      recipe([{ do: 'bulk', operation: { do: 'explode' } }]),
      'Step 1, operation do: “explode” is none of set, replace, toggle, shift-expiry, cap-expiry, lower-case, fix.',
    ],
    [
      'a query for unsaved edits',
      recipe([{ do: 'keep-query', query: 'sid -is:edited' }]),
      'Step 1, query asks for what is not saved yet: a recipe goes by what is in the file.',
    ],
    [
      'an unknown rule',
      recipe([{ do: 'fix', rules: ['none'] }]),
      'Step 1, rules 1 is no rule with a fix; “crumbs help fix” lists them.',
    ],
    [
      'an unknown program',
      recipe([{ do: 'write-for', clients: ['netscape 4'] }]),
      'Step 1, clients 1 is no program that Crumbs knows; “crumbs help verdict” lists them.',
    ],
    [
      'a column that would change which duplicate counts',
      recipe([{ do: 'sort', by: ['expires'] }]),
      'Step 1, by 1 is none of domain, path, name.',
    ],
  ])('that holds %s is refused with the place', (_, given, message) => {
    const read = typeof given === 'string' ? readRecipe(given) : recipeFrom(given);
    expect('refused' in read ? read.refused : read).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  test('is told in words', () => {
    expect(describeRecipe({ steps: [{ do: 'keep-sites', sites: ['a.example', 'b.example'] }] })).toEqual([
      'Keep the cookies of a.example, b.example alone',
    ]);
  });
});

const anyStep: fc.Arbitrary<RecipeStep> = fc.oneof(
  fc.constantFrom<RecipeStep>(
    { do: 'drop-expired' },
    { do: 'drop-duplicates' },
    { do: 'repair' },
    { do: 'fix' },
    { do: 'fix', rules: ['expiry-not-seconds', 'domain-flag-mismatch'] },
    { do: 'write-for', clients: ['yt-dlp'] },
    { do: 'write-for', clients: ['curl', 'wget'], allow: ['http-only'] },
  ),
  fc
    .constantFrom('example.com', 'www.example.com', 'localhost')
    .map((site): RecipeStep => ({ do: 'drop-sites', sites: [site] })),
  fc.constantFrom('example.com', 'co.uk').map((site): RecipeStep => ({ do: 'keep-sites', sites: [site] })),
  fc
    .constantFrom('sid', '-secure', 'expires<7d', 'is:expired')
    .map((query): RecipeStep => ({ do: 'drop-query', query })),
  fc
    .subarray(['domain', 'path', 'name'] as const, { minLength: 1 })
    .map((by): RecipeStep => ({ do: 'sort', by })),
);

test('whatever the recipe: undone it is the same file, run twice it is run once, and its preview comes true', () => {
  fc.assert(
    fc.property(anyFile, fc.array(anyStep, { minLength: 1, maxLength: 5 }), (bytes, steps) => {
      const document = open(bytes, 'netscape');
      const context = { now: NOW, writer: writerOf(document) };
      const recipe = { name: 'Mine', steps };
      const preview = finish(previewRecipe(document, recipe, { ...context, most: 0 })) ?? [];
      const before = document.lines.liveCount;
      finish(runRecipe(document, recipe, context));
      const fewer = preview.reduce((sum, { counts }) => sum + counts.removed - counts.added, 0);
      expect(before - document.lines.liveCount).toBe(fewer);
      const once = written(document);
      const again = open(once, 'netscape');
      finish(runRecipe(again, recipe, { now: NOW, writer: context.writer }));
      expect(written(again)).toBe(once);
      finish(document.undo());
      expect(written(document)).toBe(bytes);
    }),
    { numRuns: 60 },
  );
});
