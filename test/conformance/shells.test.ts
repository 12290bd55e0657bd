import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { posix } from '#shared/exports/shells/posix.ts';
import { shellCommand } from '#shared/exports/shells/shell-command.ts';
import { SHELLS } from '#shared/exports/shells/registry.ts';
import { canRun, run } from './programs.ts';

const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  dash: ['dash'],
  bash: ['bash', '--norc', '--noprofile'],
  zsh: ['zsh', '-f'],
  fish: ['fish', '--no-config'],
  busybox: ['busybox', 'sh'],
  mksh: ['mksh'],
  ksh: ['ksh'],
  yash: ['yash', '--norcfile'],
};

/** What has broken quoting somewhere: ends in a backslash, doubled quotes, expansions, options, history, globs. */
const NASTY = [
  '',
  "'",
  "''",
  '\\',
  '\\\\',
  "\\'",
  "'\\",
  "a'b\\",
  '$(touch tripwire)',
  '`touch tripwire`',
  "'; touch tripwire; '",
  '"; touch tripwire; "',
  '${HOME}',
  '$HOME',
  '~',
  '~root',
  '=ls',
  '%self',
  '!!',
  '!1',
  '^a^b',
  '*',
  '?',
  '[a-z]',
  '{a,b}',
  '#comment',
  '-n',
  '--help',
  '-e',
  'a b',
  ' ',
  'a&b',
  'a|b',
  'a;b',
  'a>tripwire',
  '<tripwire',
  '(a)',
  'a=b',
  "$'a\\x41'",
  '\\u0041',
  '\\n',
  'é🍪',
  '’‘',
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crumbs-shells-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a program sees of the words when the shell runs the command. */
async function seen(shell: readonly string[], words: readonly string[]): Promise<readonly string[]> {
  const made = shellCommand(posix, [
    process.execPath,
    '-e',
    'process.stdout.write(process.argv.slice(1).join("\\n"))',
    '--',
    ...words,
  ]);
  if ('refused' in made) throw new Error(made.message);
  const { stdout, stderr, status } = await run([...shell, '-c', made.command], { cwd: folder });
  expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: '' });
  return stdout.toString().split('\n');
}

const word = fc
  .oneof(
    fc.string({
      unit: fc.constantFrom(...'\'"\\$`!*?[]{}()<>|&;~=#%^-+@:,. aZ9é🍪'.split(/(?:)/u)),
      maxLength: 12,
    }),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  .filter((text) => posix.quote(text) !== undefined);

for (const [name, shell] of Object.entries(PROGRAMS)) {
  const here = canRun(name, `quoting in ${name}`);

  test.skipIf(!here)(`${name} reads back nasty words as they were, and runs nothing of them`, async () => {
    expect(await seen(shell, NASTY)).toEqual(NASTY);
    expect(existsSync(join(folder, 'tripwire'))).toBe(false);
  });

  test.skipIf(!here)(`${name} reads back any words that are not refused`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 40, maxLength: 120 }), async (words) => {
        expect(await seen(shell, words)).toEqual(words);
      }),
      { numRuns: 8 },
    );
  });
}

test.skipIf(!canRun('fish', 'the proof that plain POSIX quoting is caught'))(
  'the check can go red: plain POSIX quoting does not survive fish',
  async () => {
    const plain = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
    const { stdout } = await run([
      'fish',
      '--no-config',
      '-c',
      `printf '%s\\n' ${plain('a\\\\b')} ${plain('c\\')}`,
    ]);
    expect(stdout.toString()).not.toBe('a\\\\b\nc\\\n');
  },
);

test.each([
  ['a line break', 'a\nb'],
  ['a carriage return', 'a\r'],
  ['an escape that ends a paste', 'a\x1b[201~'],
  ['a NUL', '\0'],
  ['DEL', '\x7f'],
  ['a C1 control', '\x9b'],
  ['a direction override', 'a\u202eb'],
  ['a direction isolate', '\u2066'],
  ['a zero-width space', 'a\u200bb'],
  ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a tag character', '\u{e0041}'],
  ['a variation selector', 'a\ufe0f'],
  ['a line separator', '\u2028'],
  ['a no-break space', 'a\u00a0b'],
  ['half a surrogate pair', '\ud83d'],
])('%s is refused', (_, text) => {
  for (const shell of SHELLS) {
    expect(shell.quote(text)).toBeUndefined();
    expect(shellCommand(shell, ['curl', text])).toMatchObject({ refused: true });
  }
});

test('plain words need no quotes', () => {
  expect(
    shellCommand(posix, [
      'curl',
      '-b',
      './cookies.txt',
      '--load-cookies=a.txt',
      'https://example.com:80/a_b',
    ]),
  ).toEqual({ command: 'curl -b ./cookies.txt --load-cookies=a.txt https://example.com:80/a_b' });
});
