import { randomBytes } from 'node:crypto';
import { type Asset, readAssets } from '../web/assets.ts';
import { contentSecurityPolicy, ORIGIN } from './csp.ts';

const STYLE_NONCE = '__STYLE_NONCE__';

/** Every URL that is answered, with what is answered; made once, so that no URL is ever turned into a path. */
export function assetMap(folder: string): ReadonlyMap<string, Asset> {
  return new Map(Array.from(readAssets(folder), ([target, asset]) => [`${ORIGIN}${target}`, asset]));
}

/** Answers one request from the map; the page gets a new style nonce each time. */
export function answer(assets: ReadonlyMap<string, Asset>, url: string): Response {
  const asset = assets.get(url);
  if (asset === undefined) return new Response('Not found', { status: 404 });
  const headers = new Headers({
    'content-type': asset.type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  if (!asset.type.startsWith('text/html')) return new Response(new Uint8Array(asset.bytes), { headers });
  const nonce = randomBytes(18).toString('base64');
  headers.set('content-security-policy', contentSecurityPolicy(nonce));
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('referrer-policy', 'no-referrer');
  return new Response(asset.bytes.toString('utf8').replaceAll(STYLE_NONCE, nonce), { headers });
}
