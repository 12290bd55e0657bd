import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One file of the window's page, in memory. */
export interface Asset {
  readonly bytes: Buffer;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Every request target that is answered with a file, read once: no URL is ever turned into a path on disk. */
export function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[path.extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    assets.set(name === 'index.html' ? '/' : `/${name}`, { bytes: readFileSync(file), type });
  }
  return assets;
}

/** The folder with the built window, seen from a source file or from a bundle in `dist`; nothing when it was not built. */
export function builtRenderer(from = import.meta.dirname): string | undefined {
  for (let folder = from; path.dirname(folder) !== folder; folder = path.dirname(folder)) {
    const dist = path.basename(folder) === 'dist' ? folder : path.join(folder, 'dist');
    const renderer = path.join(dist, 'renderer');
    if (hasPage(renderer)) return renderer;
  }
  return undefined;
}

function hasPage(folder: string): boolean {
  try {
    return readdirSync(folder).includes('index.html');
  } catch {
    // A folder that is not there, or cannot be listed, holds no page for us.
    return false;
  }
}
