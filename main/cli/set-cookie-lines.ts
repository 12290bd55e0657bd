import type { Attribute, EpochSeconds } from '#shared/cookie/cookie.ts';
import type {
  HeaderOutcome,
  SetCookiePreview,
  ShownCookie,
} from '#shared/document/set-cookie/describe-headers.ts';
import { plainText } from './plain-text.ts';

const WORDS: Partial<Readonly<Record<Attribute, string>>> = {
  secureOnly: 'Secure',
  httpOnly: 'HttpOnly',
  expiryTime: 'expiry',
  sameSite: 'SameSite',
  partitionKey: 'Partitioned',
};

/** What a browser makes of headers, one line for each. */
export function outcomeLines({ title, version, outcomes }: SetCookiePreview): readonly string[] {
  return [`${title} ${version}:`, ...outcomes.map((outcome) => `  ${plainText(outcomeLine(outcome))}`)];
}

/** "line 2: replace lang of example.com/ in line 7 (expiry changes)". */
function outcomeLine(told: HeaderOutcome): string {
  const { line, outcome, name, cookie, reason, step, documentLine, unwritable } = told;
  const what = cookie === undefined ? (name === undefined ? '' : ` ${name}`) : ` ${subject(cookie)}`;
  const where = documentLine === undefined ? '' : ` in line ${documentLine}`;
  const source = step === undefined ? '' : ` (${step})`;
  if (reason !== undefined) return `line ${line}: ${outcome}${what}: ${reason}${source}`;
  const notes = outcome === 'remove' ? [] : notesOf(told, cookie);
  const rest = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
  const left = unwritable === undefined ? '' : `: not written. ${unwritable}`;
  return `line ${line}: ${outcome}${what}${where}${rest}${left}`;
}

function subject({ name, value, domain, hostOnly, path }: ShownCookie): string {
  const shown = value === undefined ? name : `${name}=${value}`;
  return `${shown === '' ? '(no name)' : shown} of ${hostOnly ? '' : '.'}${domain}${path}`;
}

function notesOf(
  { standing, differs, notCarried, passedOver }: HeaderOutcome,
  cookie: ShownCookie | undefined,
): readonly string[] {
  const notes: string[] = [];
  if (standing === 'identical') notes.push('the same as before');
  if (standing === 'changed') notes.push(`changes: ${differs.map(wordOf).join(', ')}`);
  if (cookie !== undefined) {
    const { secureOnly, httpOnly, expiryTime } = cookie;
    if (secureOnly) notes.push('Secure');
    if (httpOnly) notes.push('HttpOnly');
    notes.push(expiryTime === undefined ? 'session' : `until ${moment(expiryTime)}`);
  }
  if (notCarried.length > 0) notes.push(`the file cannot hold ${notCarried.map(wordOf).join(', ')}`);
  for (const { name, reason } of passedOver) notes.push(`${name} passed over: ${reason}`);
  return notes;
}

function wordOf(attribute: Attribute): string {
  return WORDS[attribute] ?? attribute;
}

/** The last second that a `Date` holds. */
const LAST: EpochSeconds = 8_640_000_000_000;

function moment(time: EpochSeconds): string {
  return Math.abs(time) > LAST ? String(time) : new Date(time * 1000).toISOString().replace('.000', '');
}
