import { jsonFormat } from './json/json-format.ts';
import { indentedLayout } from './json/json-shape.ts';
import { PROTOCOL_CARRIES, protocolMembers, readProtocolCookie } from './json/protocol-cookie.ts';

/** What the DevTools protocol of Chromium answers to `Network.getAllCookies` and `Storage.getCookies`. */
export const devtoolsProtocol = jsonFormat({
  id: 'devtools-protocol',
  name: 'Chrome DevTools protocol cookies',
  extensions: ['json'],
  carries: PROTOCOL_CARRIES,
  listKey: 'cookies',
  layout: indentedLayout('  ', 2, '{\n  "cookies": [', ']\n}\n'),
  claims: ({ root, rootKeys, entryKeys }) =>
    root === 'object' && !rootKeys.has('origins') && entryKeys.has('size') && entryKeys.has('session'),
  read: readProtocolCookie,
  members: protocolMembers,
});
