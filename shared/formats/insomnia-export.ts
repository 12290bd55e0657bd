import type { Progress } from '../table/progress.ts';
import type { ImportFormat } from './format.ts';
import { gather, importedElements } from './json/imported-elements.ts';
import { outline } from './json/outline.ts';
import { readToughCookie, TOUGH_COOKIE_CARRIES } from './json/tough-cookie-entry.ts';
import { elements, members, pass, take, textOf, type Walk, type WalkedValue } from './json/walk-json.ts';

/** An export of Insomnia, versions 3 and 4 (JSON): the cookies of all its jars, which are those of tough-cookie. */
export const insomniaExport: ImportFormat = {
  kind: 'import',
  id: 'insomnia-export',
  name: 'Insomnia export',
  extensions: ['json'],
  carries: TOUGH_COOKIE_CARRIES,
  detect({ head }) {
    const rootKeys = outline(head)?.rootKeys;
    return rootKeys?.has('__export_format') === true && rootKeys.has('resources');
  },
  read: (bytes, sink, strings) =>
    importedElements({ bytes, sink, strings }, { find: findCookies, read: readToughCookie }),
};

function* findCookies(walk: Walk, found: WalkedValue[]): Generator<Progress, boolean> {
  let isExport = false;
  yield* members(walk, function* (key) {
    if (key !== 'resources') return yield* pass(walk);
    isExport = yield* elements(walk, function* () {
      // A jar may have more cookies than a call can have arguments.
      for (const cookie of yield* readResource(walk)) found.push(cookie);
    });
  });
  return isExport;
}

/** The cookies of a resource, where it is a jar: that is said behind them. */
function* readResource(walk: Walk): Generator<Progress, readonly WalkedValue[]> {
  const cookies: WalkedValue[] = [];
  let type = '';
  yield* members(walk, function* (key) {
    if (key === '_type') type = textOf(yield* take(walk));
    else if (key === 'cookies') yield* gather(walk, cookies);
    else yield* pass(walk);
  });
  return type === 'cookie_jar' ? cookies : [];
}
