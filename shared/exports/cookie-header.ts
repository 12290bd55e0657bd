import { bytesOf } from '../cookie/byte-string.ts';
import type { ExportTarget } from './export-target.ts';
import { headerPairs, IN_FILE, INLINE } from './header-pairs.ts';
import { requestAddress } from './request-address.ts';

/** The `Cookie` header of one request: in a file (for `curl -H @FILE`), or as text when the values are asked for. */
export const cookieHeader: ExportTarget = {
  id: 'cookie-header',
  name: 'Cookie header',
  description: 'The Cookie header that a browser would send to an address.',
  extension: 'txt',
  needsUrl: true,
  writesForUrl: true,
  canInline: true,
  *export(request) {
    const address = requestAddress(request.url);
    if ('refused' in address) return address;
    yield { done: 0, total: request.cookies.length };
    const pairs = headerPairs(request, address, request.inline ? INLINE : IN_FILE);
    if ('refused' in pairs) return pairs;
    const header = `Cookie: ${pairs.text}`;
    if (request.inline) return { files: [], command: header, losses: pairs.losses };
    return { files: [{ name: request.fileName, bytes: bytesOf(`${header}\n`) }], losses: pairs.losses };
  },
};
