import type { ByteString } from '../../cookie/byte-string.ts';
import { cookieIdentity } from '../../cookie/cookie-identity.ts';
import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import { requestTarget, type NoTarget, type RequestTarget } from '../../cookie/request-target.ts';
import { registrableDomain } from '../../cookie/site-of.ts';
import type { HeaderEffect } from '../../clients/browser.ts';
import { initiatorOf, type Origin } from '../../clients/initiators.ts';
import type { ChosenReceiver } from '../../clients/receivers.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { entriesOfHosts } from '../verdicts/browser-store.ts';
import { pastedHeaders, type PastedHeader } from './pasted-headers.ts';
import { asWritten, withoutPartition } from './written-cookie.ts';

/** Headers as a person pastes them, and where they came from. */
export interface SetCookieQuestion {
  readonly text: ByteString;
  readonly url: string;
  readonly origin: Origin;
  readonly now: EpochSeconds;
}

/** So many headers are looked at in one go. */
export const MOST_HEADERS = 1000;

/** Why nothing can be said of what was pasted. */
export type NoAnswer = { readonly refused: NoTarget } | { readonly tooMany: number };

/** What one header does to the document's cookies. */
export interface ReceivedHeader extends PastedHeader {
  readonly effect: HeaderEffect;
  /** The cookie that it replaces or removes, as the document has it, or as a header before it left it. */
  readonly before?: Held;
  /** The cookie as the document would have it. */
  readonly after?: Cookie;
}

/** A cookie while headers come in. */
export interface Held {
  readonly cookie: Cookie;
  /** The document's lines for it: the last one counts. None for a cookie that a header brought. */
  readonly ids: readonly number[];
}

/** What all the headers do, one after the other. */
export interface Received {
  readonly headers: readonly ReceivedHeader[];
  /** The site's cookies afterwards; those that no header touched are the very same objects as before. */
  readonly held: readonly Held[];
  /** Lines of cookies that are gone. */
  readonly removed: readonly number[];
}

/** The headers of a question with their target, or why there is no answer. */
export function askedHeaders({
  text,
  url,
}: SetCookieQuestion):
  | NoAnswer
  | { readonly target: RequestTarget; readonly headers: readonly PastedHeader[] } {
  const target = requestTarget(url.trim());
  if ('refused' in target) return target;
  const headers = pastedHeaders(text);
  return headers.length > MOST_HEADERS ? { tooMany: headers.length } : { target, headers };
}

/**
 * What a browser makes of headers whose cookies go to a document. Its store is taken to hold the document's entries of
 * that site, whether they have expired or not; how many cookies a site may have is not looked at.
 */
export function* receiveHeaders(
  document: CookieDocument,
  question: SetCookieQuestion,
  chosen: ChosenReceiver,
): Generator<Progress, Received | NoAnswer> {
  const asked = askedHeaders(question);
  if (!('headers' in asked)) return asked;
  const { target, headers } = asked;
  const site = registrableDomain(target.host);
  const entries = yield* entriesOfHosts(document, (domain) => registrableDomain(domain) === site);
  const jar = new Jar(document, entries);
  const initiator = initiatorOf(question.origin, target);
  const to = { target, version: chosen.version, now: question.now, ...(initiator && { initiator }) };
  const received: ReceivedHeader[] = [];
  for (const [at, header] of headers.entries()) {
    const receipt = chosen.receiver.receive(jar.cookies, [header.value], to);
    const [effect] = receipt.effects;
    if (effect !== undefined) received.push({ ...header, ...jar.take(effect) });
    yield { done: at + 1, total: headers.length };
  }
  return { headers: received, held: [...jar.held.values()], removed: jar.removed };
}

/** The site's cookies of a document, as headers change them. */
class Jar {
  readonly held = new Map<string, Held>();
  readonly removed: number[] = [];
  readonly #document: CookieDocument;

  constructor(
    document: CookieDocument,
    entries: readonly { readonly id: number; readonly cookie: Cookie }[],
  ) {
    this.#document = document;
    for (const { id, cookie } of entries) {
      const identity = cookieIdentity(cookie);
      const before = this.held.get(identity)?.ids ?? [];
      this.held.delete(identity);
      this.held.set(identity, { cookie, ids: [...before, id] });
    }
  }

  get cookies(): readonly Cookie[] {
    return Array.from(this.held.values(), ({ cookie }) => cookie);
  }

  /** Lets a header have its effect. Formats that cannot say "partitioned" have one cookie where a browser has several. */
  take(effect: HeaderEffect): Omit<ReceivedHeader, keyof PastedHeader> {
    if (effect.outcome === 'rejected') return { effect };
    const { format } = this.#document;
    const carries = format.carries.includes('partitionKey');
    const identity = cookieIdentity(carries ? effect.cookie : withoutPartition(effect.cookie));
    const before = this.held.get(identity);
    const told = before === undefined ? {} : { before };
    if (effect.outcome === 'removed' || effect.outcome === 'nothing') {
      this.held.delete(identity);
      this.removed.push(...(before?.ids ?? []));
      return { effect: { ...effect, outcome: before === undefined ? 'nothing' : 'removed' }, ...told };
    }
    const after = asWritten(effect.cookie, format);
    const outcome = before === undefined ? 'added' : 'replaced';
    // What the format cannot hold stays out, and what it would replace stays as it is.
    if (format.misfit(after)?.code !== 'entry-left-out')
      this.held.set(identity, { cookie: after, ids: before?.ids ?? [] });
    return { effect: { ...effect, outcome }, ...told, after };
  }
}
