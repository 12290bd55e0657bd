import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const CANARY = 'canary77d2e9Value';
const HEADER = '# Netscape HTTP Cookie File\n';
const old = `.example.com\tTRUE\t/\tTRUE\t1\told\t${CANARY}A\n`;
const sid = `.example.com\tTRUE\t/\tTRUE\t4000000000\tsid\t${CANARY}B\n`;
const tracker = `.tracker.example\tTRUE\t/\tTRUE\t4000000000\tid\t${CANARY}C\n`;
const JAR = HEADER + old + sid + tracker;
const MINE = {
  crumbs: 'recipe',
  version: 1,
  name: 'Mine',
  steps: [{ do: 'drop-expired' }, { do: 'drop-sites', sites: ['tracker.example'] }],
};

const folder = temporaryFolder();
let files = 0;
let data = '';

function newFile(text: string, name = `jar-${(files += 1)}.txt`): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text, { mode: 0o600 });
  return file;
}

beforeEach(() => {
  data = path.join(folder, `data-${(files += 1)}`);
  process.env['CRUMBS_DATA_DIR'] = data;
});

describe('crumbs clean', () => {
  test('writes the file as a recipe leaves it', async () => {
    const recipe = newFile(JSON.stringify(MINE), 'mine.json');
    const { code, out, err } = await runCaptured(['clean', newFile(JAR), '--recipe', recipe]);
    expect([code, out]).toEqual([0, HEADER + sid]);
    expect(err).toBe('crumbs: Clean up with Mine; 1 cookie left.\n');
  });

  test('is refused in place where the file is only ever read, and the file stays as it is', async () => {
    const har = JSON.stringify({
      log: {
        version: '1.2',
        entries: [
          {
            request: { url: 'https://example.com/', cookies: [] },
            response: { cookies: [{ name: 'a', value: CANARY, path: '/', expires: '2001-01-01T00:00:00Z' }] },
          },
        ],
      },
    });
    const file = newFile(har, 'log.har');
    const recipe = newFile(JSON.stringify(MINE), 'mine-2.json');
    const { code, out, err } = await runCaptured(['clean', file, '--recipe', recipe, '--in-place']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(
      /log\.har was read as a copy: nothing is written back into a file of the format HTTP archive \(HAR\)/,
    );
    expect(fs.readFileSync(file, 'utf8')).toBe(har);
  });

  test('finds recipes of Crumbs and of the person by name, whatever its case', async () => {
    fs.mkdirSync(path.join(data, 'recipes'), { recursive: true });
    fs.writeFileSync(path.join(data, 'recipes', 'mine.json'), JSON.stringify(MINE));
    const file = newFile(JAR);
    expect((await runCaptured(['clean', file, '--recipe', 'tidy UP'])).out).toBe(HEADER + sid + tracker);
    expect((await runCaptured(['clean', file, '--recipe', 'mine'])).out).toBe(HEADER + sid);
    expect((await runCaptured(['clean', '--list'])).out).toMatch(
      /^Tidy up\n {2}1\. .*\n[^]*\nMine\n {2}1\. Drop expired/,
    );
  });

  test('changes the file itself, and nothing when it is run again', async () => {
    const file = newFile(JAR);
    const recipe = newFile(JSON.stringify(MINE), 'mine.json');
    const first = await runCaptured(['clean', file, '--recipe', recipe, '--in-place']);
    expect([first.code, first.out, fs.readFileSync(file, 'utf8')]).toEqual([0, '', HEADER + sid]);
    const again = await runCaptured(['clean', file, '--recipe', recipe, '--in-place']);
    expect(again.err).toBe('crumbs: Nothing to clean up; 1 cookie left.\n');
  });

  test('shows step by step what it would do, without a value, and writes nothing', async () => {
    const file = newFile(JAR);
    const recipe = newFile(JSON.stringify(MINE), 'mine.json');
    const { code, out } = await runCaptured(['clean', file, '--recipe', recipe, '--in-place', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(/^1\. Drop expired cookies: 1 removed\n@@ removed example\.com old\n- /);
    expect(out).toMatch(/2\. Drop the cookies of tracker\.example: 1 removed\n@@/);
    expect(out).not.toContain(CANARY);
    expect(fs.readFileSync(file, 'utf8')).toBe(JAR);
  });

  test.each([
    ['no file', [], 'clean needs a file.'],
    ['no recipe', ['FILE'], 'clean needs --recipe; --list says which there are.'],
    [
      'an unknown name',
      ['FILE', '--recipe', 'Tidy upp'],
      'There is no recipe "Tidy upp". Did you mean "Tidy up"?',
    ],
    [
      'two places',
      ['FILE', '--recipe', 'Tidy up', '--in-place', '--output', 'x'],
      '--output and --in-place exclude each other.',
    ],
    [
      'standard input in place',
      ['-', '--recipe', 'Tidy up', '--in-place'],
      'Standard input cannot be changed in place.',
    ],
    ['a file that is not there', ['FILE', '--recipe', 'none/such.json'], 'none/such.json'],
  ])('with %s says what is wrong', async (_, given, message) => {
    const file = newFile(JAR);
    const { code, out, err } = await runCaptured([
      'clean',
      ...given.map((one) => (one === 'FILE' ? file : one)),
    ]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('with a recipe that is wrong names the place', async () => {
    const recipe = newFile(JSON.stringify({ ...MINE, steps: [{ do: 'drop-foo' }] }), 'wrong.json');
    const { code, err } = await runCaptured(['clean', newFile(JAR), '--recipe', recipe]);
    expect(code).toBe(2);
    expect(err).toContain('Step 1, do: there is no step “drop-foo”');
  });
});
