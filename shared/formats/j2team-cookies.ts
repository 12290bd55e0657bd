import type { Cookie } from '../cookie/cookie.ts';
import { jsonFormat } from './json/json-format.ts';
import { indentedLayout, type JsonLayout } from './json/json-shape.ts';
import { quoteJson, type JsonText } from './json/json-text.ts';
import {
  readWebExtensionCookie,
  WEB_EXTENSION_CARRIES,
  webExtensionMembers,
} from './json/web-extension-cookie.ts';

const LAYOUT: JsonLayout = { ...indentedLayout('  ', 2, '', ']\n}\n'), before };

/** The extension opens the address when it takes a file in: that of the first cookie. */
function before(first: Cookie | undefined): JsonText {
  const address = first === undefined ? '' : `https://${first.domain.replace(/^\.+/, '')}`;
  return `{\n  "url": ${quoteJson(address)},\n  "cookies": [`;
}

/** The JSON of J2TEAM Cookies: the browser's cookie objects below the address of the page that was open. */
export const j2teamCookies = jsonFormat({
  id: 'j2team-cookies',
  name: 'J2TEAM Cookies JSON',
  extensions: ['json'],
  carries: WEB_EXTENSION_CARRIES,
  listKey: 'cookies',
  layout: LAYOUT,
  claims: ({ root, rootKeys, entryKeys }) => {
    if (root !== 'object' || !rootKeys.has('url') || !rootKeys.has('cookies')) return false;
    return !rootKeys.has('origins') && !entryKeys.has('expires');
  },
  read: readWebExtensionCookie,
  members: (cookie) => webExtensionMembers(cookie, { noSameSite: '"unspecified"', noStore: '"0"' }),
});
