import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { aboutPlugin } from './licences.mjs';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const base = { root, configFile: false, logLevel: 'warn' };

/** Puts the WebAssembly of SQLite beside the chunk that loads it, which looks for it in its own folder. */
const sqlitePlugin = {
  name: 'sqlite-wasm',
  transform(_code, id) {
    if (!id.endsWith('/node-sqlite3-wasm.js')) return;
    const source = fs.readFileSync(id.replace(/js$/, 'wasm'));
    this.emitFile({ type: 'asset', fileName: 'chunks/node-sqlite3-wasm.wasm', source });
  },
};

/** A bundle for Node or Electron's main side: every npm package inside, Node's own modules outside. */
function nodeBundle({ input, outDir, format, extension, ...rest }) {
  return {
    ...base,
    publicDir: false,
    ssr: { noExternal: true },
    plugins: [sqlitePlugin],
    build: {
      ssr: true,
      ssrEmitAssets: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input,
        external: ['electron', /^node:/],
        // An older package asks for its folder so, which modules do not have.
        transform: { define: { __dirname: 'import.meta.dirname' } },
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `chunks/[name]-[hash].${extension}`,
          ...rest,
        },
      },
    },
  };
}

/**
 * What `npm run build` makes: for each target the folders that it is made of, the file that proves it is there, and
 * the settings for Vite.
 */
export const targets = {
  main: {
    inputs: ['shared', 'main'],
    output: 'dist/main/main.cjs',
    config: nodeBundle({
      input: { main: 'main/electron/main.ts', engine: 'main/api/engine.ts' },
      outDir: 'dist/main',
      format: 'cjs',
      extension: 'cjs',
    }),
  },
  preload: {
    inputs: ['shared', 'main/electron'],
    output: 'dist/preload/preload.cjs',
    config: nodeBundle({
      input: { preload: 'main/electron/preload.ts' },
      outDir: 'dist/preload',
      format: 'cjs',
      extension: 'cjs',
      codeSplitting: false,
    }),
  },
  cli: {
    inputs: ['shared', 'main'],
    output: 'dist/cli/crumbs.mjs',
    executable: true,
    config: nodeBundle({
      input: { crumbs: 'main/cli/crumbs.ts' },
      outDir: 'dist/cli',
      format: 'es',
      extension: 'mjs',
      banner: '#!/usr/bin/env node',
    }),
  },
  renderer: {
    inputs: ['shared', 'renderer', 'resources/help', 'resources/build/licences.mjs'],
    output: 'dist/renderer/index.html',
    config: {
      ...base,
      root: path.join(root, 'renderer'),
      base: './',
      plugins: [react(), aboutPlugin(root)],
      build: {
        outDir: path.join(root, 'dist/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 5000,
      },
    },
  },
  bench: {
    inputs: ['shared', 'main', 'test/bench'],
    output: 'dist/bench/bench.mjs',
    config: nodeBundle({
      input: { bench: 'test/bench/main.ts' },
      outDir: 'dist/bench',
      format: 'es',
      extension: 'mjs',
    }),
  },
};
