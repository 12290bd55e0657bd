import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const project = path.resolve(import.meta.dirname, '../../..');

/** Where the command line is built for a file of tests: inside the project, so that it finds what comes with it. */
export function builtProgram(name: string): string {
  return path.join(project, '.out', name, 'crumbs.mjs');
}

/** Builds the command line there, with a page that stands for the window; called before the first run. */
export async function buildProgram(name: string): Promise<void> {
  const outDir = path.dirname(builtProgram(name));
  const module: string = '../../../resources/build/targets.mjs';
  const { targets } = (await import(module)) as { targets: { cli: { config: { build: object } } } };
  const { config } = targets.cli;
  await build({ ...config, build: { ...config.build, outDir, sourcemap: false } });
  fs.mkdirSync(path.join(outDir, 'dist/renderer'), { recursive: true });
  fs.writeFileSync(path.join(outDir, 'dist/renderer/index.html'), '<!doctype html><title>Window</title>');
}
