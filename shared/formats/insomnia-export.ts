import type { Cookie } from '../cookie/cookie.ts';
import type { UnparsedReason } from '../table/columns.ts';
import { type Progress, visitInSlices } from '../table/progress.ts';
import type { ImportFormat } from './format.ts';
import { importedSource } from './imported-source.ts';
import { outline } from './json/outline.ts';
import { parseText } from './json/parse-json.ts';
import { readEntry } from './json/read-entry.ts';
import { readToughCookie, TOUGH_COOKIE_CARRIES } from './json/tough-cookie-entry.ts';
import { walkFile } from './json/walk-file.ts';
import { elements, members, pass, take, textOf, type Walk, type WalkedValue } from './json/walk-json.ts';
import { shownText } from './records/shown-text.ts';

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
  *read(bytes, sink, strings) {
    const found: WalkedValue[] = [];
    const refusal = yield* walkFile(bytes, strings, (walk) => readExport(walk, found));
    if (refusal !== undefined) return refusal;
    yield* visitInSlices(found, (element, origin) => {
      const entry = entryOf(element);
      if (typeof entry !== 'string') sink.entry(entry, origin);
      else sink.unparsed(shownText(element.text), entry, origin);
    });
    return importedSource({ lineOf: (origin) => found[origin]?.line ?? 1 });
  },
};

/** Finds the cookies of an export; false when it has no list of resources. */
function* readExport(walk: Walk, found: WalkedValue[]): Generator<Progress, boolean> {
  let isExport = false;
  yield* members(walk, function* (key) {
    if (key !== 'resources') return yield* pass(walk);
    isExport = yield* elements(walk, function* () {
      found.push(...(yield* readResource(walk)));
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
    else if (key !== 'cookies') yield* pass(walk);
    else {
      yield* elements(walk, function* () {
        cookies.push(yield* take(walk));
      });
    }
  });
  return type === 'cookie_jar' ? cookies : [];
}

function entryOf({ text, isWhole }: WalkedValue): Cookie | UnparsedReason {
  if (!isWhole) return 'field-too-long';
  const value = parseText(text);
  return value === undefined ? 'not-an-object' : readEntry({ read: readToughCookie }, text, value);
}
