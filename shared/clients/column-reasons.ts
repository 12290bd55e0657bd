import type { ByteString } from '../cookie/byte-string.ts';
import { reason, type Reason } from './reason.ts';

/** What the columns of a cookie line are called, in their order, and the rule for an empty one. */
const COLUMNS = [
  ['domain', 'domain-empty'],
  ['flag', 'flag-not-true-or-false'],
  ['path', 'path-empty'],
  ['secure column', 'secure-not-true-or-false'],
  ['expiry', 'expiry-empty'],
  ['name', 'name-empty'],
] as const;

const EMPTY: readonly Reason[] = COLUMNS.map(([field, rule]) => reason('field-empty', { field }, rule));
const MARK = '#HttpOnly_';

export const COMMENT = reason('comment');
export const BLANK = reason('blank-line');
export const HTTP_ONLY_IS_COMMENT = reason('http-only-is-comment');

/** Why a column that must not be empty has a line dropped. */
export function emptyColumn(index: number): Reason {
  return EMPTY[index] ?? reason('field-empty', { field: 'value' });
}

/** Is this an entry to those who know the mark, and a comment to everybody else? */
export function isMarkedEntry(text: ByteString): boolean {
  return text.startsWith(MARK) && text.includes('\t');
}

/** Why a line with too few or too many columns is dropped. */
export function wrongCount(text: ByteString, wanted = 7): Reason {
  const fields = text.split('\t').length;
  return reason('field-count', { fields, wanted }, ruleForCount(text, fields));
}

function ruleForCount(text: ByteString, fields: number): string | undefined {
  if (fields === 1) return /\S\s+\S/.test(text) ? 'columns-not-tabs' : undefined;
  if (fields === 6 && /^[^\t]*\t(?:TRUE|FALSE)\t\//i.test(text)) return 'value-tab-missing';
  if (fields < 7) return 'too-few-fields';
  return ruleForSurplus(text);
}

/** The rule that mends a line of more than seven columns. */
export function ruleForSurplus(text: ByteString): string {
  if (text.includes('\t\t')) return 'doubled-tabs';
  if (/\t\r?\n?$/.test(text)) return 'trailing-tab';
  return /\tHttpOnly\r?\n?$/i.test(text) ? 'http-only-column' : 'too-many-fields';
}

const word = (isTrue: boolean): string => (isTrue ? 'TRUE' : 'FALSE');
/** Is a column read as what it spells, in whatever case? */
const says = (field: ByteString, isTrue: boolean): boolean => field.toUpperCase() === word(isTrue);

/** What is said of a flag column that is read as something else than it spells, or disagrees with the domain's dot. */
export function flagChange(flag: ByteString, hasDot: boolean, hostOnly: boolean): Reason | undefined {
  if (!says(flag, !hostOnly)) return reason('flag-read-as', { to: word(!hostOnly) });
  return hasDot === hostOnly ? reason('flag-over-dot', { to: word(!hostOnly) }) : undefined;
}

/** What is said of a secure column that is read as something else than it spells. */
export function secureChange(field: ByteString, secureOnly: boolean): Reason | undefined {
  return says(field, secureOnly) ? undefined : reason('secure-read-as', { to: word(secureOnly) });
}

/** What is said of an expiry that is read as another number than it spells; 0 stands for a session cookie. */
export function expiryChange(field: ByteString, read: string): Reason | undefined {
  if (field === read) return undefined;
  const isFraction = /^\d+\.\d*$/.test(field);
  const rule = isFraction ? 'expiry-fraction' : field === '' ? 'expiry-empty' : 'expiry-not-plain-digits';
  return read === '0' ? reason('read-as-session', {}, rule) : reason('expiry-read-as', { to: read }, rule);
}
