import { displayText } from '../../cookie/byte-string.ts';
import { MASK } from '../../cookie/mask.ts';
import type { NoTarget } from '../../cookie/request-target.ts';
import type { ClientRequest } from '../../clients/client.ts';
import type { ChosenClient } from '../../clients/registry.ts';
import { requestUrl } from '../../clients/request-url.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import { shownField } from '../../table/shown-entry.ts';
import type { Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { nameOf, words, type ClientName, type ReasonWords } from './describe-verdicts.ts';

/** A request as a person describes it. */
export interface RequestQuestion {
  readonly url: string;
  readonly method?: string;
  readonly initiator?: 'same-site' | 'cross-site';
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

/** What each of some clients would send, or why the address is none. */
export function* previewRequest(
  document: CookieDocument,
  question: RequestQuestion,
  clients: readonly ChosenClient[],
): Generator<Progress, { readonly refused: NoTarget } | RequestPreview[]> {
  const url = requestUrl(question.url);
  if ('refused' in url) return url;
  const { method, initiator, reveal } = question;
  const request: ClientRequest = {
    url,
    now: document.now,
    ...(method !== undefined && { method }),
    ...(initiator !== undefined && { initiator }),
  };
  const previews: RequestPreview[] = [];
  for (const chosen of clients) previews.push(yield* preview(document, chosen, request, reveal));
  return previews;
}

function* preview(
  document: CookieDocument,
  chosen: ChosenClient,
  request: ClientRequest,
  reveal: boolean,
): Generator<Progress, RequestPreview> {
  const none: RequestPreview = { ...nameOf(chosen), bytes: 0, sent: [], leftOut: [], moreLeftOut: 0 };
  const loaded = yield* document.verdicts.load(chosen);
  if (loaded === undefined) {
    const [refusal] = document.verdicts.verdict(undefined, 0).reasons.map(words);
    return { ...none, ...(refusal !== undefined && { refusal }) };
  }
  const { jar, file } = loaded;
  const { header, sent, leftOut } = chosen.client.send(jar, request);
  const ids = document.lines.ids();
  const idOf = (cookie: number): number => ids[file.place(jar.cookies[cookie]?.line ?? 0)] ?? ABSENT;
  const carried = sent.map((cookie) => asked(document, idOf(cookie)));
  const shownHeader = reveal
    ? displayText(header ?? '')
    : carried.map(({ name }) => `${name}=${MASK}`).join('; ');
  const { host } = request.url;
  const near = (cookie: number): number => (host.endsWith(jar.cookies[cookie]?.domain ?? ' ') ? 0 : 1);
  const listed = leftOut
    .toSorted((one, other) => near(one.cookie) - near(other.cookie))
    .slice(0, MOST_LEFT_OUT);
  return {
    ...none,
    ...(jar.refusal !== undefined && { refusal: words(jar.refusal.reason) }),
    ...(header !== undefined && { header: shownHeader }),
    bytes: header?.length ?? 0,
    sent: carried,
    leftOut: listed.map(({ cookie, reason }) => ({
      ...asked(document, idOf(cookie)),
      reason: words(reason).text,
    })),
    moreLeftOut: leftOut.length - listed.length,
  };
}

function asked({ table, lines }: CookieDocument, id: number): AskedCookie {
  const row = lines.row(id);
  const isEntry = ((table.columns.flags[row] ?? Kind.blank) & KIND_MASK) === Kind.entry;
  // Scenario: curl reads a `Set-Cookie:` line, which is no entry here.
  const shown = (field: 'name' | 'domain' | 'path'): string =>
    isEntry ? shownField(table, row, field) : MASK;
  return { id, line: lines.place(id), name: shown('name'), domain: shown('domain'), path: shown('path') };
}
