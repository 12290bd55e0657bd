import { jsonFormat } from './json/json-format.ts';
import { indentedLayout } from './json/json-shape.ts';
import {
  claimsWebExtension,
  readWebExtensionCookie,
  WEB_EXTENSION_CARRIES,
  webExtensionMembers,
} from './json/web-extension-cookie.ts';

/**
 * The JSON of Cookie-Editor, and of every extension that writes the browsers' own cookie objects as they are (Get
 * cookies.txt LOCALLY, Milk Cookie Manager). An empty list counts as one as well.
 */
export const cookieEditor = jsonFormat({
  id: 'cookie-editor',
  name: 'Cookie-Editor JSON',
  extensions: ['json'],
  carries: WEB_EXTENSION_CARRIES,
  layout: indentedLayout('    ', 1, '[', ']'),
  claims: (outline) =>
    (claimsWebExtension(outline) && !outline.entryKeys.has('id')) ||
    (outline.root === 'array' && !outline.hasEntries),
  read: readWebExtensionCookie,
  members: (cookie) => webExtensionMembers(cookie, { noSameSite: 'null', noStore: 'null' }),
});
