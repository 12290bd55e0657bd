import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXPORTERS } from '#shared/exporters/registry.ts';
import { RECEIVERS } from '#shared/clients/receivers.ts';
import { CLIENTS } from '#shared/clients/registry.ts';
import { EXPORT_TARGETS } from '#shared/exports/registry.ts';
import { FORMATS } from '#shared/formats/registry.ts';
import { RULES } from '#shared/rules/registry.ts';
import { sourceFiles, textOf } from './source-files.ts';

interface Entry {
  readonly id: string;
}

const registries = [
  { folder: 'shared/formats', type: 'Format', entries: FORMATS },
  { folder: 'shared/rules', type: 'Rule', entries: RULES },
  { folder: 'shared/exporters', type: 'Exporter', entries: EXPORTERS },
  { folder: 'shared/clients', type: 'Client', entries: CLIENTS },
  { folder: 'shared/clients', type: 'Browser', entries: RECEIVERS },
  { folder: 'shared/exports', type: 'ExportTarget', entries: EXPORT_TARGETS },
] satisfies { folder: string; type: string; entries: readonly Entry[] }[];

/** The files of a folder that hold an exported value of the registry's type, by the name that their id must have. */
function namesOfEntryFiles(folder: string, type: string, files: readonly (readonly [string, string])[]) {
  const declared = new RegExp(`^export const \\w+(?:: \\w*${type}(?:<\\w+>)? = | = \\w*${type}\\()`, 'm');
  return files
    .filter(([file, text]) => path.posix.dirname(file) === folder && declared.test(text))
    .map(([file]) => path.posix.basename(file, '.ts'));
}

describe.each(registries)('the registry of every $type in $folder', ({ folder, type, entries }) => {
  const ids = entries.map(({ id }) => id).toSorted();

  test('gives each entry an id of its own', () => {
    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('holds every entry of the folder, each in a file named like its id', () => {
    const files = sourceFiles(folder).map((file) => [file, textOf(file)] as const);
    expect(namesOfEntryFiles(folder, type, files).toSorted()).toEqual(ids);
  });

  test('is found wanting when a file is not registered', () => {
    const planted = [[`${folder}/planted.ts`, `export const planted: ${type} = {};`]] as const;
    expect(namesOfEntryFiles(folder, type, planted)).toEqual(['planted']);
    expect(ids).not.toContain('planted');
  });
});
