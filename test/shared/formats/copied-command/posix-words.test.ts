import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteString } from '#shared/cookie/byte-string.ts';
import { posixWords } from '#shared/formats/copied-command/posix-words.ts';
import { fixture, fixtures } from '../../../conformance/format-reading.ts';

const PROGRAMS = ['curl', 'wget', 'http', 'https'];

/** The arguments that Bash gives a program, its name first; the programs are functions that print what they get. */
function byBash(text: string): readonly (readonly string[])[] {
  const functions = PROGRAMS.map((name) => `${name}() { printf '%s\\0' ${name} "$@"; printf '\\1'; }`);
  const { stdout, status } = spawnSync('/bin/bash', ['-c', [...functions, text].join('\n')], {
    env: { LC_ALL: 'C.UTF-8' },
  });
  expect(status).toBe(0);
  const commands = byteString(stdout).split('\x01').slice(0, -1);
  return commands.map((command) => command.split('\0').slice(0, -1));
}

const wordsOf = (text: string) => posixWords(text).map(({ words }) => words);

test.each(fixtures('formats/copied-command').filter((path) => path.endsWith('.sh')))(
  '%s has the words that Bash makes of it',
  (path) => {
    const text = byteString(fixture(path)).replace(/^\$ /, '');
    const utf8 = Buffer.from(text, 'latin1').toString();
    expect(wordsOf(text)).toEqual(byBash(utf8));
  },
);

test('words in any quotes are those of Bash', () => {
  const character = fc.constantFrom(...'ab =;&|<>*?#~!%^\\"\'{}[]\t\n'.split(''));
  const inside = fc.array(character, { maxLength: 6 }).map((list) => list.join(''));
  const quoted = fc.oneof(
    inside.map((text) => `'${text.replaceAll("'", '')}'`),
    inside.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll('!', '')}"`),
    inside.map((text) => `$'${text.replaceAll(/['\\]/g, '\\$&')}'`),
    fc.constantFrom(
      String.raw`$'\x41\101\n\t\e\u0021\'\"'`,
      String.raw`$'é\u20ac'`,
      String.raw`a\ b\"c\'`,
      String.raw`"\a\\\"\$"`,
      '\\\n',
    ),
  );
  const text = fc
    .array(quoted, { minLength: 1, maxLength: 6 })
    .map((pieces) => `curl ${pieces.map((piece, at) => (at % 3 === 2 ? ` ${piece}` : piece)).join('')}`);
  fc.assert(
    fc.property(fc.array(text, { minLength: 20, maxLength: 20 }), (commands) => {
      const together = commands.join('\n');
      const found = wordsOf(byteString(Buffer.from(together)));
      expect(found).toEqual(byBash(together));
    }),
    { numRuns: 10 },
  );
});
