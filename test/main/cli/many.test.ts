import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const SECRET = 'canary51d0Value';
const HEADER = '# Netscape HTTP Cookie File\n\n';
const LINE = `.example.com\tTRUE\t/\tTRUE\t4000000000\tsid\t${SECRET}\n`;
const EXPIRED = `.example.com\tTRUE\t/\tTRUE\t1500000000\told\t${SECRET}\n`;
const JSON_COOKIES = JSON.stringify([
  { name: 'a', value: SECRET, domain: 'example.org', path: '/', secure: true, httpOnly: false },
]);

const top = temporaryFolder();
let folders = 0;
let folder = '';

beforeEach(() => {
  folder = path.join(top, `jars-${(folders += 1)}`);
});

function put(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content, { mode: 0o600 });
  return file;
}

/** Cookie files of two formats among what is none, deep, hidden and linked. */
function mixedFolder(): void {
  put('b.txt', HEADER + LINE);
  put('sub/deep/a.json', JSON_COOKIES);
  put('sub/broken.txt', HEADER + EXPIRED + 'nothing\tbut\n');
  put('.hidden.txt', HEADER + LINE);
  put('notes.md', '# Notes\n\n# only comments\n');
  put('empty.txt', '');
  put('table.tsv', 'a\tb\tc\td\te\tf\tg\n1\t2\t3\t4\t5\t6\t7\n');
  put('picture.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'));
  fs.symlinkSync('..', path.join(folder, 'sub', 'loop'));
}

const named = (files: readonly string[]): string[] => files.map((file) => path.relative(folder, file));

describe('a folder', () => {
  test('stands for the cookie files below it, told by content, in the order of their names', async () => {
    mixedFolder();
    const { code, out, err } = await runCaptured(['check', folder, '--json', '--fail-on=none']);
    const { files } = JSON.parse(out) as { files: { file: string; format: string }[] };
    expect(files.map(({ file, format }) => [path.relative(folder, file), format])).toEqual([
      ['b.txt', 'netscape'],
      ['sub/broken.txt', 'netscape'],
      ['sub/deep/a.json', 'selenium'],
    ]);
    expect({ code, err }).toEqual({
      code: 0,
      err: 'crumbs: 5 files in folders passed over: no cookies in them, or links.\n',
    });
  });

  test('is looked into where it is hidden only when that is asked for', async () => {
    mixedFolder();
    const { out } = await runCaptured(['list', folder, '--hidden', '--json']);
    const { files } = JSON.parse(out) as { files: { file: string }[] };
    expect(named(files.map(({ file }) => file))).toContain('.hidden.txt');
  });

  test('without a cookie file is a failure that says so', async () => {
    put('notes.md', 'text');
    const { code, out, err } = await runCaptured(['check', folder]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`There is no cookie file in ${folder}.`);
  });

  test('that is named beside one of its files does not make that file two', async () => {
    const file = put('a.txt', HEADER + LINE);
    const { out } = await runCaptured(['list', file, folder]);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
  });

  test.runIf(process.getuid?.() !== 0)('that cannot be entered is told, and the rest is walked', async () => {
    put('a.txt', HEADER + LINE);
    fs.mkdirSync(path.join(folder, 'closed'), { mode: 0 });
    const { code, out, err } = await runCaptured(['list', folder]);
    fs.chmodSync(path.join(folder, 'closed'), 0o700);
    expect([code, out.includes('a.txt')]).toEqual([2, true]);
    expect(err).toContain('closed');
  });
});

describe('a pattern', () => {
  test('is matched where the shell left it to the program', async () => {
    mixedFolder();
    const { out } = await runCaptured(['check', path.join(folder, '**/*.{json,md}'), '--json']);
    const { files } = JSON.parse(out) as { files: { file: string }[] };
    expect(named(files.map(({ file }) => file))).toEqual(['notes.md', 'sub/deep/a.json']);
  });

  test('that matches nothing is a failure beside the files that are there', async () => {
    const file = put('a.txt', HEADER + LINE);
    const { code, out, err } = await runCaptured(['list', path.join(folder, '*.none'), file]);
    expect([code, out.split('\n').length]).toEqual([2, 3]);
    expect(err).toContain('*.none does not exist');
  });

  test('is a name where a file has it', async () => {
    const file = put('[a].txt', HEADER + LINE);
    expect((await runCaptured(['list', file])).code).toBe(0);
  });
});

