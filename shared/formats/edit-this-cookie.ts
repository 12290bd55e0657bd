import { jsonFormat } from './json/json-format.ts';
import { indentedLayout } from './json/json-shape.ts';
import {
  claimsWebExtension,
  readWebExtensionCookie,
  WEB_EXTENSION_CARRIES,
  webExtensionMembers,
} from './json/web-extension-cookie.ts';

/** The JSON of EditThisCookie: the browser's cookie objects, numbered by `id`. */
export const editThisCookie = jsonFormat({
  id: 'edit-this-cookie',
  name: 'EditThisCookie JSON',
  extensions: ['json'],
  carries: WEB_EXTENSION_CARRIES,
  layout: indentedLayout('    ', 1, '[', ']'),
  claims: (outline) => claimsWebExtension(outline) && outline.entryKeys.has('id'),
  read: readWebExtensionCookie,
  members: (cookie, ordinal) => [
    ...webExtensionMembers(cookie, { noSameSite: '"unspecified"', noStore: '"0"' }),
    ['id', String(ordinal)],
  ],
});
