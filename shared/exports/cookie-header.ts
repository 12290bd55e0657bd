import { headerExportTarget } from './header-export-target.ts';

/** The `Cookie` header of one request: in a file (for `curl -H @FILE`), or as text when the values are asked for. */
export const cookieHeader = headerExportTarget({
  id: 'cookie-header',
  name: 'Cookie header',
  description: 'The Cookie header that a browser would send to an address.',
  kind: 'file',
  content: (pairs) => `Cookie: ${pairs}`,
  inline: (pairs) => `Cookie: ${pairs}`,
});
