import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../../main/cli/commands.ts';
import { EXIT_HELP, GENERAL } from '../../../main/cli/help-text.ts';
import { manPage } from '../../../main/cli/man-page.ts';
import { version } from '../../../main/cli/version.ts';

const file = path.resolve(import.meta.dirname, '../../../resources/man/crumbs.1');

/** With CRUMBS_WRITE=help the page is written instead: run that after a change of the commands. */
const writing = process.env['CRUMBS_WRITE'] === 'help';

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

async function made(): Promise<string> {
  return manPage(COMMANDS, { version: await version(), description: GENERAL, exitCodes: EXIT_HELP });
}

test('the manual page says what the command table says', async () => {
  if (writing) fs.writeFileSync(file, await made());
  expect(fs.readFileSync(file, 'utf8')).toBe(await made());
});

test('every command and option has its place in the manual page', async () => {
  const page = (await made()).replaceAll('\\-', '-');
  const missing = COMMANDS.flatMap(({ name, options }) => [
    `.SS "crumbs ${name}"`,
    ...Object.keys(options).map((option) => `\\fB--${option}\\fR`),
  ]).filter((part) => !page.includes(part));
  expect(missing).toEqual([]);
});

test.runIf(has('groff'))('groff sets the page without a warning', () => {
  const { status, stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z', file], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});

test.runIf(has('man'))('man shows it, with every dash and arrow as it was written', () => {
  const env = { ...process.env, MANWIDTH: '200', LC_ALL: 'C.UTF-8', MAN_KEEP_FORMATTING: '' };
  const { status, stdout, stderr } = spawnSync('man', ['--warnings', '-l', file], { encoding: 'utf8', env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('--fail-on LEVEL');
  expect(stdout).toContain('crumbs check FILE|FOLDER…');
});
