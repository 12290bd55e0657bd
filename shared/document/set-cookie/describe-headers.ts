import { displayText, type ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { Attribute, Cookie, EpochSeconds, SameSite } from '../../cookie/cookie.ts';
import { MASK } from '../../cookie/mask.ts';
import { parseSetCookie, type IgnoredAttribute } from '../../cookie/parse-set-cookie.ts';
import { shownCookieDomain, shownCookieName, shownName, shownPath } from '../../cookie/shown-text.ts';
import { reasonText } from '../../clients/reason.ts';
import type { ChosenReceiver } from '../../clients/receivers.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { nameOf, type ClientName } from '../verdicts/describe-verdicts.ts';
import {
  receiveHeaders,
  type NoAnswer,
  type ReceivedHeader,
  type SetCookieQuestion,
} from './receive-headers.ts';
import { differences, notCarried } from './written-cookie.ts';

/** The cookie of a header as it may be shown (`SetCookieShown` of the API). */
export interface ShownCookie {
  name: string;
  /** Only when values are revealed. */
  value?: string;
  domain: string;
  hostOnly: boolean;
  path: string;
  secureOnly: boolean;
  httpOnly: boolean;
  sameSite?: SameSite;
  expiryTime?: EpochSeconds;
}

/** What became of one header (`SetCookieOutcome` of the API). */
export interface HeaderOutcome {
  /** The line of the pasted text, from 1. */
  line: number;
  /** `ignored`: it deletes what is not there. */
  outcome: 'add' | 'replace' | 'remove' | 'ignored' | 'rejected';
  /** Why it is ignored or rejected, a clause without its full stop. */
  reason?: string;
  /** Where the standard says so. */
  step?: string;
  /** The name that a rejected header gives, where one can be read. */
  name?: string;
  /** Absent for a rejected header. */
  cookie?: ShownCookie;
  /** Against the document: nothing like it is there, the same is, or one that differs. Absent when nothing is stored. */
  standing?: 'new' | 'identical' | 'changed';
  /** The line of the document that it replaces or removes, from 1. */
  documentLine?: number;
  /** In what the old and the new cookie differ. */
  differs: Attribute[];
  /** What of the cookie the document's format cannot hold. */
  notCarried: Attribute[];
  /** Why the document cannot hold the cookie at all, one plain sentence. */
  unwritable?: string;
  /** Attributes that changed nothing. */
  passedOver: { name: string; reason: IgnoredAttribute['reason'] }[];
}

/** What one browser makes of the headers (`SetCookiePreview` of the API). */
export interface SetCookiePreview extends ClientName {
  outcomes: HeaderOutcome[];
}

const OUTCOMES = {
  added: 'add',
  replaced: 'replace',
  removed: 'remove',
  nothing: 'ignored',
  rejected: 'rejected',
} as const;

/** What each of some browsers makes of headers whose cookies go to a document. Values are in it only when they are revealed. */
export function* previewSetCookie(
  document: CookieDocument,
  question: SetCookieQuestion & { readonly reveal: boolean },
  receivers: readonly ChosenReceiver[],
): Generator<Progress, NoAnswer | SetCookiePreview[]> {
  const previews: SetCookiePreview[] = [];
  for (const chosen of receivers) {
    const received = yield* receiveHeaders(document, question, chosen);
    if (!('headers' in received)) return received;
    const outcomes = received.headers.map((header) => outcomeOf(document, header, question.reveal));
    previews.push({ ...nameOf(chosen), outcomes });
  }
  return previews;
}

function outcomeOf(
  { format, lines }: CookieDocument,
  { line, value, effect, before, after }: ReceivedHeader,
  reveal: boolean,
): HeaderOutcome {
  const outcome = OUTCOMES[effect.outcome];
  const nothing = { line, outcome, differs: [], notCarried: [], passedOver: [] };
  if (effect.outcome === 'rejected')
    return {
      ...nothing,
      ...nameIn(value, reveal),
      reason: plain(reasonText(effect.reason)),
      step: effect.step,
    };
  const misfit = after === undefined ? undefined : format.misfit(after);
  const differs = before && after ? [...differences(before.cookie, after, format)] : [];
  const id = before?.ids.at(-1);
  return {
    ...nothing,
    ...(effect.outcome === 'nothing' && { reason: 'there is no such cookie to delete' }),
    cookie: shownCookie(effect.cookie, reveal),
    ...(after !== undefined && {
      standing: before === undefined ? 'new' : differs.length === 0 ? 'identical' : 'changed',
    }),
    ...(id !== undefined && { documentLine: lines.place(id) }),
    differs,
    notCarried: after === undefined ? [] : [...notCarried(effect.cookie, format)],
    ...(misfit?.code === 'entry-left-out' && { unwritable: misfit.message }),
    passedOver: effect.ignored.map(({ name, reason }) => ({ name: shownAttribute(name), reason })),
  };
}

function nameIn(header: ByteString, reveal: boolean): { name?: string } {
  const read = parseSetCookie(header);
  if ('refused' in read || read.name === '') return {};
  const { name, value } = read;
  return { name: reveal ? displayText(name) : shownName(name, { value, doubtful: false }) };
}

function shownCookie(cookie: Cookie, reveal: boolean): ShownCookie {
  const { name, value, domain, hostOnly, path, secureOnly, httpOnly, expiryTime, extras } = cookie;
  return {
    name: reveal ? displayText(name) : shownCookieName(cookie),
    ...(reveal && { value: displayText(value) }),
    domain: reveal ? displayText(domain) : shownCookieDomain(cookie),
    hostOnly,
    path: reveal ? displayText(path) : shownPath(path),
    secureOnly,
    httpOnly,
    ...(extras?.sameSite !== undefined && { sameSite: extras.sameSite }),
    ...(expiryTime !== undefined && { expiryTime }),
  };
}

/** Names that attributes have somewhere; anything else may be the rest of a value. */
const ATTRIBUTES: readonly string[] = [
  'expires',
  'max-age',
  'domain',
  'path',
  'secure',
  'httponly',
  'samesite',
  'partitioned',
  'priority',
  'version',
  'comment',
  'commenturl',
  'discard',
  'port',
];

function shownAttribute(name: ByteString): string {
  return ATTRIBUTES.includes(lowerCaseAscii(name)) ? displayText(name) : MASK;
}

function plain(text: string): string {
  return text.replaceAll(/`([^`]*)`/g, '“$1”');
}
