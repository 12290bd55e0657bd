import type { ByteString } from '../../cookie/byte-string.ts';
import { reason, type Reason } from '../reason.ts';
import type { CurlBehaviour } from './behaviour.ts';
import { breaksPrefix, expiryOf, matchPathOf, type CurlCookie } from './curl-cookie.ts';
import { readExpiry } from './expiry.ts';

/** A cookie, with what was read otherwise than it is written; or why there is none. */
export type LineResult =
  | { readonly cookie: CurlCookie; readonly changes: readonly Reason[] }
  | { readonly dropped: Reason }
  | { readonly ignored: Reason };

const COMMENT: LineResult = { ignored: reason('comment') };
const BLANK: LineResult = { ignored: reason('blank-line') };
const PREFIX_BROKEN: LineResult = { dropped: reason('prefix-broken') };
const PATH_LIKE_FLAG = reason('path-looks-like-flag');
const PATH_EMPTY = reason('field-empty', { field: 'path' }, 'path-empty');
// oxlint-disable-next-line no-control-regex -- control characters are what is asked for
const CONTROL = /[\x01-\x1f\x7f]/;
const MARK = '#HttpOnly_';

/** Seven columns, or why they are not seven. */
interface Columns {
  readonly fields: readonly ByteString[];
  /** The path was made up, for the third field looks like a flag. */
  readonly pathMissing: boolean;
}

/** Reads one line that is no `Set-Cookie:` line. `text` may end in LF. */
export function readNetscapeLine(text: ByteString, line: number, behaviour: CurlBehaviour): LineResult {
  const begun = behaviour.skipsLeadingBlanks ? text.replace(/^[ \t]+/, '') : text;
  const httpOnly = begun.startsWith(MARK);
  const whole = httpOnly ? begun.slice(MARK.length) : begun;
  if (whole.startsWith('#')) return COMMENT;
  const content = untilLineEnd(whole);
  const columns = columnsOf(content, behaviour);
  if (columns.fields.length !== 7) return wrongColumns(text, columns);
  const [domain = '', flag = '', path = '', secure = '', expiry = '', name = '', value = ''] = columns.fields;
  const expiryText = readExpiry(expiry, behaviour.expiry);
  if (expiryText === undefined) return { dropped: expiryReason(expiry, columns) };
  // A made-up path keeps its slash even where a written `/` loses it, so the two count as different paths.
  const matchPath = columns.pathMissing ? '/' : matchPathOf(path, behaviour);
  const cookie: CurlCookie = {
    line,
    name,
    value,
    domain: domain.startsWith('.') ? domain.slice(1) : domain,
    hasDomain: true,
    hostOnly: !isTrue(flag, behaviour),
    path: behaviour.keepsPathAsWritten ? path : matchPath,
    matchPath,
    secureOnly: isTrue(secure, behaviour),
    httpOnly,
    ...expiryOf(expiryText),
  };
  if (breaksPrefix([name], cookie, behaviour)) return PREFIX_BROKEN;
  if (behaviour.refusesControls && (CONTROL.test(name) || CONTROL.test(value))) {
    return { dropped: controlReason(name) };
  }
  return { cookie, changes: changesOf({ content, columns, cookie, whole, expiryText }) };
}

function untilLineEnd(text: ByteString): ByteString {
  const at = text.search(/[\r\n]/);
  return at < 0 ? text : text.slice(0, at);
}

function columnsOf(content: ByteString, { separator }: CurlBehaviour): Columns {
  const runs = separator === 'tab-runs';
  const fields = runs ? content.split(/\t+/).filter((field) => field !== '') : content.split('\t');
  const third = fields[2];
  const pathMissing = third !== undefined && looksLikeFlag(third, runs);
  if (pathMissing) fields.splice(2, 0, '/');
  if (fields.length === 6) fields.push('');
  return { fields, pathMissing };
}

/** From 8.12 on every beginning of `TRUE` and `FALSE` looks like them, the empty one too. */
function looksLikeFlag(field: ByteString, whole: boolean): boolean {
  return whole
    ? field === 'TRUE' || field === 'FALSE'
    : 'TRUE'.startsWith(field) || 'FALSE'.startsWith(field);
}

