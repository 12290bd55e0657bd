import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../main/cli/commands.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const folder = temporaryFolder();
const has = (shell: string): boolean => spawnSync(shell, ['--version']).error === undefined;

/** The completion script of a shell, in a file. */
async function scriptOf(shell: string): Promise<string> {
  const { out } = await runCaptured(['completion', shell]);
  const file = path.join(folder, `crumbs.${shell}`);
  fs.writeFileSync(file, out);
  return file;
}

function ran(shell: string, args: readonly string[], cwd = folder): string {
  const { status, stdout, stderr } = spawnSync(shell, args, {
    encoding: 'utf8',
    cwd,
    timeout: 15_000,
    env: { ...process.env, TERM: 'dumb', HOME: folder },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

/** What is typed before the Tab key, and what is offered then. */
const OFFERS = [
  { typed: ['chec'], offers: ['check'] },
  { typed: ['check', '--fail'], offers: ['--fail-on'] },
  { typed: ['check', '--fail-on', ''], offers: ['error', 'none', 'warning'] },
  { typed: ['convert', '--to', 'nets'], offers: ['netscape'] },
  { typed: ['verdict', '--client', 'wget'], offers: ['wget', 'wget2'] },
  { typed: ['list', '--qui'], offers: ['--quiet'] },
  { typed: ['completion', 'f'], offers: ['fish'] },
  { typed: ['help', 'set'], offers: ['set-cookie'] },
] as const;

const sorted = (words: string): readonly string[] =>
  words
    .split(/\s+/)
    .filter((word) => word !== '')
    .toSorted();

describe.runIf(has('bash'))('bash', () => {
  test.each(OFFERS)('offers $offers for $typed', async ({ typed, offers }) => {
    const asked = `source "$1"; shift; COMP_WORDS=(crumbs "$@"); COMP_CWORD=$#; compopt() { :; }; _crumbs; echo "\${COMPREPLY[*]}"`;
    expect(sorted(ran('bash', ['-c', asked, 'bash', await scriptOf('bash'), ...typed]))).toEqual(offers);
  });

  test('offers the words behind an equals sign, which is a word of its own there', async () => {
    const asked =
      'source "$1"; COMP_WORDS=(crumbs check --fail-on = w); COMP_CWORD=4; _crumbs; echo "${COMPREPLY[*]}"';
    expect(ran('bash', ['-c', asked, 'bash', await scriptOf('bash')])).toBe('warning\n');
  });
});

/** The words that fish offers, each with its explanation behind a TAB. */
const offered = (said: string): readonly string[] => sorted(said.replace(/\t.*$/gm, ''));

describe.runIf(has('fish'))('fish', () => {
  test.each(OFFERS)('offers $offers for $typed', async ({ typed, offers }) => {
    const asked = `source $argv[1]; complete -C "crumbs ${typed.join(' ')}"`;
    expect(offered(ran('fish', ['-c', asked, await scriptOf('fish')]))).toEqual(offers);
  });

  test('offers files where a file is meant, and folders alone where a folder is', async () => {
    const cwd = path.join(folder, 'places');
    fs.mkdirSync(path.join(cwd, 'inner'), { recursive: true });
    fs.writeFileSync(path.join(cwd, 'jar.txt'), '');
    const asked = (line: string): string => `source $argv[1]; complete -C "${line}"`;
    const script = await scriptOf('fish');
    expect(offered(ran('fish', ['-c', asked('crumbs check '), script], cwd))).toEqual(['inner/', 'jar.txt']);
    expect(offered(ran('fish', ['-c', asked('crumbs split --into '), script], cwd))).toEqual(['inner/']);
  });
});

/** A zsh on a terminal of its own, in which the Tab key is pressed. */
const ZSH = `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1='> '; autoload -U compinit; compinit -u -D; source $1; LISTMAX=1000; setopt NO_BEEP; print REA''DY"
zpty -r z said '*READY*'
zpty -w -n z "$2"$'\\t'
sleep 0.4
zpty -w z $'\\x15print DO''NE'
zpty -r z said '*DONE*'
print -r -- "$said"
`;

describe.runIf(has('zsh'))('zsh', () => {
  test.each([
    ['crumbs chec', 'crumbs check '],
    ['crumbs check --fail', 'crumbs check --fail-on='],
    ['crumbs check --fail-on=w', 'crumbs check --fail-on=warning '],
    ['crumbs completion f', 'crumbs completion fish '],
    ['crumbs check --fail-on ', 'error    none     warning'],
  ])('makes of "%s" "%s"', async (typed, shown) => {
    expect(ran('zsh', ['-f', '-c', ZSH, 'zsh', await scriptOf('zsh'), typed])).toContain(shown);
  });
});

describe('PowerShell, which is not here: its script is read by its grammar', () => {
  /** The tokens that matter for balance: what stands in single quotes is one, with doubled quotes inside. */
  const tokens = (script: string): readonly string[] =>
    script
      .replace(/#.*$/gm, '')
      .match(/'(?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*'|[{}()[\]]|['\u2018-\u201b]/g) ?? [];

  test('quotes are whole, and brackets close what they opened', async () => {
    const { out } = await runCaptured(['completion', 'powershell']);
    const open: string[] = [];
    for (const token of tokens(Buffer.from(out, 'latin1').toString('utf8'))) {
      expect(token).not.toMatch(/^['\u2018-\u201b]$/);
      if ('{(['.includes(token)) open.push(token);
      else if ('})]'.includes(token)) expect(`${open.pop()}${token}`).toMatch(/^(\{\}|\(\)|\[\])$/);
    }
    expect(open).toEqual([]);
  });

  test('every command and option is in its tables', async () => {
    const { out } = await runCaptured(['completion', 'powershell']);
    const missing = COMMANDS.flatMap(({ name, options }) =>
      [name, ...Object.keys(options).map((option) => `--${option}`)].filter(
        (word) => !out.includes(`'${word}' = `),
      ),
    );
    expect(missing).toEqual([]);
  });
});

test('a shell that is not known is refused by the names of those that are', async () => {
  const { code, err } = await runCaptured(['completion', 'ksh']);
  expect([code, err.includes('completion takes bash, zsh, fish, powershell.')]).toEqual([2, true]);
});
