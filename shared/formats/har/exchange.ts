import type { Progress } from '../../table/progress.ts';
import { elements, members, pass, take, textOf, type Walk, type WalkedValue } from '../json/walk-json.ts';

/** What a log says of the cookies of one request or response. */
export interface LoggedCookies {
  /** The elements of `cookies`, as JSON. */
  readonly listed: readonly WalkedValue[];
  /** The elements of `headers` that may be about cookies, as JSON. */
  readonly headers: readonly WalkedValue[];
}

/** One element of `log.entries`, as far as cookies go. */
export interface Exchange {
  /** When the request went out, in ISO 8601. */
  readonly startedDateTime?: string;
  readonly url?: string;
  readonly sent: LoggedCookies;
  readonly received: LoggedCookies;
}

/** Reads one element of `log.entries`; bodies are passed over. */
export function* readExchange(walk: Walk): Generator<Progress, Exchange> {
  const texts = new Map<string, string>();
  const sent = emptyLists();
  const received = emptyLists();
  yield* members(walk, function* (key) {
    if (key === 'startedDateTime') texts.set(key, textOf(yield* take(walk)));
    else if (key === 'response') yield* readSide(walk, received);
    else if (key !== 'request') yield* pass(walk);
    else yield* readSide(walk, sent, (url) => texts.set('url', url));
  });
  const startedDateTime = texts.get('startedDateTime');
  const url = texts.get('url');
  return { sent, received, ...(startedDateTime && { startedDateTime }), ...(url && { url }) };
}

interface Lists {
  readonly listed: WalkedValue[];
  readonly headers: WalkedValue[];
}

function emptyLists(): Lists {
  return { listed: [], headers: [] };
}

function readSide(walk: Walk, to: Lists, onUrl?: (url: string) => void): Generator<Progress, void> {
  return members(walk, function* (key) {
    if (key === 'cookies') {
      yield* elements(walk, function* () {
        to.listed.push(yield* take(walk));
      });
    } else if (key === 'headers') {
      yield* elements(walk, function* () {
        const header = yield* take(walk);
        if (/"(?:set-)?cookie"/i.test(header.text)) to.headers.push(header);
      });
    } else if (key === 'url') onUrl?.(textOf(yield* take(walk)));
    else yield* pass(walk);
  });
}
