import { basename } from 'node:path';

/** A file that a command is to work on. */
export interface FoundFile {
  /** As the person would write it: "jars/work/cookies.txt", or "-". */
  readonly path: string;
  /** Where it goes below a folder that takes a result of each: its place below the folder that was named, else its name. */
  readonly below: string;
}

/** A file that was named itself. */
export function namedFile(path: string): FoundFile {
  return { path, below: basename(path) };
}
