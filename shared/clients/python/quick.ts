import type { Progress } from '../../table/progress.ts';
import type { CookieFile, LoadContext, LoadedJar } from '../client.ts';
import type { PlainFields } from '../plain-line.ts';
import { KEPT, quickLoad, type PlainVerdict, type QuickModel } from '../quick-load.ts';
import type { PythonCookie } from './jar.ts';

/** What a loader makes of ordinary lines. */
export interface QuickReading {
  readonly marked: PlainVerdict;
  readonly session: PlainVerdict;
  readonly expired: PlainVerdict;
}

const LF = 10;
const QUOTE = 34;
const DOT = 46;

/** Loads a file through its ordinary lines first. */
export function loadQuickly(
  file: CookieFile,
  context: LoadContext,
  load: QuickModel<PythonCookie>['load'],
  quick: QuickReading,
): Generator<Progress, LoadedJar<PythonCookie>> {
  return quickLoad(file, context, {
    readsPastRefusal: true,
    verdict(fields, bytes) {
      if (!isReachable(bytes, fields) || !isPlainText(bytes, fields)) return undefined;
      const { httpOnly, expiryTime } = fields;
      const verdict = expiryTime === 0 ? quick.session : expiryTime <= context.now ? quick.expired : KEPT;
      if (!httpOnly) return verdict;
      return verdict.outcome === 'dropped' && quick.marked.outcome !== 'dropped' ? verdict : quick.marked;
    },
    load,
  });
}

/** A name in lower case with single full stops, one of them inside. */
function isReachable(bytes: Uint8Array, { domainFrom, domainTo }: Readonly<PlainFields>): boolean {
  let dots = 0;
  for (let at = domainFrom; at < domainTo; at++) {
    const code = bytes[at] ?? 0;
    if (code >= 65 && code <= 90) return false;
    if (code !== DOT) continue;
    if (bytes[at + 1] === DOT) return false;
    dots++;
  }
  return dots > 0;
}

/** Nothing but ASCII, and no value that begins with a quotation mark, for some libraries change that. */
function isPlainText(bytes: Uint8Array, { from, nameTo }: Readonly<PlainFields>): boolean {
  if (bytes[nameTo + 1] === QUOTE) return false;
  for (let at = from; ; at++) {
    const code = bytes[at] ?? LF;
    if (code > 127) return false;
    if (code === LF) return true;
  }
}
