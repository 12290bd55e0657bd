import { AppError } from '#shared/api/app-error.ts';
import type { Params } from '#shared/api/api.ts';
import { encodeUtf8 } from '#shared/cookie/byte-string.ts';
import type { EpochSeconds } from '#shared/cookie/cookie.ts';
import { applySetCookie } from '#shared/document/edits/apply-set-cookie.ts';
import { previewSetCookie } from '#shared/document/set-cookie/describe-headers.ts';
import {
  askedHeaders,
  MOST_HEADERS,
  type NoAnswer,
  type SetCookieQuestion,
} from '#shared/document/set-cookie/receive-headers.ts';
import { chosenReceiver, knownReceivers } from '../documents/chosen-clients.ts';
import { resultOf } from './edit-handlers.ts';
import type { HandlersOf } from './handler.ts';

/** What browsers make of `Set-Cookie` headers, and the same done to a document. */
export const setCookieHandlers: HandlersOf<'setCookie'> = {
  'setCookie.preview': async ({ service }, { document, receivers, reveal = false, ...params }) => {
    const open = service.get(document);
    const chosen = knownReceivers(receivers);
    const question = { ...questionOf(params, service.now), reveal };
    const answer = await open.run({ label: 'Asking browsers' }, (task) =>
      task.slices(previewSetCookie(open.cookies, question, chosen)),
    );
    if (!Array.isArray(answer)) throw unanswered(answer);
    return answer;
  },
  'setCookie.apply': async ({ service }, { document, receiver, ...params }) => {
    const open = service.get(document);
    const chosen = chosenReceiver(receiver);
    const question = questionOf(params, service.now);
    const asked = askedHeaders(question);
    if (!('headers' in asked)) throw unanswered(asked);
    return resultOf(
      open,
      await open.edit('Applying headers', (cookies) => applySetCookie(cookies, question, chosen)),
    );
  },
};

/** The failure that says why headers were not looked at. */
export function unanswered(answer: NoAnswer): AppError {
  if ('refused' in answer) return new AppError('address-unusable', { why: answer.refused });
  return new AppError('too-many-rows', { limit: MOST_HEADERS });
}

function questionOf(
  {
    text,
    url,
    initiator: origin = 'same-site',
    time,
  }: Omit<Params<'setCookie.apply'>, 'document' | 'receiver'>,
  now: EpochSeconds,
): SetCookieQuestion {
  return { text: encodeUtf8(text), url, origin, now: time ?? now };
}
