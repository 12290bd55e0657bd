import { appendFile, mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** A git work tree that a file lies in. */
export interface GitPlace {
  readonly root: string;
  /** Where git's own files are that all work trees share. */
  readonly gitFolder: string;
  /** The file's path below the root, parted by `/`. */
  readonly name: string;
}

/** The work tree around a file, if any. `.git` is a folder, or in linked trees a file that names one. Git itself is not run: a work tree can have it run programs. */
export async function gitPlaceOf(file: string): Promise<GitPlace | undefined> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const gitFolder = await gitFolderOf(path.join(folder, '.git'));
    if (gitFolder !== undefined) {
      return { root: folder, gitFolder, name: path.relative(folder, file).split(path.sep).join('/') };
    }
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** `tracked`: it is in git already. `open`: nothing keeps it from being added. Nothing when an ignore rule does. */
export async function gitStateOf(place: GitPlace): Promise<'tracked' | 'open' | undefined> {
  const index = await readText(path.join(place.gitFolder, 'index'));
  if (index.includes(`${latin1(place.name)}\0`)) return 'tracked';
  return (await isIgnored(place)) ? undefined : 'open';
}

/** Has git pass over a file, in this copy of the repository alone: one line in `info/exclude`. Gives that file's path. */
export async function excludeFromGit(place: GitPlace): Promise<string> {
  const file = path.join(place.gitFolder, 'info', 'exclude');
  await mkdir(path.dirname(file), { recursive: true });
  const before = await readText(file);
  const end = before === '' || before.endsWith('\n') ? '' : '\n';
  await appendFile(file, `${end}${patternFor(place.name)}\n`);
  return file;
}

/** The pattern that means this file alone. */
function patternFor(name: string): string {
  return `/${name.replace(/[\\*?[\]]/g, '\\$&').replace(/ +$/, (blanks) => '\\ '.repeat(blanks.length))}`;
}

async function gitFolderOf(entry: string): Promise<string | undefined> {
  const found = await stat(entry).catch(() => undefined);
  if (found === undefined) return undefined;
  if (found.isDirectory()) return (await isRepository(entry)) ? entry : undefined;
  const named = /^gitdir: (.+)$/m.exec(await readText(entry))?.[1];
  if (named === undefined) return undefined;
  const own = path.resolve(path.dirname(entry), named);
  const shared = (await readText(path.join(own, 'commondir'))).trim();
  return shared === '' ? own : path.resolve(own, shared);
}

async function isRepository(folder: string): Promise<boolean> {
  return (await stat(path.join(folder, 'HEAD')).catch(() => undefined)) !== undefined;
}

/** Do the rules of the repository have git pass over the file? The last rule that fits counts, as in git. */
async function isIgnored({ root, gitFolder, name }: GitPlace): Promise<boolean> {
  const parts = name.split('/');
  const sources = [{ file: path.join(gitFolder, 'info', 'exclude'), under: 0 }];
  for (let under = 0; under < parts.length; under++) {
    sources.push({ file: path.join(root, ...parts.slice(0, under), '.gitignore'), under });
  }
  let ignored = false;
  for (const { file, under } of sources) {
    const below = parts.slice(under);
    for (const line of (await readText(file)).split(/\r?\n/)) {
      const rule = line.replace(/(?<!\\) +$/, '');
      if (rule === '' || rule.startsWith('#')) continue;
      const negated = rule.startsWith('!');
      if (fits(negated ? rule.slice(1) : rule, below)) ignored = !negated;
    }
  }
  return ignored;
}

/** Does a pattern of gitignore(5) fit the path, or a folder that it lies in? */
function fits(pattern: string, parts: readonly string[]): boolean {
  const folderOnly = pattern.endsWith('/');
  const bare = pattern.replace(/\/$/, '');
  const anchored = bare.includes('/');
  const test = globTest(bare.replace(/^\//, ''));
  for (let length = 1; length <= parts.length; length++) {
    if (folderOnly && length === parts.length) continue;
    const tried = anchored ? parts.slice(0, length).join('/') : (parts[length - 1] ?? '');
    if (test.test(tried)) return true;
  }
  return false;
}

function globTest(glob: string): RegExp {
  const source = glob.replace(
    /\*\*\/|\/\*\*|\*+|\?|\[[^\]/]+\]|\\(.)|[.+^${}()|[\]\\]/g,
    (unit, escaped: string | undefined) => {
      if (unit === '**/') return '(?:.*/)?';
      if (unit === '/**') return '/.*';
      if (unit.startsWith('*')) return '[^/]*';
      if (unit === '?') return '[^/]';
      if (unit.length > 2 && unit.startsWith('[')) return unit.replace('[!', '[^').replaceAll('\\', '\\\\');
      return `\\${escaped ?? unit}`;
    },
  );
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return /^(?!)/;
  }
}

/** The bytes as latin1, so that names of any encoding compare; nothing for what is not there. */
async function readText(file: string): Promise<string> {
  return readFile(file, 'latin1').catch(() => '');
}

function latin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