describe('several files', () => {
  test('that cannot be read do not stop the others, are told by name, and the worst exit code counts', async () => {
    const files = [
      put('bad.txt', HEADER + EXPIRED),
      put('text', 'no cookies'),
      put('good.txt', HEADER + LINE),
    ];
    const { code, out, err } = await runCaptured([
      'check',
      ...files,
      path.join(folder, 'missing'),
      '--ndjson',
    ]);
    expect(code).toBe(2);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row) as { file: string });
    expect(new Set(rows.map(({ file }) => file))).toEqual(new Set([files[0], files[2]]));
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringContaining(String(files[1])),
      expect.stringContaining('missing'),
    ]);
  });

  test('are told apart by a first column', async () => {
    const files = [put('a.txt', HEADER + LINE), put('b.txt', HEADER + LINE)];
    const rows = (await runCaptured(['list', ...files])).out.trimEnd().split('\n');
    expect(rows.map((row) => row.split('\t')[0])).toEqual(['file', ...files]);
  });

  test('are mended in place, each by itself, and remarks say of which they are', async () => {
    const files = [put('a.txt', `\ufeff${HEADER}${LINE}`), put('b.txt', `\ufeff${HEADER}${LINE}`)];
    const { code, err } = await runCaptured(['fix', folder, '--in-place']);
    expect({ code, contents: files.map((file) => fs.readFileSync(file, 'utf8')) }).toEqual({
      code: 0,
      contents: [HEADER + LINE, HEADER + LINE],
    });
    for (const file of files) expect(err).toContain(`crumbs: ${file}: `);
  });

  test.each([
    [['fix'], '--in-place or --dry-run'],
    [['clean', '--recipe', 'Tidy up'], '--in-place or --dry-run'],
    [['redact'], '--into'],
    [['convert', '--to', 'netscape'], '--into'],
  ])('need a place with %o', async (args, ways) => {
    const files = [put('a.txt', HEADER + LINE), put('b.txt', HEADER + LINE)];
    const { code, out, err } = await runCaptured([...args, ...files]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`takes several files with ${ways} only.`);
  });

  test('are converted into a folder, where they keep their places and get the ending of the format', async () => {
    mixedFolder();
    const into = path.join(top, `into-${folders}`);
    const { code } = await runCaptured(['convert', folder, '--to', 'playwright', '--into', into]);
    const made = fs
      .readdirSync(into, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.json'));
    expect({ code, made: made.toSorted() }).toEqual({
      code: 0,
      made: ['b.json', 'sub/broken.json', 'sub/deep/a.json'],
    });
    expect(fs.statSync(path.join(into, 'b.json')).mode & 0o777).toBe(0o600);
  });

  test('that would come to one place are not written over each other', async () => {
    const files = [put('one/a.txt', HEADER + LINE), put('two/a.txt', HEADER + LINE + EXPIRED)];
    const into = path.join(top, `into-${folders}`);
    const { code, err } = await runCaptured(['convert', ...files, '--to', 'selenium', '--into', into]);
    expect([code, JSON.parse(fs.readFileSync(path.join(into, 'a.json'), 'utf8')).length]).toEqual([2, 1]);
    expect(err).toContain('is there already and holds something else');
  });

  test('are redacted into a folder, with no value left', async () => {
    mixedFolder();
    const into = path.join(top, `into-${folders}`);
    expect((await runCaptured(['redact', folder, '--into', into])).code).toBe(0);
    const names = ['b.txt', 'sub/broken.txt', 'sub/deep/a.json'];
    const texts = names.map((name) => fs.readFileSync(path.join(into, name), 'utf8'));
    expect(texts.filter((text) => text.includes(SECRET))).toEqual([]);
  });

  test('stop at once for what is wrong with the command', async () => {
    const files = [put('a.txt', HEADER + LINE), put('b.txt', HEADER + LINE)];
    const { code, err } = await runCaptured(['list', ...files, '--query', 'expires<soon']);
    expect([code, err.trimEnd().split('\n').length]).toEqual([2, 1]);
  });
});

describe('NDJSON', () => {
  const entriesOf = async (...args: string[]) => {
    const { out } = await runCaptured(['list', '--ndjson', ...args]);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row) as Record<string, unknown>);
    return { out, rows };
  };

  test('has an entry a line with its file, its line and no value', async () => {
    const file = put('a.txt', HEADER + LINE);
    const { out, rows } = await entriesOf(file);
    expect(rows).toEqual([
      expect.objectContaining({ file, line: 3, name: 'sid', domain: 'example.com', path: '/' }),
    ]);
    expect(out).not.toContain(SECRET);
  });

  test('has one hash for one value in every file and run, and another one under another key', async () => {
    const files = [put('a.txt', HEADER + LINE), put('b.txt', HEADER + EXPIRED)];
    const key = put('key', 'k'.repeat(16));
    const hashes = async (...args: string[]) =>
      new Set((await entriesOf(...files, ...args)).rows.map(({ valueHash }) => valueHash));
    const [first, again, keyed] = [await hashes(), await hashes(), await hashes('--hash-key', key)];
    expect([first.size, again, keyed.size]).toEqual([1, first, 1]);
    expect(keyed).not.toEqual(first);
  });

  test('refuses a key that can be guessed', async () => {
    const { code, err } = await runCaptured([
      'list',
      put('a.txt', HEADER + LINE),
      '--ndjson',
      '--hash-key',
      put('key', 'short'),
    ]);
    expect([code, err.includes('a key needs 16 or more')]).toEqual([2, true]);
  });

  test('with the values can be opened as a cookie file', async () => {
    const { out } = await entriesOf(put('a.txt', HEADER + LINE), '--reveal');
    const back = await runCaptured(['convert', '-', '--to', 'netscape'], out);
    expect(back.out).toBe(HEADER + LINE);
  });

  test('says of each client what it makes of each file', async () => {
    const file = put('a.txt', HEADER + LINE);
    const { out } = await runCaptured(['verdict', file, '--ndjson', '--client', 'curl', '--client', 'wget']);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row) as { file: string; client: string });
    expect(rows.map((row) => [row.file, row.client])).toEqual([
      [file, 'curl'],
      [file, 'wget'],
    ]);
  });

  test('and JSON exclude each other', async () => {
    const { code, err } = await runCaptured(['check', put('a.txt', HEADER), '--json', '--ndjson']);
    expect([code, err.includes('--json and --ndjson exclude each other.')]).toEqual([2, true]);
  });
});

test('--quiet leaves results and failures', async () => {
  mixedFolder();
  const { code, out, err } = await runCaptured(['check', folder, path.join(folder, 'missing'), '--quiet']);
  expect([code, out.includes('b.txt')]).toEqual([2, true]);
  expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining('missing does not exist')]);
});

test.each(['0', '-1', 'two', '100'])('--jobs=%s is refused', async (jobs) => {
  const { code, err } = await runCaptured(['check', put('a.txt', HEADER + LINE), `--jobs=${jobs}`]);
  expect([code, err.includes('--jobs takes a number from 1 to 99.')]).toEqual([2, true]);
});
