import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { AppError } from '#shared/api/app-error.ts';
import { STDIN } from '../inputs.ts';
import { type FoundFile, namedFile } from './found-file.ts';
import { walkFolder } from './walk-folder.ts';

/** What the arguments of a command lead to. */
export interface FoundFiles {
  /** Each file once, in the order in which it was named or is listed in its folder. */
  readonly files: readonly FoundFile[];
  /** Files in folders that hold no cookies, and links and devices there. */
  readonly passedOver: number;
  readonly failures: readonly AppError[];
  /** Whether a person may have meant more than one: several arguments, a folder or a pattern. */
  readonly many: boolean;
}

interface FindRequest {
  /** Look into hidden files and folders below the folders that are named. */
  readonly hidden: boolean;
  /** In folders, pass over what could not be written back. */
  readonly writable: boolean;
  /** Told of how many were looked at. */
  readonly onLook: (looked: number) => void;
}

/**
 * Files stand for themselves, folders for the cookie files below them, patterns (`*.txt`, for shells that leave them to the program) for what
 * they match. What is not there is left to whoever opens it, who says so.
 */
export async function findFiles(
  named: readonly string[],
  { hidden, writable, onLook }: FindRequest,
): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const failures: AppError[] = [];
  let passedOver = 0;
  let many = named.length > 1;
  const add = (file: FoundFile): void => {
    const key = file.path === STDIN ? STDIN : resolve(file.path);
    if (!files.has(key)) files.set(key, file);
  };
  for (const name of named) {
    const kind = await kindOf(name);
    if (kind === 'file') add(namedFile(name));
    else many = true;
    if (kind === 'pattern') {
      const paths = await matches(name);
      for (const path of paths) add(namedFile(path));
      if (paths.length === 0) failures.push(new AppError('file-missing', { path: name }));
    }
    if (kind !== 'folder') continue;
    for await (const met of walkFolder(name, { hidden, writable })) {
      if (met.kind === 'file') add(met.file);
      else if (met.kind === 'passed') passedOver += 1;
      else failures.push(met.error);
      onLook(files.size + passedOver + failures.length);
    }
  }
  return { files: [...files.values()], passedOver, failures, many };
}

/** What is there goes before what a name could mean: a file may well be called `[a].txt`. */
async function kindOf(name: string): Promise<'file' | 'folder' | 'pattern'> {
  if (name === STDIN) return 'file';
  const there = await stat(name).catch(() => undefined);
  if (there !== undefined) return there.isDirectory() ? 'folder' : 'file';
  return isDynamicPattern(name) ? 'pattern' : 'file';
}

async function matches(pattern: string): Promise<readonly string[]> {
  const portable = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  const paths = await glob(portable, {
    expandDirectories: false,
    followSymbolicLinks: false,
    absolute: isAbsolute(pattern),
  });
  return paths.toSorted();
}
