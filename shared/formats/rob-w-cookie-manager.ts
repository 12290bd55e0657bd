import { jsonFormat } from './json/json-format.ts';
import { indentedLayout } from './json/json-shape.ts';
import {
  readWebExtensionCookie,
  WEB_EXTENSION_CARRIES,
  webExtensionMembers,
} from './json/web-extension-cookie.ts';

const LAYOUT = indentedLayout(' ', 1, '', '');

/** The JSON of Rob W's Cookie Manager: an object that names the program, with the browser's cookie objects in `cookies`. */
export const robWCookieManager = jsonFormat({
  id: 'rob-w-cookie-manager',
  name: "Rob W's Cookie Manager JSON",
  extensions: ['json'],
  carries: WEB_EXTENSION_CARRIES,
  listKey: 'cookies',
  layout: {
    ...LAYOUT,
    before: '{\n "cookieManagerVersion": "1.8",\n "userAgent": "",\n "cookies": [',
    after: ']\n}\n',
  },
  claims: ({ rootKeys }) => rootKeys.has('cookieManagerVersion'),
  read: readWebExtensionCookie,
  members: (cookie) => webExtensionMembers(cookie, { noStore: '"firefox-default"' }),
});
