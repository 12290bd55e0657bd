import type { Cookie } from '../cookie/cookie.ts';
import { expiryTimeOf, type CookieFields } from './json/cookie-fields.ts';
import { jsonFormat } from './json/json-format.ts';
import { dottedDomain, indentedLayout, secondsOf, type EntryMembers } from './json/json-shape.ts';
import { quoteJson } from './json/json-text.ts';

const BEFORE = `{
    "__meta__": {
        "about": "HTTPie session file",
        "help": "https://httpie.io/docs#sessions",
        "httpie": "3.2.1"
    },
    "auth": {
        "password": null,
        "type": null,
        "username": null
    },
    "cookies": [`;

function read(fields: CookieFields): Cookie {
  const domain = fields.text('domain') ?? '';
  const expires = fields.number('expires');
  return {
    name: fields.requiredText('name'),
    value: fields.requiredText('value'),
    domain: domain.replace(/^\./, ''),
    hostOnly: !domain.startsWith('.'),
    path: fields.text('path') ?? '/',
    secureOnly: fields.flag('secure') ?? false,
    httpOnly: false,
    ...(expires !== undefined && { expiryTime: expiryTimeOf(expires) }),
  };
}

function members(cookie: Cookie): EntryMembers {
  const { expiryTime } = cookie;
  return [
    ['domain', quoteJson(dottedDomain(cookie))],
    ['expires', expiryTime === undefined ? 'null' : secondsOf(expiryTime)],
    ['name', quoteJson(cookie.name)],
    ['path', quoteJson(cookie.path)],
    ['secure', String(cookie.secureOnly)],
    ['value', quoteJson(cookie.value)],
  ];
}

/**
 * A session of HTTPie 3.1 and later, whose headers and passwords stay as they are. A cookie bound to no host is kept and no
 * entry; sessions of older versions name no hosts at all and are none.
 */
export const httpieSession = jsonFormat({
  id: 'httpie-session',
  name: 'HTTPie session',
  extensions: ['json'],
  carries: ['name', 'value', 'domain', 'hostOnly', 'path', 'secureOnly', 'expiryTime'],
  listKey: 'cookies',
  layout: indentedLayout('    ', 2, BEFORE, '],\n    "headers": []\n}\n'),
  claims: ({ rootKeys }) => rootKeys.has('__meta__') && rootKeys.has('cookies'),
  read,
  members,
});
