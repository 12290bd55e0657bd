import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const folder = temporaryFolder();
const line = (columns: string): string => `${columns.split(' ').join('\t')}\n`;
const FILE = path.join(folder, 'in.txt');
fs.writeFileSync(
  FILE,
  [
    '# Netscape HTTP Cookie File\n',
    line('.example.com TRUE / TRUE 4102444800 one first'),
    line('www.example.com FALSE /deep TRUE 4102444800 two second'),
    line('#HttpOnly_.example.org TRUE / TRUE 4102444800 three third'),
  ].join(''),
  { mode: 0o600 },
);

const exported = (...args: readonly string[]) => runCaptured(['export', FILE, ...args]);
const namesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((one) => one.includes('\t'))
    .map((one) => one.split('\t')[5] ?? '');

describe('which cookies are exported', () => {
  test.each([
    ['all', [], ['one', 'two', 'three']],
    ['those of a site', ['--site=www.example.com'], ['one', 'two']],
    ['those that an address is sent', ['--url=https://www.example.com/'], ['one']],
    ['those of a query and a site', ['--site=example.com', '--query=name:two'], ['two']],
  ])('are %s', async (_, args, names) => {
    const { code, out } = await exported('--to=netscape', ...args);
    expect({ code, names: namesIn(out) }).toEqual({ code: 0, names });
  });

  test('are for a command all that may be needed, or those that its address is sent', async () => {
    const args = ['--to=curl', '--url=https://www.example.com/', '--output=-'];
    expect(namesIn((await exported(...args)).out)).toEqual(['one', 'two', 'three']);
    expect(namesIn((await exported(...args, '--only-sent')).out)).toEqual(['one']);
  });

  test.each([
    ['a site that is none', ['--site=?'], 2, 'address'],
    ['an address that is none', ['--url=example.com'], 2, 'begins with https://'],
    ['only what is sent, to no address', ['--only-sent'], 2, '--only-sent needs --url'],
    ['a shell that nobody knows', ['--shell=tcsh'], 2, '--shell takes posix, fish, powershell, cmd.'],
  ])('are none for %s', async (_, args, expected, text) => {
    const { code, out, err } = await exported('--to=netscape', ...args);
    expect({ code, out }).toEqual({ code: expected, out: '' });
    expect(err).toContain(text);
  });
});

describe('the shell of a command', () => {
  const url = '--url=https://www.example.com/?a=1&b=2';
  test.each([
    ['posix', "curl -b 'my cookies.txt' 'https://www.example.com/?a=1&b=2'"],
    ['fish', "curl -b 'my cookies.txt' 'https://www.example.com/?a=1&b=2'"],
    ['powershell', "curl.exe -b 'my cookies.txt' 'https://www.example.com/?a=1&b=2'"],
    ['cmd', 'curl -b "my cookies.txt" "https://www.example.com/?a=1&b=2"'],
  ])('%s has its own quotes', async (shell, command) => {
    const before = process.cwd();
    process.chdir(folder);
    const { code, out } = await exported('--to=curl', url, `--shell=${shell}`, '--output=my cookies.txt');
    process.chdir(before);
    expect({ code, out }).toEqual({ code: 0, out: `${command}\n` });
  });

  test('cmd gets no address in which it would find a variable', async () => {
    const { code, out, err } = await exported('--to=curl', '--url=https://example.com/%20', '--shell=cmd');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('choose PowerShell');
  });
});

describe('what is lost', () => {
  test('is said, and refused when nothing may be lost', async () => {
    const args = ['--to=wget', '--url=https://example.org/'];
    const output = path.join(folder, 'strict.txt');
    const strict = await exported(...args, '--strict', '--output', output);
    expect({ code: strict.code, out: strict.out, there: fs.existsSync(output) }).toEqual({
      code: 1,
      out: '',
      there: false,
    });
    expect(strict.err).toContain('the HttpOnly mark for a comment');
    expect(strict.err).toContain('Nothing was written: something would be lost.');
    expect((await exported(...args, '--output', output)).code).toBe(0);
  });

  test('is nothing when cookies are for other addresses than the one of the command', async () => {
    const { code, err } = await exported('--to=curl', '--url=https://example.org/', '--strict', '--output=-');
    expect(code).toBe(0);
    expect(err).toContain('it is for other addresses');
  });

  test('is refused by convert as well, a line that is no cookie too', async () => {
    const convert = (file: string, to: string) => runCaptured(['convert', file, '--to', to, '--strict']);
    expect(await convert(FILE, 'playwright')).toMatchObject({ code: 0 });
    const odd = path.join(folder, 'odd.txt');
    fs.writeFileSync(odd, `${fs.readFileSync(FILE, 'utf8')}no cookie\n`, { mode: 0o600 });
    expect(await convert(odd, 'playwright')).toMatchObject({ code: 1, out: '' });
  });
});
