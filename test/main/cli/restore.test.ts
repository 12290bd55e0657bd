import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { safetyName } from '../../../main/files/temporary-file.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const folder = temporaryFolder();
const CANARY = 'canary19c3Value';
/** Expired lines that a fix removes nothing of; the blanks make one thing to fix. */
const TEXT = `# Netscape HTTP Cookie File\n\nexample.com\tTRUE\t/\tTRUE\t4000000000\tone\t${CANARY}\n`;

beforeAll(() => {
  process.env['CRUMBS_DATA_DIR'] = path.join(folder, 'data');
});

let jars = 0;
async function fixed(): Promise<{ file: string; after: string }> {
  const file = path.join(folder, `jar-${(jars += 1)}.txt`);
  fs.writeFileSync(file, TEXT, { mode: 0o600 });
  const { code } = await runCaptured(['fix', file, '--in-place']);
  const after = fs.readFileSync(file, 'latin1');
  expect([code, after === TEXT]).toEqual([0, false]);
  return { file, after };
}

describe('crumbs restore', () => {
  test('lists what a fix in place replaced, without values', async () => {
    const { file } = await fixed();
    const { code, out, err } = await runCaptured(['restore', file]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      new RegExp(`^\\d{15}-[0-9a-f]{8} {2}.* {2}${TEXT.length} bytes {2}before a save: 1 line edited\n$`),
    );
    const json = await runCaptured(['restore', file, '--list', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({
      versions: [{ reason: 'saved', bytes: TEXT.length }],
      unreadable: 0,
    });
    expect(out + json.out).not.toContain(CANARY);
  });

  test('brings a version back in place, and the one that it replaced is kept', async () => {
    const { file, after } = await fixed();
    const { code, err } = await runCaptured(['restore', file, '--point', 'latest', '--in-place']);
    expect([code, fs.readFileSync(file, 'latin1')]).toEqual([0, TEXT]);
    expect(err).toMatch(/^crumbs: Restore the version of /);
    await runCaptured(['restore', file, '--point', 'latest', '--in-place']);
    expect(fs.readFileSync(file, 'latin1')).toBe(after);
  });

  test('writes a version elsewhere, by the beginning of its ID', async () => {
    const { file, after } = await fixed();
    const { out } = await runCaptured(['restore', file, '--list', '--json']);
    const [{ id }] = (JSON.parse(out) as { versions: [{ id: string }] }).versions;
    expect(await runCaptured(['restore', file, '--point', id.slice(0, 18)])).toEqual({
      code: 0,
      out: TEXT,
      err: '',
    });
    const other = path.join(folder, 'elsewhere.txt');
    await runCaptured(['restore', file, '--point', id, '--output', other]);
    expect([fs.readFileSync(other, 'latin1'), fs.statSync(other).mode & 0o777]).toEqual([TEXT, 0o600]);
    expect(fs.readFileSync(file, 'latin1')).toBe(after);
  });

  test('makes a file again that is gone', async () => {
    const { file } = await fixed();
    fs.rmSync(file);
    const { code, err } = await runCaptured(['restore', file, '--point', 'latest', '--in-place']);
    expect([code, fs.readFileSync(file, 'latin1'), fs.statSync(file).mode & 0o777]).toEqual([0, TEXT, 0o600]);
    expect(err).toContain('is there again');
  });

  test('lists what a save left that was cut short, brings it back and removes it, and not that of another file', async () => {
    const { file } = await fixed();
    const left = path.join(folder, safetyName(file));
    const other = path.join(folder, safetyName(path.join(folder, 'other.txt')));
    for (const copy of [left, other]) fs.writeFileSync(copy, `${TEXT}# left\n`, { mode: 0o600 });
    const { versions } = JSON.parse((await runCaptured(['restore', file, '--json'])).out) as {
      versions: { id: string; reason: string }[];
    };
    expect(versions.map(({ reason }) => reason)).toEqual(['left', 'saved']);
    const { out } = await runCaptured(['restore', file, '--point', versions[0]?.id ?? '']);
    expect(out).toBe(`${TEXT}# left\n`);
    await runCaptured(['restore', file, '--purge']);
    expect([fs.existsSync(left), fs.existsSync(other)]).toEqual([false, true]);
  });

  test('brings back what --output wrote over', async () => {
    const { file, after } = await fixed();
    const output = path.join(folder, 'written-over.txt');
    fs.writeFileSync(output, 'example.com\tTRUE\t/\tTRUE\t4000000000\tother\tsite\n', { mode: 0o600 });
    const before = fs.readFileSync(output, 'latin1');
    expect((await runCaptured(['fix', file, '--output', output])).code).toBe(0);
    expect(fs.readFileSync(output, 'latin1')).toBe(after);
    const { out } = await runCaptured(['restore', output, '--point', 'latest']);
    expect(out).toBe(before);
  });

  test('removes all versions of a file, and leaves those of others', async () => {
    const { file } = await fixed();
    const { file: other } = await fixed();
    expect((await runCaptured(['restore', file, '--purge'])).err).toBe(
      'crumbs: 1 earlier version removed.\n',
    );
    const { out, err } = await runCaptured(['restore', file]);
    expect([out, err]).toEqual(['', `crumbs: No earlier version of ${file} is kept.\n`]);
    expect((await runCaptured(['restore', other])).out).not.toBe('');
  });

  test.each([
    [['--point', 'latest', '--purge'], 'exclude each other'],
    [['--in-place'], 'go with --point'],
    [['--point', 'latest', '--in-place', '--output', 'x'], 'exclude each other'],
    [['--point', '9'], 'There is no'],
  ])('refuses %j', async (options, message) => {
    const { file, after } = await fixed();
    const { code, err } = await runCaptured(['restore', file, ...options]);
    expect(code).not.toBe(0);
    expect(err).toMatch(message === 'There is no' ? /./ : new RegExp(message));
    expect(fs.readFileSync(file, 'latin1')).toBe(after);
  });
});
