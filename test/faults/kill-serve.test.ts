import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, builtProgram } from '../main/cli/built-program.ts';
import { temporaryFolder } from '../main/files/temporary-folder.ts';
import { Served } from './served.ts';

const program = builtProgram('test-kill');
const root = temporaryFolder();
/** Long enough for a busy machine: a journal is written 200 ms after the first edit that it lacks. */
const WRITTEN_MS = 1000;
const CANARY = 'canary7d20Value';
const LINES = Array.from(
  { length: 40 },
  (_, at) => `.example.com\tTRUE\t/\tTRUE\t4000000000\tname${at}\t${CANARY}${at}\n`,
);
const TEXT = `# Netscape HTTP Cookie File\n\n${LINES.join('')}`;

beforeAll(() => buildProgram('test-kill'), 60_000);

afterAll(() => Served.killAll());

function jar(name: string): { folder: string; file: string } {
  const folder = path.join(root, name);
  fs.mkdirSync(folder);
  const file = path.join(folder, 'jar.txt');
  fs.writeFileSync(file, TEXT, { mode: 0o600 });
  return { folder, file };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The states that a document went through, the last one first. */
async function editing(served: Served, rounds: number): Promise<string[]> {
  const [info] = await served.list();
  if (info === undefined) throw new Error('nothing is open');
  const states = [await served.content(info.id)];
  for (let at = 0; at < rounds; at++) {
    await served.setValue(info.id, 2 + at, `edit ${at}`);
    states.unshift(await served.content(info.id));
  }
  return states;
}

describe('a crumbs serve that was killed', { timeout: 60_000 }, () => {
  test.each([0, 3, 30, 90, 150, 210, 260, 1000])(
    'brings back a state that the document had, %i ms after the last of six edits',
    async (wait) => {
      const { folder, file } = jar(`after-${wait}`);
      const served = await Served.start(program, { folder: folder, files: [file] });
      const states = await editing(served, 6);
      await pause(wait);
      await served.kill();
      expect(fs.readFileSync(file, 'latin1')).toBe(TEXT);
      const again = await Served.start(program, { folder: folder, files: [file] });
      const [info, ...others] = await again.list();
      if (info === undefined) throw new Error('nothing is open');
      const content = await again.content(info.id);
      expect(states).toContain(content);
      expect(others).toEqual([]);
      // What is older than the wait for more edits may not be missing; before that, what was there comes back whole.
      if (wait >= WRITTEN_MS) expect(content).toBe(states[0]);
      if (content !== TEXT) expect(info).toMatchObject({ dirty: true, restored: { file: 'same' } });
      await again.kill();
    },
  );

  test('loses no edit that is a second old, though it is killed again and again', async () => {
    const { folder, file } = jar('again');
    let expected = TEXT;
    for (let round = 0; round < 4; round++) {
      const served = await Served.start(program, { folder: folder, files: [file] });
      const [info] = await served.list();
      if (info === undefined) throw new Error('nothing is open');
      expect(await served.content(info.id)).toBe(expected);
      await served.setValue(info.id, 5 + round, `round ${round}`);
      expected = await served.content(info.id);
      await pause(WRITTEN_MS);
      await served.kill();
    }
    const served = await Served.start(program, { folder: folder, files: [file] });
    const [info] = await served.list();
    if (info === undefined) throw new Error('nothing is open');
    expect(await served.content(info.id)).toBe(expected);
    await served.call('document.save', { document: info.id });
    expect(fs.readFileSync(file, 'latin1')).toBe(expected);
    await expect.poll(() => fs.readdirSync(path.join(folder, 'data/recovery'))).toEqual([]);
    await served.kill();
  });

  test('killed right after a save has nothing to bring back, and what was saved is there', async () => {
    const { folder, file } = jar('saved');
    const served = await Served.start(program, { folder: folder, files: [file] });
    const [state] = await editing(served, 2);
    await pause(WRITTEN_MS);
    const [info] = await served.list();
    await served.call('document.save', { document: info?.id });
    await served.kill();
    expect(fs.readFileSync(file, 'latin1')).toBe(state);
    const again = await Served.start(program, { folder: folder, files: [file] });
    expect(await again.list()).toMatchObject([{ dirty: false, changes: 0 }]);
    expect(fs.readdirSync(path.join(folder, 'data/recovery'))).toEqual([]);
    await again.kill();
  });

  test('puts its edits together with what another program wrote meanwhile, and keeps those of a file that is gone', async () => {
    const { folder, file } = jar('meanwhile');
    const other = path.join(folder, 'other.txt');
    fs.writeFileSync(other, TEXT, { mode: 0o600 });
    const served = await Served.start(program, { folder: folder, files: [file, other] });
    for (const { id } of await served.list()) await served.setValue(id, 4, 'mine');
    await pause(WRITTEN_MS);
    await served.kill();
    fs.writeFileSync(file, TEXT.replace(`${CANARY}9\n`, 'theirs\n'));
    fs.rmSync(other);
    const again = await Served.start(program, { folder: folder, files: [file, other] });
    const documents = await again.list();
    const contents = await Promise.all(documents.map(({ id }) => again.content(id)));
    const mine = TEXT.replace(`${CANARY}2\n`, 'mine\n');
    const found = documents.map(({ title, restored, hasFile }, at) => [
      title,
      restored?.file,
      hasFile,
      contents[at],
    ]);
    expect(found.toSorted((one, other) => String(one[0]).localeCompare(String(other[0])))).toEqual([
      ['jar.txt', 'merged', true, mine.replace(`${CANARY}9\n`, 'theirs\n')],
      ['other.txt', 'gone', false, mine],
    ]);
    expect(again.said()).toContain('Brought back unsaved changes of other.txt');
    await again.kill();
  });

  test('leaves nothing that others can read, whatever the umask', async () => {
    const { folder, file } = jar('modes');
    const served = await Served.start(program, { folder: folder, files: [file], before: 'umask 000; exec' });
    await editing(served, 2);
    await pause(WRITTEN_MS);
    await served.kill();
    const journals = path.join(folder, 'data/recovery');
    const names = fs.readdirSync(journals);
    const modes = [journals, ...names.map((name) => path.join(journals, name))].map(
      (each) => fs.statSync(each).mode & 0o777,
    );
    expect([names.length, modes]).toEqual([1, [0o700, 0o600]]);
  });

  test('does not take what belongs to one that still runs, nor show a file that was not named', async () => {
    const { folder, file } = jar('two');
    const other = path.join(folder, 'other.txt');
    fs.writeFileSync(other, TEXT, { mode: 0o600 });
    const first = await Served.start(program, { folder: folder, files: [file] });
    const [state] = await editing(first, 1);
    await pause(WRITTEN_MS);
    const second = await Served.start(program, { folder: folder, files: [other] });
    expect(await second.list()).toMatchObject([{ title: 'other.txt', dirty: false }]);
    await first.kill();
    const third = await Served.start(program, { folder: folder, files: [other] });
    expect((await third.list()).map(({ title }) => title)).toEqual(['other.txt']);
    expect(third.said()).toContain(`There are unsaved changes of ${file} too.`);
    await third.kill();
    await second.kill();
    const fourth = await Served.start(program, { folder: folder, files: [file] });
    const [info] = await fourth.list();
    expect(info && (await fourth.content(info.id))).toBe(state);
    await fourth.kill();
  });
});
