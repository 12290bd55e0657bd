import { protocol } from 'electron';
import { answer, assetMap } from './assets.ts';
import { SCHEME } from './csp.ts';

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built renderer under the app's own scheme. */
export function serveRenderer(folder: string): void {
  const assets = assetMap(folder);
  protocol.handle(SCHEME, (request) => answer(assets, request.url));
}
