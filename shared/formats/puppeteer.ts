import { jsonFormat } from './json/json-format.ts';
import { indentedLayout } from './json/json-shape.ts';
import { PROTOCOL_CARRIES, protocolMembers, readProtocolCookie } from './json/protocol-cookie.ts';

/** The cookies of Puppeteer, a list of those of the DevTools protocol; a list of Playwright's cookies alone has the same shape. */
export const puppeteer = jsonFormat({
  id: 'puppeteer',
  name: 'Puppeteer cookies',
  extensions: ['json'],
  carries: PROTOCOL_CARRIES,
  layout: indentedLayout('  ', 1, '[', ']'),
  claims: ({ root, entryKeys }) => {
    if (root !== 'array' || !entryKeys.has('name') || !entryKeys.has('value')) return false;
    if (['expirationDate', 'hostOnly', 'storeId', 'expiry'].some((key) => entryKeys.has(key))) return false;
    return ['expires', 'size', 'sourceScheme', 'partitionKeyOpaque'].some((key) => entryKeys.has(key));
  },
  read: readProtocolCookie,
  members: protocolMembers,
});
