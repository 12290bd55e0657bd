import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { contentSecurityPolicy, ORIGIN } from './csp.ts';

const STYLE_NONCE = '__STYLE_NONCE__';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Every URL that is answered, with the file behind it; made once, so that no URL is ever turned into a path. */
export function assetMap(folder: string): ReadonlyMap<string, string> {
  const assets = new Map<string, string>();
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of files) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || contentTypes[path.extname(entry.name)] === undefined) continue;
    const name = path.relative(folder, file).split(path.sep).join('/');
    assets.set(`${ORIGIN}/${name}`, file);
  }
  const index = assets.get(`${ORIGIN}/index.html`);
  if (index !== undefined) assets.set(`${ORIGIN}/`, index);
  return assets;
}

/** Answers one request from the map; the page gets a new style nonce each time. */
export function answer(assets: ReadonlyMap<string, string>, url: string): Response {
  const file = assets.get(url);
  if (file === undefined) return new Response('Not found', { status: 404 });
  const extension = path.extname(file);
  const headers = new Headers({
    'content-type': contentTypes[extension] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  const bytes = fs.readFileSync(file);
  if (extension !== '.html') return new Response(new Uint8Array(bytes), { headers });
  const nonce = randomBytes(18).toString('base64');
  headers.set('content-security-policy', contentSecurityPolicy(nonce));
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('referrer-policy', 'no-referrer');
  return new Response(bytes.toString('utf8').replaceAll(STYLE_NONCE, nonce), { headers });
}
