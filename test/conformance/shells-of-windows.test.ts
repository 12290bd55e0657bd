import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXPORT_TARGETS } from '#shared/exports/registry.ts';
import { shellNamed } from '#shared/exports/shells/registry.ts';
import { shellCommand } from '#shared/exports/shells/shell-command.ts';
import { finish } from '#shared/table/progress.ts';
import { cmdWords } from './shells-of-windows/cmd-words.ts';
import { powershellWords } from './shells-of-windows/powershell-words.ts';
import { programWords } from './shells-of-windows/program-words.ts';

const READERS = [
  { shell: shellNamed('powershell'), read: powershellWords },
  { shell: shellNamed('cmd'), read: cmdWords },
] as const;

const word = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'\'‘’‚‛"“”$`!*?[]{}()<>|&;~=#%^-+@:,.\\ /aZ9kbé'.split(/(?:)/u)),
    maxLength: 12,
  }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '-foo.bar',
    '-a:b',
    '1kb',
    '0x10',
    '--%',
    '–b',
    'a\\',
    'a b\\',
    '\\\\',
    '--load-cookies=a.txt',
  ),
  fc.webUrl({ withQueryParameters: true }),
);

describe.each(READERS)('$shell.name', ({ shell, read }) => {
  test('gives a program the very words, or refuses them', () => {
    let quoted = 0;
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const made = shellCommand(shell, ['yt-dlp', ...words]);
        if ('refused' in made) return;
        quoted++;
        expect(read(made.command)).toEqual(['yt-dlp', ...words]);
      }),
      { numRuns: 2000 },
    );
    expect(quoted).toBeGreaterThan(200);
  });

  test('gets an ordinary command from every target that is for a shell', () => {
    for (const target of EXPORT_TARGETS.filter(({ kind }) => kind === 'program')) {
      const result = finish(
        target.export({
          cookies: [COOKIE],
          url: 'https://example.com/a?b=1&c=2',
          fileName: 'my cookies.txt',
          inline: false,
          shell: shell.id,
          now: 0,
        }),
      );
      if ('refused' in result) throw new Error(`${target.id}: ${result.message}`);
      expect(read(result.command ?? '').join(' ')).toContain('my cookies.txt');
    }
  });

  test('refuses values that it might change, and says what to do', () => {
    const inline = (value: string) => {
      const curl = EXPORT_TARGETS.find(({ id }) => id === 'curl');
      const url = 'https://example.com/';
      const cookies = [{ ...COOKIE, value }];
      return (
        curl && finish(curl.export({ cookies, url, fileName: 'c', inline: true, shell: shell.id, now: 0 }))
      );
    };
    expect(inline('a%3Dplain"')).toMatchObject({ refused: true });
    expect(inline('two words')).toMatchObject({ refused: true });
    const made = inline('plain+/=');
    expect(made !== undefined && 'command' in made ? read(made.command ?? '') : made).toEqual([
      shell.programs['curl'] ?? 'curl',
      '-b',
      'a=plain+/=',
      'https://example.com/',
    ]);
  });
});

const COOKIE = {
  name: 'a',
  value: '1',
  domain: 'example.com',
  hostOnly: false,
  path: '/',
  secureOnly: false,
  httpOnly: false,
  expiryTime: 4_000_000_000,
};

test('curl and wget are not what PowerShell calls so', () => {
  const made = shellCommand(shellNamed('powershell'), ['curl', '-K', 'a.txt']);
  expect(made).toEqual({ command: 'curl.exe -K a.txt' });
});

describe('the readers can go red', () => {
  test.each([
    ["'it''s'", "'it's' x"],
    ['curl.exe $(calc)'],
    ['curl.exe a;calc'],
    ["curl.exe 'a’ calc'"],
    ['curl.exe -a.b'],
    ['curl.exe 1kb'],
  ])('PowerShell: %s', (...lines) => {
    const line = lines.at(-1) ?? '';
    expect(() => powershellWords(line)).toThrow();
  });

  test('PowerShell before 7.3 hands a quotation mark on broken', () => {
    expect(powershellWords(`a 'b"c d'`)).not.toEqual(['a', 'b"c d']);
  });

  test.each(['curl a&calc', 'curl "%PATH%"', 'curl a^', 'curl "a" b" & calc'])('cmd: %s', (line) => {
    expect(() => cmdWords(line)).toThrow();
  });

  test('programs read backslashes before quotation marks alone', () => {
    expect(programWords('p.exe "a\\\\" b\\c "d\\"e" ""')).toEqual(['p.exe', 'a\\', 'b\\c', 'd"e', '']);
  });
});
