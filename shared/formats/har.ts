import { decodeUtf8 } from '../cookie/byte-string.ts';
import { cookiePairs, cookiesSentTo } from '../cookie/cookie-pairs.ts';
import type { EpochSeconds } from '../cookie/cookie.ts';
import { parseIsoTime } from '../cookie/parse-iso-time.ts';
import { parseSetCookie, type SetCookie } from '../cookie/parse-set-cookie.ts';
import { type RequestTarget, requestTarget } from '../cookie/request-target.ts';
import type { UnparsedReason } from '../table/columns.ts';
import type { Progress } from '../table/progress.ts';
import { visitInSlices } from '../table/progress.ts';
import type { ImportFormat, RowSink } from './format.ts';
import { type Exchange, type LoggedCookies, readExchange } from './har/exchange.ts';
import { LatestJar } from './har/latest-jar.ts';
import { headerOf, receivedCookie, sentCookie } from './har/logged-cookie.ts';
import { importedSource } from './imported-source.ts';
import { AUTOMATION_CARRIES } from './json/automation-cookie.ts';
import { outline } from './json/outline.ts';
import { walkFile } from './json/walk-file.ts';
import { elements, members, pass, type Walk, type WalkedValue } from './json/walk-json.ts';
import { shownText } from './records/shown-text.ts';

/**
 * An HTTP archive (HAR 1.2) as browsers' developer tools save it. Read are the cookies that the browser held at its end: those that responses
 * set, as a browser keeps them, a later response over an earlier one; and those that were only sent, of which most programs tell no more than
 * name and value. What browsers would refuse is kept and shown. Bodies are passed over. `Partitioned` is not read, since
 * a log does not tell of which page a request was part.
 */
export const har: ImportFormat = {
  kind: 'import',
  id: 'har',
  name: 'HTTP archive (HAR)',
  extensions: ['har'],
  carries: [...AUTOMATION_CARRIES, 'creationTime'],
  detect: ({ head }) =>
    outline(head)?.rootKeys.has('log') === true &&
    /"log"\s*:\s*\{\s*"(?:version|creator|browser|pages|entries|comment)"\s*:/.test(head),
  *read(bytes, sink, strings) {
    const log = new LogReader();
    const refusal = yield* walkFile(bytes, strings, (walk) => readLog(walk, log));
    if (refusal !== undefined) return refusal;
    const lines = yield* log.tell(sink, bytes.length);
    return importedSource({ lineOf: (origin) => lines[origin] ?? 1 });
  },
};

/** Reads the whole log; false when it has no list of entries. */
function* readLog(walk: Walk, log: LogReader): Generator<Progress, boolean> {
  let found = false;
  yield* members(walk, function* (rootKey) {
    if (rootKey !== 'log') return yield* pass(walk);
    yield* members(walk, function* (key) {
      if (key !== 'entries') return yield* pass(walk);
      const isList = yield* elements(walk, function* () {
        log.take(yield* readExchange(walk));
      });
      found ||= isList;
    });
  });
  return found;
}

interface Kept {
  readonly element: WalkedValue;
  readonly reason: UnparsedReason;
}

/** Puts the exchanges of a log together. */
class LogReader {
  readonly #jar = new LatestJar();
  readonly #kept: Kept[] = [];
  #now: EpochSeconds | undefined;

  take({ url = '', startedDateTime, sent, received }: Exchange): void {
    const target = requestTarget(decodeUtf8(url) ?? url);
    this.#now = parseIsoTime(startedDateTime ?? '') ?? this.#now;
    if ('refused' in target) {
      // A file, or what a page made itself (data:, blob:): then nothing stands here. Else the address was taken out.
      for (const element of [...sent.listed, ...received.listed]) this.#keep(element, 'no-domain');
      return;
    }
    this.#request(sent, target);
    this.#response(received, target);
  }

  #request({ listed, headers }: LoggedCookies, target: RequestTarget): void {
    for (const element of listed) {
      const cookie = sentCookie(element);
      if (typeof cookie === 'string') this.#keep(element, cookie);
      else if ('domain' in cookie) this.#jar.send(cookie, true, element.line);
      else this.#pairs([cookie], element, target);
    }
    if (listed.length > 0) return;
    for (const element of headers) {
      const { name, value } = headerOf(element);
      if (name === 'cookie') this.#pairs(cookiePairs(value), element, target);
    }
  }

  #pairs(pairs: ReturnType<typeof cookiePairs>, { line }: WalkedValue, target: RequestTarget): void {
    for (const cookie of cookiesSentTo(pairs, target)) this.#jar.send(cookie, false, line);
  }

  /** Headers say more than the list that is made of them: how long, and whether there was a domain. */
  #response({ listed, headers }: LoggedCookies, target: RequestTarget): void {
    const set = headers.map((element) => ({ element, ...headerOf(element) }));
    const own = set.filter(({ name }) => name === 'set-cookie');
    for (const { element, value } of own) {
      // Firefox and older Chromium have all of a response's headers of one name in one, line by line.
      for (const header of value.split('\n')) {
        const given = parseSetCookie(header.replace(/\r$/, ''));
        this.#receive('refused' in given ? 'control-character' : given, element, target);
      }
    }
    if (own.length > 0) return;
    for (const element of listed) this.#receive(receivedCookie(element), element, target);
  }

  #receive(given: SetCookie | UnparsedReason, element: WalkedValue, target: RequestTarget): void {
    if (typeof given === 'string') this.#keep(element, given);
    else if (!this.#jar.receive(given, target, this.#now, element.line))
      this.#keep(element, 'refused-by-browsers');
  }

  #keep(element: WalkedValue, reason: UnparsedReason): void {
    this.#kept.push({ element, reason });
  }

  /** Tells of all that was found; gives the line of each row. */
  *tell(sink: RowSink, total: number): Generator<Progress, number[]> {
    const lines: number[] = [];
    for (const { cookie, line } of this.#jar.entries()) {
      sink.entry(cookie, lines.length);
      lines.push(line);
      if (lines.length % 512 === 0) yield { done: total, total };
    }
    yield* visitInSlices(this.#kept, ({ element, reason }) => {
      const shown = shownText(element.text);
      sink.unparsed(shown, reason, lines.length);
      lines.push(element.line);
    });
    return lines;
  }
}
