import fs from 'node:fs';
import path from 'node:path';
import type { Import } from './layers.ts';

/** The project's folder. */
export const projectFolder = path.resolve(import.meta.dirname, '../..');

/** Every TypeScript file of some folders, as paths from the project's folder. */
export function sourceFiles(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('fixtures/'))
      .map((name) => `${folder}/${name.split(path.sep).join('/')}`),
  );
}

/** A file's text. */
export function textOf(file: string): string {
  return fs.readFileSync(path.join(projectFolder, file), 'utf8');
}

const IMPORT =
  /^\s*(?:import|export)\b[^'"`;]*?(?:\bfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** Every import, export-from and dynamic import of a file, types included. */
export function importsIn(file: string, text: string): readonly Import[] {
  return Array.from(text.matchAll(IMPORT), ([, statement, dynamic]) => {
    const spelling = statement ?? dynamic ?? '';
    const to = spelling.startsWith('#shared/')
      ? spelling.slice(1)
      : spelling.startsWith('.')
        ? path.posix.join(path.posix.dirname(file), spelling)
        : spelling;
    return { from: file, to, spelling };
  });
}
