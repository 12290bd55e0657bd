import { parseAnyTime } from '../cookie/parse-any-time.ts';
import { type Cookie, type EpochSeconds, USUAL_ATTRIBUTES } from '../cookie/cookie.ts';
import type { Progress } from '../table/progress.ts';
import type { ImportFormat } from './format.ts';
import { type CookieFields, expiryTimeOf } from './json/cookie-fields.ts';
import { gather, importedElements } from './json/imported-elements.ts';
import { type Outline, outline } from './json/outline.ts';
import { Byte } from './json/json-bytes.ts';
import { elements, members, pass, type Walk, type WalkedValue } from './json/walk-json.ts';

/**
 * Cookies of Postman: those of the responses that are saved as examples in a collection (versions 2.0 and 2.1), and a list of cookies as `pm.cookies` gives them.
 * What Postman holds in its own jar is in no export of it.
 */
export const postman: ImportFormat = {
  kind: 'import',
  id: 'postman',
  name: 'Postman collection',
  extensions: ['json'],
  carries: USUAL_ATTRIBUTES,
  detect({ head }) {
    const seen = outline(head);
    return seen !== undefined && (isCollection(seen, head) || isList(seen));
  },
  read: (bytes, sink, strings) =>
    importedElements({ bytes, sink, strings }, { find: findCookies, read: readCookie }),
};

function isCollection({ rootKeys }: Outline, head: string): boolean {
  return rootKeys.has('info') && rootKeys.has('item') && /getpostman\.com|_postman_id/.test(head);
}

/** Only here a cookie has both an end under this name and a mark for its host alone. */
function isList({ root, entryKeys }: Outline): boolean {
  const hasName = entryKeys.has('name') || entryKeys.has('key');
  return (
    root === 'array' &&
    hasName &&
    ['domain', 'hostOnly', 'expires'].every((key) => entryKeys.has(key)) &&
    !entryKeys.has('expirationDate')
  );
}

function* findCookies(walk: Walk, found: WalkedValue[]): Generator<Progress, boolean> {
  if (walk.json.peek() === Byte.openBracket) return yield* gather(walk, found);
  let isFound = false;
  yield* members(walk, function* (key) {
    if (key !== 'item') return yield* pass(walk);
    isFound = true;
    yield* findInItems(walk, found);
  });
  return isFound;
}

/** Folders hold items too. */
function* findInItems(walk: Walk, found: WalkedValue[]): Generator<Progress, void> {
  yield* elements(walk, function* () {
    yield* members(walk, function* (key) {
      if (key === 'item') yield* findInItems(walk, found);
      else if (key === 'response') yield* findInResponses(walk, found);
      else yield* pass(walk);
    });
  });
}

function* findInResponses(walk: Walk, found: WalkedValue[]): Generator<Progress, void> {
  yield* elements(walk, function* () {
    yield* members(walk, function* (key) {
      if (key === 'cookie') yield* gather(walk, found);
      else yield* pass(walk);
    });
  });
}

function readCookie(fields: CookieFields): Cookie {
  const domain = fields.text('domain') ?? '';
  const hostOnly = fields.flag('hostOnly') ?? !domain.startsWith('.');
  const expiryTime = fields.flag('session') === true ? undefined : expiryOf(fields);
  return {
    name: fields.text('name') ?? fields.requiredText('key'),
    value: fields.text('value') ?? '',
    domain: domain.replace(/^\./, ''),
    hostOnly,
    path: fields.text('path') ?? '/',
    secureOnly: fields.flag('secure') ?? false,
    httpOnly: fields.flag('httpOnly') ?? false,
    ...(expiryTime !== undefined && { expiryTime: expiryTimeOf(expiryTime) }),
  };
}

/** Seconds, or a date in whatever way: a date that Postman could not read itself is none. */
function expiryOf(fields: CookieFields): EpochSeconds | undefined {
  const word = fields.word('expires');
  const time = word === undefined ? fields.number('expires') : parseAnyTime(word);
  if (word !== undefined && time === undefined) return fields.fail('field-wrong-type');
  return time === 'none' ? undefined : time;
}
