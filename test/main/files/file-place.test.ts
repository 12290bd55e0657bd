import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { excludeFromGit, gitPlaceOf, gitStateOf } from '../../../main/files/git-place.ts';
import { syncedBy } from '../../../main/files/synced-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = temporaryFolder();
let count = 0;

function git(folder: string, ...programArguments: readonly string[]): string {
  const identity = [
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.invalid',
    '-c',
    'init.defaultBranch=main',
  ];
  return execFileSync('git', [...identity, ...programArguments], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function repository(): string {
  const folder = path.join(root, `repository-${(count += 1)}`);
  fs.mkdirSync(path.join(folder, 'some where'), { recursive: true });
  git(folder, 'init', '-q');
  return folder;
}

function write(folder: string, name: string, text = 'x'): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return file;
}

async function stateOf(file: string): Promise<string | undefined> {
  const place = await gitPlaceOf(file);
  return place && gitStateOf(place);
}

/** What git itself says. */
function gitIgnores(folder: string, name: string): boolean {
  try {
    git(folder, 'check-ignore', '-q', '--', name);
    return true;
  } catch {
    return false;
  }
}

test('a file outside of any repository has no place in git, nor has one beside an empty .git', async () => {
  const file = write(path.join(root, 'outside'), 'jar.txt');
  expect(await gitPlaceOf(file)).toBeUndefined();
  fs.mkdirSync(path.join(root, 'outside', '.git'));
  expect(await gitPlaceOf(file)).toBeUndefined();
});

test('a file that could be added is open, one that was added is tracked', async () => {
  const folder = repository();
  const file = write(folder, 'some where/jar.txt');
  expect(await stateOf(file)).toBe('open');
  git(folder, 'add', 'some where/jar.txt');
  expect(await stateOf(file)).toBe('tracked');
});

test('excluding one file ends the warning, for git as for us, and touches nothing else', async () => {
  const folder = repository();
  for (const name of ['some where/jar.txt', '#odd [1]*.txt', '!bang.txt', 'end ']) {
    const file = write(folder, name);
    const place = await gitPlaceOf(file);
    if (place === undefined) throw new Error('it is in a repository');
    expect(await gitStateOf(place)).toBe('open');
    expect(gitIgnores(folder, name)).toBe(false);
    expect(await excludeFromGit(place)).toBe(path.join(folder, '.git', 'info', 'exclude'));
    expect(gitIgnores(folder, name)).toBe(true);
    expect(await gitStateOf(place)).toBeUndefined();
  }
  expect(gitIgnores(folder, 'other.txt')).toBe(false);
  expect(git(folder, 'status', '--porcelain').trim()).toBe('');
});

test('a linked work tree excludes in the repository that it shares', async () => {
  const folder = repository();
  write(folder, 'first');
  git(folder, 'add', 'first');
  git(folder, 'commit', '-q', '-m', 'first');
  const linked = path.join(root, `linked-${count}`);
  git(folder, 'worktree', 'add', '-q', linked);
  const place = await gitPlaceOf(write(linked, 'jar.txt'));
  if (place === undefined) throw new Error('it is in a repository');
  expect(await excludeFromGit(place)).toBe(path.join(folder, '.git', 'info', 'exclude'));
  expect(gitIgnores(linked, 'jar.txt')).toBe(true);
});

describe('an ignore rule is read as git reads it', () => {
  const folder = repository();
  const names = ['jar.txt', 'some where/jar.txt', 'a/b/cookies.txt', 'a/keep.txt', 'cookies-1.txt', 'A.TXT'];
  test.each([
    '*.txt',
    'jar.txt',
    '/jar.txt',
    'a/',
    'a/b',
    '**/cookies.txt',
    'a/**',
    'cookies-?.txt',
    'cookies-[0-9].txt',
    'cookies-[!0-9].txt',
    '*.txt\n!keep.txt',
    '*.txt\n!/jar.txt',
    '# jar.txt',
    '\\#x\njar.txt   ',
    'some where',
    'some\\ where/*.txt',
    '*',
    '[',
    '',
  ])('rule %#', async (rules) => {
    fs.writeFileSync(path.join(folder, '.gitignore'), `${rules}\n`);
    for (const name of names) {
      const state = await stateOf(write(folder, name));
      expect({ name, ignored: state === undefined }).toEqual({ name, ignored: gitIgnores(folder, name) });
    }
  });
});

test.each([
  ['Dropbox/a/jar.txt', undefined, 'Dropbox'],
  ['box/jar.txt', '.dropbox.cache', 'Dropbox'],
  ['OneDrive - Contoso/jar.txt', undefined, 'OneDrive'],
  ['Library/Mobile Documents/com~apple~CloudDocs/jar.txt', undefined, 'iCloud Drive'],
  ['Google Drive/jar.txt', undefined, 'Google Drive'],
  ['Library/CloudStorage/GoogleDrive-x@example.com/jar.txt', undefined, 'Google Drive'],
  ['Library/CloudStorage/Box-Box/jar.txt', undefined, 'a cloud provider'],
  ['cloud/jar.txt', '.sync_0a1b2c3d4e5f.db', 'Nextcloud or ownCloud'],
  ['shared/jar.txt', '.stfolder', 'Syncthing'],
  ['plain/jar.txt', '.syncing', undefined],
  ['DropboxLike/jar.txt', undefined, undefined],
])('the folder of %s is synced by who it says', async (name, marker, service) => {
  const home = fs.mkdtempSync(path.join(root, 'home-'));
  const file = write(home, name);
  if (marker !== undefined) write(path.dirname(file), marker);
  expect(await syncedBy(file)).toBe(service);
});
