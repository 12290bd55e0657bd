import type { CookieFile, LoadContext, LoadedJar } from '../client.ts';
import type { PlainFields } from '../plain-line.ts';
import { quickLoad, type PlainVerdict } from '../quick-load.ts';
import { reason, type Reason } from '../reason.ts';
import type { PythonCookie } from './jar.ts';

/** What a loader makes of ordinary lines. */
export interface QuickReading {
  readonly marked: PlainVerdict;
  readonly session: PlainVerdict;
  readonly expired: PlainVerdict;
}

export const KEPT: PlainVerdict = { outcome: 'kept', reasons: [] };

/** The verdict that a line is dropped for this reason. */
export function droppedFor(why: Reason): PlainVerdict {
  return { outcome: 'dropped', reasons: [why] };
}

/** The verdict that a line is stored otherwise for this reason. */
export function changedFor(why: Reason): PlainVerdict {
  return { outcome: 'changed', reasons: [why] };
}

const LF = 10;
const QUOTE = 34;
const DOT = 46;
const REFUSED = reason('file-refused');

/** Loads a file through its ordinary lines first. `stops`: the jar tells that lines behind some line are not read. */
export function loadQuickly(
  file: CookieFile,
  context: LoadContext,
  load: (file: CookieFile, context: LoadContext) => LoadedJar<PythonCookie> & { readonly stopped?: true },
  quick: QuickReading,
): LoadedJar<PythonCookie> {
  return quickLoad(file, context, {
    verdict(fields, bytes) {
      if (!isReachable(bytes, fields) || !isPlainText(bytes, fields)) return undefined;
      const { httpOnly, expiryTime } = fields;
      const verdict = expiryTime === 0 ? quick.session : expiryTime <= context.now ? quick.expired : KEPT;
      if (!httpOnly) return verdict;
      return verdict.outcome === 'dropped' && quick.marked.outcome !== 'dropped' ? verdict : quick.marked;
    },
    load(part, asked) {
      const jar = load(part, asked);
      // Where a line ends the reading of a part, the whole file has to be read.
      return part !== file && jar.stopped ? { ...jar, refusal: { reason: REFUSED } } : jar;
    },
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
