import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recipesIn } from '../../../main/settings/recipes.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { type TestClient, transports } from './transports.ts';

const NOW = 1_800_000_000;
const CANARY = 'canary93b1a4Value';
const JAR = `# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t1\told\t${CANARY}A\n.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\t${CANARY}B\n`;

const folder = temporaryFolder();

function recipe(name: string, steps: unknown = [{ do: 'drop-expired' }]): string {
  return JSON.stringify({ crumbs: 'recipe', version: 1, name, steps });
}

describe.each(Object.keys(transports))('recipes over %s', (name) => {
  let client: TestClient;

  beforeEach(async () => {
    const start = transports[name];
    if (start === undefined) throw new Error('no such transport');
    client = await start({ safetyFolder: path.join(folder, 'safety'), clock: () => NOW * 1000 });
  });

  afterEach(async () => {
    await client.dispose();
    expect(client.log).toEqual([]);
  });

  test('are tried without a value, run as one step, and undone', async () => {
    const base64 = Buffer.from(JAR).toString('base64');
    const { id: document } = await client.call('document.openBytes', { name: 'jar.txt', base64 });
    const text = recipe('Mine');
    const [step] = await client.call('recipe.preview', { document, text, most: 10 });
    expect(step).toMatchObject({ text: 'Drop expired cookies', counts: { removed: 1 } });
    expect(client.raw.join('\n')).not.toContain(CANARY);
    const done = await client.call('recipe.run', { document, text });
    expect([done.label, done.changed, done.document.entries]).toEqual(['Clean up with Mine', 1, 1]);
    const undone = await client.call('document.undo', { document });
    expect([undone.entries, undone.dirty]).toEqual([2, false]);
  });

  test('are kept by name, taken from a file, and removed', async () => {
    const names = async () => (await client.call('recipe.list', {})).recipes.map((one) => one.name);
    const own = await names();
    await client.call('recipe.save', { text: recipe('Mine') });
    const base64 = Buffer.from(recipe('Theirs')).toString('base64');
    const taken = await client.call('recipe.import', { from: { name: 'theirs.json', base64 } });
    expect([taken.builtIn, taken.steps]).toEqual([false, ['Drop expired cookies']]);
    expect(await names()).toEqual([...own, 'Mine', 'Theirs']);
    await client.call('recipe.remove', { name: 'Mine' });
    expect(await names()).toEqual([...own, 'Theirs']);
    await expect(client.call('recipe.save', { text: recipe('tidy up') })).rejects.toMatchObject({
      code: 'recipe-refused',
    });
  });

  test('that are wrong say where', async () => {
    const text = recipe('Mine', [{ do: 'repair' }, { do: 'drop-sites', sites: ['a/b'] }]);
    const error = 'Step 2, sites 1 is no host: write the name alone, as in example.com.';
    expect(await client.call('recipe.check', { text })).toEqual({ error, step: 1 });
    expect(await client.call('recipe.check', { text: recipe('Mine') })).toEqual({});
    await expect(client.call('recipe.save', { text })).rejects.toMatchObject({
      code: 'recipe-refused',
      data: { message: error },
    });
  });

  test('are written to where the person says', async () => {
    const place = path.join(folder, `${name}.json`);
    const handle = client.service.handles.grant(place);
    await client.call('recipe.export', { text: recipe('Mine'), handle });
    expect(JSON.parse(fs.readFileSync(place, 'utf8'))).toEqual(JSON.parse(recipe('Mine')));
  });
});

describe('the recipes of a person', () => {
  const mine = { name: 'Mine / ours', steps: [{ do: 'repair' as const }] };

  test('are a private file each, which outlives the program', async () => {
    const data = path.join(folder, 'data');
    expect(await recipesIn(data).list()).toEqual({ recipes: [], unreadable: [] });
    await recipesIn(data).save(mine);
    await recipesIn(data).save({ ...mine, description: 'again' });
    expect(fs.readdirSync(path.join(data, 'recipes'))).toEqual(['mine-ours.json']);
    expect((await recipesIn(data).list()).recipes).toEqual([{ ...mine, description: 'again' }]);
    await recipesIn(data).remove('MINE / ours');
    expect(await recipesIn(data).list()).toEqual({ recipes: [], unreadable: [] });
  });

  test('that cannot be read are named, and hinder nothing', async () => {
    const data = path.join(folder, 'broken');
    await recipesIn(data).save(mine);
    fs.writeFileSync(path.join(data, 'recipes', 'broken.json'), '{');
    const { recipes, unreadable } = await recipesIn(data).list();
    expect([recipes.length, unreadable]).toEqual([
      1,
      [{ file: 'broken.json', message: 'Line 1, column 2: this is no JSON.' }],
    ]);
  });
});
