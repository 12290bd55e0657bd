declare global {
  var __webpack_nonce__: string | undefined;
}

/**
 * The nonce that the host wrote into the page, for style elements made at run time. It is also put where the scroll
 * lock under Radix dialogs looks for it (the package get-nonce). Absent when no host replaced the placeholder.
 */
export function readStyleNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
  if (nonce === undefined || nonce === '' || nonce.startsWith('__')) return undefined;
  globalThis.__webpack_nonce__ = nonce;
  return nonce;
}
