import { displayText } from '../../cookie/byte-string.ts';
import type { SameSite } from '../../cookie/cookie.ts';
import { MASK } from '../../cookie/mask.ts';
import { requestTarget, type NoTarget } from '../../cookie/request-target.ts';
import type { ClientRequest } from '../../clients/client.ts';
import type { Origin } from '../../clients/initiators.ts';
import type { ChosenReceiver, ChosenSender } from '../../clients/receivers.ts';
import type { ChosenClient } from '../../clients/registry.ts';
import { requestUrl } from '../../clients/request-url.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import { shownField } from '../../table/shown-entry.ts';
import type { Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { browserSends, type BrowserQuestion, type BrowserSends } from './browser-preview.ts';
import { nameOf, words, type ClientName, type ReasonWords } from './describe-verdicts.ts';

/** A request as a person describes it. */
export interface RequestQuestion {
  readonly url: string;
  readonly method?: string;
  /** Browsers look at it. Default `same-site`. */
  readonly initiator?: Origin;
  /** Values are in the answer. */
  readonly reveal: boolean;
}

/** A cookie of the answer: its line, and what may be shown of it. */
export interface AskedCookie {
  id: number;
  line: number;
  name: string;
  domain: string;
  path: string;
  /** Only in formats that can say it. */
  sameSite?: SameSite | 'unset';
}

/** The `Cookie` header that a client would send (`RequestPreview` of the API). */
export interface RequestPreview extends ClientName {
  /** Why the file gives this client nothing at all. */
  refusal?: ReasonWords;
  /** The text behind `Cookie: `, with masks for values unless they are revealed; absent when no such header is sent. */
  header?: string;
  /** Length of the true header text in bytes. */
  bytes: number;
  /** In the order of the header. */
  sent: AskedCookie[];
  leftOut: (AskedCookie & { reason: string })[];
  /** How many more are left out than are listed. */
  moreLeftOut: number;
}

/** So many cookies that are left out are told with their reasons; those of the same host come first. */
const MOST_LEFT_OUT = 500;

/** What each of some clients and browsers would send, or why the address is none. */
export function* previewRequest(
  document: CookieDocument,
  question: RequestQuestion,
  senders: readonly ChosenSender[],
): Generator<Progress, { readonly refused: NoTarget } | RequestPreview[]> {
  const url = requestUrl(question.url);
  if ('refused' in url) return url;
  const target = requestTarget(question.url.trim());
  if ('refused' in target) return target;
  const { method, initiator: origin = 'same-site', reveal } = question;
  const common = { now: document.now, ...(method !== undefined && { method }) };
  const previews: RequestPreview[] = [];
  for (const chosen of senders) {
    const preview =
      'client' in chosen
        ? clientPreview(document, chosen, { request: { ...common, url }, reveal })
        : browserPreview(document, chosen, { request: { ...common, target, origin }, reveal });
    previews.push(yield* preview);
    yield { done: previews.length, total: senders.length };
  }
  return previews;
}

interface Asking<Request> {
  readonly request: Request;
  readonly reveal: boolean;
}

function* clientPreview(
  document: CookieDocument,
  chosen: ChosenClient,
  { request, reveal }: Asking<ClientRequest>,
): Generator<Progress, RequestPreview> {
  const loaded = yield* document.verdicts.load(chosen);
  if (loaded === undefined) {
    const [refusal] = document.verdicts.verdict(undefined, 0).reasons.map(words);
    return {
      ...previewOf(document, chosen, { sends: { sent: [], leftOut: [] }, reveal }),
      ...(refusal !== undefined && { refusal }),
    };
  }
  const { jar, file } = loaded;
  if (jar.readCookies !== undefined) yield* jar.readCookies();
  const { header, sent, leftOut } = chosen.client.send(jar, request);
  const ids = document.lines.ids();
  const idOf = (cookie: number): number => ids[file.place(jar.cookies[cookie]?.line ?? 0)] ?? ABSENT;
  const { host } = request.url;
  const isNear = ({ cookie }: { readonly cookie: number }): boolean =>
    host.endsWith(jar.cookies[cookie]?.domain ?? ' ');
  const nearFirst = [...leftOut.filter(isNear), ...leftOut.filter((one) => !isNear(one))];
  const sends: BrowserSends = {
    ...(header !== undefined && { header }),
    sent: sent.map(idOf),
    leftOut: nearFirst.map(({ cookie, reason }) => ({ id: idOf(cookie), reason })),
  };
  return {
    ...previewOf(document, chosen, { sends, reveal }),
    ...(jar.refusal !== undefined && { refusal: words(jar.refusal.reason) }),
  };
}

function* browserPreview(
  document: CookieDocument,
  chosen: ChosenReceiver,
  { request, reveal }: Asking<BrowserQuestion>,
): Generator<Progress, RequestPreview> {
  const sends = yield* browserSends(document, chosen, request);
  return previewOf(document, chosen, { sends, reveal });
}

/** What is sent, in words, and masked where values are not to be shown. */
function previewOf(
  document: CookieDocument,
  chosen: ChosenSender,
  { sends, reveal }: { readonly sends: BrowserSends; readonly reveal: boolean },
): RequestPreview {
  const { header, sent, leftOut } = sends;
  const carried = sent.map((id) => asked(document, id));
  const masked = carried.map(({ name }) => (name === '' ? MASK : `${name}=${MASK}`)).join('; ');
  const listed = leftOut.slice(0, MOST_LEFT_OUT);
  return {
    ...nameOf(chosen),
    ...(header !== undefined && { header: reveal ? displayText(header) : masked }),
    bytes: header?.length ?? 0,
    sent: carried,
    leftOut: listed.map(({ id, reason }) => ({ ...asked(document, id), reason: words(reason).text })),
    moreLeftOut: leftOut.length - listed.length,
  };
}

function asked(document: CookieDocument, id: number): AskedCookie {
  const { table, lines, format } = document;
  const row = lines.row(id);
  const isEntry = ((table.columns.flags[row] ?? Kind.blank) & KIND_MASK) === Kind.entry;
  // Scenario: curl reads a `Set-Cookie:` line, which is no entry here.
  const shown = (field: 'name' | 'domain' | 'path'): string =>
    isEntry ? shownField(table, row, field) : MASK;
  const sameSite = format.carries.includes('sameSite') ? (table.extras(row)?.sameSite ?? 'unset') : undefined;
  return {
    id,
    line: document.lineNumber(id),
    name: shown('name'),
    domain: shown('domain'),
    path: shown('path'),
    ...(sameSite !== undefined && { sameSite }),
  };
}
