import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '#shared/exports/run-command.ts';
import { posix } from '#shared/exports/shells/posix.ts';
import { canRun } from './programs.ts';

/** Shells as people sit before them. The first three mark where a paste begins and ends; the others cannot tell it from typing. */
const SHELLS = [
  { name: 'bash', command: 'bash --norc --noprofile -i', bracketed: true },
  { name: 'zsh', command: 'zsh -f -i', bracketed: true },
  { name: 'fish', command: 'fish --no-config -i', bracketed: true },
  { name: 'dash', command: 'dash -i', bracketed: false },
  { name: 'busybox', command: 'busybox sh -i', bracketed: false },
  { name: 'mksh', command: 'mksh -i', bracketed: false },
  { name: 'ksh', command: 'ksh -i', bracketed: false },
] as const;

const FILE = "odd $(touch tripwire) `touch tripwire` ';touch tripwire;' \\ !! ^a^b é.txt";
const URL = "https://example.com/'%3B\\$(touch%20tripwire)?a=b&c=!!;touch=tripwire|x";
const DEADLINE_MS = 20_000;

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'crumbs-paste-'));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

interface Pasted {
  /** What the program that the command names was given; absent when it was not run. */
  readonly seen: readonly string[] | undefined;
  readonly tripped: boolean;
}

/** Pastes a text into a shell at a terminal of its own and presses Enter. A program called yt-dlp notes its words. */
async function paste(
  shell: (typeof SHELLS)[number],
  text: string,
  waitFor: 'seen' | 'tripwire',
): Promise<Pasted> {
  const folder = mkdtempSync(join(root, `${shell.name}-`));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'yt-dlp'),
    `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/part"\nmv "${folder}/part" "${folder}/seen"\n`,
  );
  chmodSync(join(bin, 'yt-dlp'), 0o755);
  const terminal = spawn('sh', ['-c', 'exec script -qec "$1" /dev/null', 'sh', shell.command], {
    cwd: folder,
    env: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, TERM: 'xterm', LC_ALL: 'C.UTF-8', HOME: folder },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => terminal.once('close', resolve));
  const prompted = new Promise((resolve) => terminal.stdout.once('data', resolve));
  terminal.stdout.resume();
  terminal.stdin.on('error', () => undefined);
  await prompted;
  await pause(700);
  terminal.stdin.write(shell.bracketed ? `\x1b[200~${text}\x1b[201~\r` : `${text}\r`);
  const until = performance.now() + DEADLINE_MS;
  while (!existsSync(join(folder, waitFor)) && performance.now() < until) await pause(50);
  terminal.stdin.end('\rexit\r');
  terminal.kill();
  await ended;
  const seen = join(folder, 'seen');
  return {
    seen: existsSync(seen) ? readFileSync(seen, 'utf8').split('\n').slice(0, -1) : undefined,
    tripped: existsSync(join(folder, 'tripwire')),
  };
}

describe.skipIf(!canRun('script', 'pasting into terminals'))('a copied command that is pasted', () => {
  for (const shell of SHELLS) {
    const here = canRun(shell.name, `pasting into ${shell.name}`);
    test.skipIf(!here).concurrent(
      `into ${shell.name} runs its program with these very words, and nothing else`,
      async () => {
        const command = runCommand('yt-dlp', FILE, URL);
        if (command === undefined) throw new Error('the command was refused');
        const { seen, tripped } = await paste(shell, command, 'seen');
        expect(tripped).toBe(false);
        expect(seen?.slice(0, 2)).toEqual(['--cookies', FILE]);
        expect(seen).toHaveLength(3);
        expect(posix.quote(seen?.[2] ?? '')).toBe(
          command.slice(command.indexOf(posix.quote(FILE) ?? '-') + (posix.quote(FILE) ?? '').length + 1),
        );
      },
      60_000,
    );
  }

  test.skipIf(!canRun('bash', 'the proof that a hostile paste is seen')).concurrent(
    'would run what a value says if controls were not refused: the check can go red',
    async () => {
      const hostile = '\x1b[201~\x03\rtouch tripwire\r';
      expect(posix.quote(hostile)).toBeUndefined();
      const [bash] = SHELLS;
      const { tripped } = await paste(bash, `yt-dlp '${hostile}'`, 'tripwire');
      expect(tripped).toBe(true);
    },
    60_000,
  );
});

test('no control, no invisible and no direction character is ever quoted', () => {
  for (const code of [
    0, 3, 7, 10, 13, 27, 0x7f, 0x85, 0x9b, 0xad, 0x200b, 0x2028, 0x202e, 0x2066, 0xfeff, 0xe0041,
  ]) {
    expect(posix.quote(`a${String.fromCodePoint(code)}b`)).toBeUndefined();
  }
});
