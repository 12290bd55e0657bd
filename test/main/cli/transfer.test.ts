import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const CANARY = 'canary2be6d8Value';
const HEADER = '# Netscape HTTP Cookie File\n';
const line = (columns: string): string => `${columns.split(' ').join('\t')}\n`;
const sid = (value: string, expiry = 4_000_000_000): string =>
  line(`.example.com TRUE / TRUE ${expiry} sid ${CANARY}${value}`);
const lang = line(`www.example.com FALSE / FALSE 0 lang ${CANARY}L`);
const other = line(`.other.co.uk TRUE / TRUE 4000000000 id ${CANARY}O`);
const JSON_JAR = `[{"domain":".json.example","hostOnly":false,"httpOnly":false,"name":"n","path":"/","sameSite":"lax","secure":true,"session":true,"storeId":null,"value":"${CANARY}J"}]`;

const folder = temporaryFolder();
let files = 0;

function newFile(text: string): string {
  const file = path.join(folder, `file-${(files += 1)}.txt`);
  fs.writeFileSync(file, text, { mode: 0o600 });
  return file;
}

beforeEach(() => {
  process.env['CRUMBS_DATA_DIR'] = path.join(folder, 'data');
});

describe('crumbs import', () => {
  test('puts the cookies of one file into another, replaced ones where they stood', async () => {
    const into = newFile(HEADER + sid('A') + lang);
    const ran = await runCaptured(['import', newFile(HEADER + other + lang + sid('B')), into, '--in-place']);
    expect([ran.code, ran.out, fs.readFileSync(into, 'utf8')]).toEqual([
      0,
      '',
      HEADER + sid('B') + lang + other,
    ]);
    expect(ran.err).toMatch(/^crumbs: From file-\d+\.txt: 1 new, 1 changed, 1 there already\.\n$/);
  });

  test('keeps what is there when asked to', async () => {
    const ran = await runCaptured([
      'import',
      newFile(HEADER + sid('B') + other),
      newFile(HEADER + sid('A')),
      '--changed',
      'keep',
    ]);
    expect(ran.out).toBe(HEADER + sid('A') + other);
  });

  test('shows what would come in, without a value, and writes nothing', async () => {
    const into = newFile(HEADER + sid('A'));
    const ran = await runCaptured([
      'import',
      newFile(HEADER + sid('B') + other),
      into,
      '--in-place',
      '--dry-run',
    ]);
    expect(ran.out).toMatch(/^changed\texample\.com sid\tvalue: .*\nnew\tother\.co\.uk id\n$/);
    expect(ran.out).not.toContain(CANARY);
    expect(fs.readFileSync(into, 'utf8')).toBe(HEADER + sid('A'));
  });

  test('says what is lost, and writes nothing of it when that is not to be', async () => {
    const json = newFile(JSON_JAR);
    const into = newFile(HEADER);
    const lost = await runCaptured(['import', json, into]);
    expect([lost.code, lost.out]).toEqual([0, HEADER + line(`.json.example TRUE / TRUE 0 n ${CANARY}J`)]);
    expect(lost.err).toContain('SameSite has no place in Netscape cookies.txt. (1 cookie: n)');
    const strict = await runCaptured(['import', json, into, '--strict']);
    expect([strict.code, strict.out]).toEqual([1, '']);
    expect(strict.err).toContain('Nothing was written');
  });

  test('takes a Cookie header when it is told where it went', async () => {
    const into = newFile(HEADER);
    const header = newFile(`Cookie: a=${CANARY}`);
    const asked = await runCaptured(['import', header, into]);
    expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('say with --site where it went')]);
    const ran = await runCaptured(['import', '-', into, '--site', 'a.example'], `Cookie: a=${CANARY}`);
    expect(ran.out).toBe(HEADER + line(`a.example FALSE / TRUE 0 a ${CANARY}`));
    const wrong = await runCaptured(['import', header, into, '--site', 'ftp://a.example']);
    expect(wrong.code).toBe(2);
  });
});

describe('crumbs join', () => {
  const one = HEADER + sid('A', 4_100_000_000) + lang;
  const two = `${HEADER}# mine\n${sid('B')}${other}`;

  test.each([
    ['the last', [], sid('B')],
    ['the first', ['--keep', 'first'], sid('A', 4_100_000_000)],
    ['the one that lives longest', ['--keep', 'longest'], sid('A', 4_100_000_000)],
  ])('keeps of several for one cookie %s', async (_, options, kept) => {
    const ran = await runCaptured(['join', newFile(one), newFile(two), ...options]);
    expect([ran.code, ran.out]).toEqual([0, `${HEADER}\n${kept}${lang}# mine\n${other}`]);
    expect(ran.err).toBe('crumbs: 3 cookies of 2 files; 1 line said of them again.\n');
  });

  test('has the format of the first file', async () => {
    const ran = await runCaptured(['join', newFile(JSON_JAR), newFile(HEADER + other)]);
    const joined = JSON.parse(ran.out) as { name: string; sameSite: string | null }[];
    expect(joined.map(({ name, sameSite }) => [name, sameSite])).toEqual([
      ['n', 'lax'],
      ['id', null],
    ]);
  });
});

describe('crumbs split', () => {
  test('writes a file for each site, which joined again hold the same cookies', async () => {
    const file = newFile(HEADER + sid('A') + other + lang);
    const into = path.join(folder, 'sites');
    const ran = await runCaptured(['split', file, '--into', into]);
    expect([ran.code, ran.out]).toEqual([
      0,
      `${into}/example.com.txt\t2 cookies\n${into}/other.co.uk.txt\t1 cookie\n`,
    ]);
    expect(fs.readFileSync(path.join(into, 'example.com.txt'), 'utf8')).toBe(`${HEADER}\n${sid('A')}${lang}`);
    expect(fs.statSync(path.join(into, 'example.com.txt')).mode & 0o777).toBe(0o600);
    const parts = ['example.com.txt', 'other.co.uk.txt'].map((name) => path.join(into, name));
    expect((await runCaptured(['join', ...parts])).out).toBe(`${HEADER}\n${sid('A')}${lang}${other}`);
    expect((await runCaptured(['split', file, '--into', into])).code).toBe(0);
  });

  test('does not touch a file that is there and holds something else', async () => {
    const into = path.join(folder, 'taken');
    fs.mkdirSync(into);
    fs.writeFileSync(path.join(into, 'example.com.txt'), 'mine');
    const ran = await runCaptured(['split', newFile(HEADER + lang), '--into', into]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('is there already and holds something else');
    expect(fs.readFileSync(path.join(into, 'example.com.txt'), 'utf8')).toBe('mine');
  });

  test('gives hosts that are no file names names that are', async () => {
    const file = newFile(HEADER + line('::1 FALSE / FALSE 0 a b') + line('con FALSE / FALSE 0 a b'));
    const ran = await runCaptured(['split', file, '--into', 'x', '--dry-run']);
    expect(ran.out).toBe('x/__1.txt\t1 cookie\nx/_con.txt\t1 cookie\n');
    expect(fs.existsSync('x')).toBe(false);
  });

  test('says when the folder is missing from the command', async () => {
    const ran = await runCaptured(['split', newFile(HEADER + lang)]);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('--into FOLDER is missing.')]);
  });
});
