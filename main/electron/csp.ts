/** The scheme that the window's pages are served under; no network stands behind it. */
export const SCHEME = 'crumbs';
/** The one origin that may speak to the desktop. */
export const ORIGIN = `${SCHEME}://app`;

/**
 * The policy for one load of a page: its own scripts and fonts, styles that carry the nonce, nothing from elsewhere, and no text
 * that becomes markup or code: no part of the window needs a policy of its own for that.
 */
export function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
