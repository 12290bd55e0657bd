import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { StoredCookie } from '../client.ts';
import {
  BLANK,
  COMMENT,
  emptyColumn,
  expiryChange,
  flagChange,
  ruleForSurplus,
  secureChange,
  wrongCount,
} from '../column-reasons.ts';
import { isNoHost } from '../host-shape.ts';
import { isPlainNumber, readLongLong } from '../number-prefix.ts';
import { reason, type Reason } from '../reason.ts';
import type { Wget2Behaviour } from './behaviour.ts';

/** A cookie as wget2 holds it. */
export interface Wget2Cookie extends StoredCookie {
  /** It is written with a leading dot, whatever its flag. */
  readonly hasDot: boolean;
  /** As it is written: a number could not hold the largest. */
  readonly expiryText: string;
  /** Memory of which this is name and value was given away (1.99.1): nobody knows what stands there. */
  readonly isLost?: true;
}

/** `frees`: this drop has the memory of the cookie before given away. */
export type LineResult =
  | { readonly cookie: Wget2Cookie; readonly changes: readonly Reason[] }
  | { readonly dropped: Reason; readonly frees: boolean }
  | { readonly ignored: Reason };

const MARK = '#HttpOnly_';
const NO_CHANGES: readonly Reason[] = [];
const IGNORED_COMMENT: LineResult = { ignored: COMMENT };
const IGNORED_BLANK: LineResult = { ignored: BLANK };
const NUL_CUT = reason('value-cut', { at: 'NUL byte' }, 'nul-byte');
const VALUE_MISSING = reason('value-missing');
const CARRIAGE_RETURN = reason('carriage-return');
const CRLF = reason('carriage-return', {}, 'crlf-line-ends');

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Reads one line: up to seven columns of which only the name must not be empty; the value is all the rest. */
export function readWget2Line(text: ByteString, line: number, behaviour: Wget2Behaviour): LineResult {
  let from = 0;
  while (isBlank(text.charCodeAt(from))) from++;
  const first = text.charCodeAt(from);
  if (!(first > 0)) return IGNORED_BLANK;
  const httpOnly = first === 35 && text.startsWith(MARK, from);
  if (first === 35 && !httpOnly) return IGNORED_COMMENT;
  if (httpOnly) from += MARK.length;
  const nul = text.indexOf('\0', from);
  const end = nul < 0 ? contentEnd(text, behaviour) : nul;
  const columns: ByteString[] = [];
  while (columns.length < 6 && from <= end) {
    const tab = text.indexOf('\t', from);
    const until = tab < 0 || tab > end ? end : tab;
    columns.push(text.slice(from, until));
    from = until + 1;
  }
  const [domain = '', flag = '', path = '', secure = '', expiry = '', name = ''] = columns;
  if (name === '') return { dropped: columns.length < 6 ? wrongCount(text) : emptyColumn(5), frees: true };
  // Scenario: the number is looked for behind blanks, and so behind the tab of an expiry that is empty.
  const expiryText = readLongLong(isPlainNumber(expiry) ? expiry : expiryOn(text, end));
  const hasDot = domain.charCodeAt(0) === 46;
  const cookie: Wget2Cookie = {
    line,
    name,
    value: text.slice(from, Math.max(from, end)),
    domain: lowerCaseAscii(hasDot ? domain.slice(1) : domain),
    hostOnly: !isTrue(flag),
    path: path === '' ? '/' : path,
    secureOnly: isTrue(secure),
    httpOnly,
    hasDot,
    expiryText,
    ...(expiryText !== '0' && { expiryTime: Number(expiryText) }),
  };
  return { cookie, changes: changesOf(text, columns, cookie, { nul, isMissing: from > end }) };
}

/** The line from its expiry on. */
function expiryOn(text: ByteString, end: number): ByteString {
  return text.slice(0, end).replace(/^\s*(?:[^\t]*\t){4}/, '');
}

/** One LF goes, and from 2.2 on one CR before it. */
function contentEnd(text: ByteString, { keepsLineEndCr }: Wget2Behaviour): number {
  const end = text.endsWith('\n') ? text.length - 1 : text.length;
  return !keepsLineEndCr && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** Everything that begins with TRUE, in any case. */
function isTrue(field: ByteString): boolean {
  return field === 'TRUE' || /^true/i.test(field);
}

function changesOf(
  text: ByteString,
  columns: readonly ByteString[],
  cookie: Wget2Cookie,
  { nul, isMissing }: { readonly nul: number; readonly isMissing: boolean },
): readonly Reason[] {
  const [domain = '', flag = '', path = '', secure = '', expiry = ''] = columns;
  const isOrdinary =
    (flag === 'TRUE' ? cookie.hasDot : flag === 'FALSE' && !cookie.hasDot) &&
    (secure === 'TRUE' || secure === 'FALSE') &&
    path !== '' &&
    (cookie.expiryText === expiry || isPlainNumber(expiry)) &&
    nul < 0 &&
    !isMissing &&
    !/[\t\r]/.test(cookie.value) &&
    !isNoHost(domain);
  if (isOrdinary) return NO_CHANGES;
  const isWord = /^(?:TRUE|FALSE)$/i;
  const changes = [
    flagChange(isWord.test(flag) ? flag.toUpperCase() : flag, cookie.hasDot, cookie.hostOnly),
    secureChange(isWord.test(secure) ? secure.toUpperCase() : secure, cookie.secureOnly),
    path === '' ? reason('path-read-as', { to: '/' }, 'path-empty') : undefined,
    expiryChange(expiry, cookie.expiryText),
    isMissing ? VALUE_MISSING : undefined,
    cookie.value.includes('\t') ? reason('value-with-tabs', {}, ruleForSurplus(text)) : undefined,
    nul < 0 ? undefined : NUL_CUT,
    crChange(text, cookie),
    isNoHost(cookie.domain) ? reason('domain-never-matches') : undefined,
  ];
  return changes.filter((why) => why !== undefined);
}

function crChange(text: ByteString, { value }: Wget2Cookie): Reason | undefined {
  if (!value.includes('\r')) return undefined;
  return value.indexOf('\r') === value.length - 1 && text.endsWith('\r\n') ? CRLF : CARRIAGE_RETURN;
}
