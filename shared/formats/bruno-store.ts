import type { Cookie } from '../cookie/cookie.ts';
import type { Progress } from '../table/progress.ts';
import type { ImportFormat } from './format.ts';
import type { CookieFields } from './json/cookie-fields.ts';
import { gather, importedElements } from './json/imported-elements.ts';
import { outline } from './json/outline.ts';
import { readToughCookie, TOUGH_COOKIE_CARRIES } from './json/tough-cookie-entry.ts';
import { members, pass, type Walk, type WalkedValue } from './json/walk-json.ts';

/** How a value begins that Bruno encrypted, with a key from the system's keychain. */
const ENCRYPTED = /^\$0\d:/;

/** `cookies.json` of Bruno: lists of tough-cookie's cookies by domain. Where the system has a keychain their values are encrypted: such a cookie is shown, and not read. */
export const brunoStore: ImportFormat = {
  kind: 'import',
  id: 'bruno-store',
  name: 'Bruno cookie store',
  extensions: ['json'],
  carries: TOUGH_COOKIE_CARRIES,
  detect({ head }) {
    const rootKeys = outline(head)?.rootKeys;
    return rootKeys?.has('encryptedPasskey') === true && rootKeys.has('cookies');
  },
  read: (bytes, sink, strings) =>
    importedElements({ bytes, sink, strings }, { find: findCookies, read: readCookie }),
};

function* findCookies(walk: Walk, found: WalkedValue[]): Generator<Progress, boolean> {
  let isStore = false;
  yield* members(walk, function* (key) {
    if (key !== 'cookies') return yield* pass(walk);
    isStore = true;
    yield* members(walk, function* () {
      yield* gather(walk, found);
    });
  });
  return isStore;
}

function readCookie(fields: CookieFields): Cookie {
  const cookie = readToughCookie(fields);
  if (ENCRYPTED.test(cookie.value)) fields.fail('value-encrypted');
  return cookie;
}