function isTrue(field: ByteString, { separator }: CurlBehaviour): boolean {
  if (field === 'TRUE') return true;
  if (field === 'FALSE') return false;
  const upper = field.toUpperCase();
  return separator === 'tab-runs' ? upper === 'TRUE' : 'TRUE'.startsWith(upper);
}

function wrongColumns(text: ByteString, { fields, pathMissing }: Columns): LineResult {
  if (/^\s*$/.test(text)) return BLANK;
  if (/^\s*#(?!HttpOnly_)/.test(text)) return COMMENT;
  if (pathMissing) return { dropped: fields[3] === '' ? PATH_EMPTY : PATH_LIKE_FLAG };
  const count = untilLineEnd(text).split('\t').length;
  return { dropped: reason('field-count', { fields: count, wanted: 7 }, ruleForCount(text, count)) };
}

function ruleForCount(text: ByteString, count: number): string | undefined {
  if (count === 1) return /\S\s+\S/.test(text) ? 'columns-not-tabs' : undefined;
  if (count < 7) return 'too-few-fields';
  if (text.includes('\t\t')) return 'doubled-tabs';
  return /\t\r?\n?$/.test(text) ? 'trailing-tab' : 'too-many-fields';
}

function expiryReason(expiry: ByteString, { fields, pathMissing }: Columns): Reason {
  if (pathMissing) return fields[3] === '' ? PATH_EMPTY : PATH_LIKE_FLAG;
  if (expiry === '') return reason('expiry-empty');
  if (/^-\d/.test(expiry)) return reason('expiry-negative');
  return reason(/^\d{19,}/.test(expiry) ? 'expiry-too-large' : 'expiry-unreadable');
}

function controlReason(name: ByteString): Reason {
  const field = CONTROL.test(name) ? 'name' : 'value';
  return reason('control-character', { field }, `${field}-control-character`);
}

interface Read {
  readonly content: ByteString;
  readonly columns: Columns;
  readonly cookie: CurlCookie;
  /** The line with its end and what a carriage return cut off. */
  readonly whole: ByteString;
  readonly expiryText: string;
}

/** What a reader of the line would not expect. */
function changesOf({ content, columns, cookie, whole, expiryText }: Read): readonly Reason[] {
  const { fields, pathMissing } = columns;
  const [domain = '', flag = '', path = '', secure = '', expiry = ''] = fields;
  const word = (isTrueNow: boolean): string => (isTrueNow ? 'TRUE' : 'FALSE');
  const changes: Reason[] = [];
  if (!/^(?:TRUE|FALSE)$/i.test(flag)) changes.push(reason('flag-read-as', { to: word(!cookie.hostOnly) }));
  else if (domain.startsWith('.') === cookie.hostOnly) changes.push(reason('flag-over-dot', { to: flag }));
  if (!/^(?:TRUE|FALSE)$/i.test(secure)) {
    changes.push(reason('secure-read-as', { to: word(cookie.secureOnly) }));
  }
  const matched = cookie.matchPath === '' ? '/' : (cookie.matchPath ?? '/');
  if (pathMissing || path !== matched) changes.push(reason('path-read-as', { to: matched }));
  if (expiry !== expiryText) changes.push(expiryChange(expiry, expiryText));
  if (/[^-.\w]|^\.\./.test(domain) && !isOtherwiseHost(domain)) changes.push(reason('domain-never-matches'));
  if (/\r[^\n]/.test(whole.slice(content.length)))
    changes.push(reason('value-cut', { at: 'carriage return' }));
  return changes;
}

function expiryChange(expiry: ByteString, text: string): Reason {
  const isFraction = /^\d+\.\d*$/.test(expiry);
  if (text === '0') return reason('read-as-session', {}, isFraction ? 'expiry-fraction' : undefined);
  return reason('expiry-read-as', { to: text }, isFraction ? 'expiry-fraction' : 'expiry-not-plain-digits');
}

/** IPv6 addresses without brackets are hosts too, and so are names with other bytes than ASCII, spelt as they are. */
function isOtherwiseHost(domain: ByteString): boolean {
  return /^\.?[0-9a-f:.]+$/i.test(domain) && domain.includes('::');
}
