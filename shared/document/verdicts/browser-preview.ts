import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { RequestTarget } from '../../cookie/request-target.ts';
import type { SentHeader } from '../../clients/client.ts';
import { initiatorOf, type Origin } from '../../clients/initiators.ts';
import { reason } from '../../clients/reason.ts';
import type { ChosenReceiver } from '../../clients/receivers.ts';
import type { Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { type BrowserStore, browserStore, type EntryLeftOut } from './browser-store.ts';

/** A request that a browser is asked about. */
export interface BrowserQuestion {
  readonly target: RequestTarget;
  readonly method?: string;
  readonly origin: Origin;
  readonly now: EpochSeconds;
}

/** What goes along, by line, and what does not: entries of the host first. */
export interface BrowserSends {
  readonly header?: SentHeader['header'];
  readonly sent: readonly number[];
  readonly leftOut: readonly EntryLeftOut[];
}

/** What a browser would send after an import of the document. */
export function* browserSends(
  document: CookieDocument,
  chosen: ChosenReceiver,
  { target, method, origin, now }: BrowserQuestion,
): Generator<Progress, BrowserSends> {
  const store = yield* browserStore(document, chosen, target);
  const initiator = initiatorOf(origin, target);
  const sent = chosen.receiver.send(store.jar, {
    target,
    now,
    version: chosen.version,
    ...(method !== undefined && { method }),
    ...(initiator !== undefined && { initiator }),
  });
  return byLine(document, store, sent);
}

function byLine(
  { lines }: CookieDocument,
  { ids, notHeld, others }: BrowserStore,
  { header, sent, leftOut }: SentHeader,
): BrowserSends {
  const near = [
    ...notHeld,
    ...leftOut.map(({ cookie, reason: why }) => ({ id: ids[cookie] ?? ABSENT, reason: why })),
  ];
  const elsewhere = reason('other-domain');
  return {
    ...(header !== undefined && { header }),
    sent: sent.map((cookie) => ids[cookie] ?? ABSENT),
    leftOut: [
      ...near.toSorted((one, other) => lines.place(one.id) - lines.place(other.id)),
      ...others.map((id) => ({ id, reason: elsewhere })),
    ],
  };
}
