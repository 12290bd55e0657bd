import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import { parseIsoTime } from '../../cookie/parse-iso-time.ts';
import { extrasOf, priorityOf } from '../../cookie/extras-of.ts';
import { expiryTimeOf, sameSiteOf } from '../json/cookie-fields.ts';
import { LAST_ISO_TIME } from '../json/iso-time.ts';
import { dottedDomain } from '../json/json-shape.ts';
import type { WordTexts } from '../records/edited-words.ts';
import type { UnparsedReason } from '../../table/columns.ts';
import type { HeaderWord } from './header-words.ts';

/** What the two programs do differently. */
export interface LwpDialect {
  /** A bare word in the place of the name: `word=` to Perl, the value of a cookie without a name to Python. */
  readonly bareWord: 'name' | 'value';
  /** How HttpOnly is written: both keep it as a word that they do not know. */
  readonly httpOnly: string;
  /** Is there a word that says that the domain has a leading full stop? */
  readonly domainDot: boolean;
  /** Can a value stand without quotation marks? */
  isPlain(value: ByteString): boolean;
}

/** How the words of a file are to be taken. */
export interface LwpReading {
  readonly dialect: LwpDialect;
  /** Is an expiry that is a number one in seconds? Perl and Python call such a cookie one of the session. */
  readonly numericExpiry: boolean;
}

/** The cookie that a list of words tells, as Perl and Python load it; of words that stand twice the last counts. */
export function readLwpEntry(
  words: readonly HeaderWord[],
  { dialect, numericExpiry }: LwpReading,
): Cookie | UnparsedReason {
  const [first, ...rest] = words;
  const told = new Map(rest.map(({ name, value }) => [lowerCaseAscii(name), value ?? '']));
  const domain = told.get('domain') ?? '';
  if (first === undefined || /^\.*$/.test(domain)) return 'no-domain';
  const nameless = first.value === undefined && dialect.bareWord === 'value';
  const expiryTime = told.has('discard') ? undefined : expiryOf(told.get('expires') ?? '', numericExpiry);
  const sameSite = sameSiteOf(lowerCaseAscii(told.get('samesite') ?? ''));
  const priority = priorityOf(lowerCaseAscii(told.get('priority') ?? ''));
  return {
    name: nameless ? '' : first.name,
    value: nameless ? first.name : (first.value ?? ''),
    domain: domain.replace(/^\./, ''),
    hostOnly: !domain.startsWith('.'),
    path: told.get('path') ?? '/',
    secureOnly: told.has('secure'),
    httpOnly: told.has('httponly'),
    ...(expiryTime !== undefined && { expiryTime }),
    ...extrasOf({ sameSite, priority }),
  };
}

function expiryOf(text: ByteString, numeric: boolean): EpochSeconds | undefined {
  if (numeric && /^\d+(?:\.\d+)?$/.test(text)) return expiryTimeOf(Number(text));
  const time = parseIsoTime(text);
  return time === undefined ? undefined : expiryTimeOf(time);
}

/** What stands for each of a cookie's attributes, in the order in which Perl and Python write them. */
export function lwpWords(cookie: Cookie, dialect: LwpDialect): WordTexts {
  const { name, value, expiryTime, extras } = cookie;
  const quote = (text: ByteString): ByteString =>
    dialect.isPlain(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
  const flag = (set: boolean, word: string): string | undefined => (set ? word : undefined);
  return [
    ['', name === '' ? value : `${name}=${quote(value)}`],
    ['path', `path=${quote(cookie.path)}`],
    ['domain', `domain=${quote(dottedDomain(cookie))}`],
    ['path_spec', 'path_spec'],
    ['domain_dot', flag(dialect.domainDot && !cookie.hostOnly, 'domain_dot')],
    ['secure', flag(cookie.secureOnly, 'secure')],
    ['expires', expiryTime === undefined ? undefined : `expires="${isoTime(expiryTime)}"`],
    ['discard', flag(expiryTime === undefined, 'discard')],
    ['httponly', flag(cookie.httpOnly, dialect.httpOnly)],
    ['priority', extras?.priority && `Priority=${capital(extras.priority)}`],
    ['samesite', extras?.sameSite && `SameSite=${capital(extras.sameSite)}`],
    ['version', 'version=0'],
  ];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `YYYY-MM-DD hh:mm:ssZ` */
function isoTime(expiryTime: EpochSeconds): string {
  const [day = '', time = ''] = new Date(Math.min(expiryTimeOf(expiryTime), LAST_ISO_TIME) * 1000)
    .toISOString()
    .split('T');
  return `${day} ${time.slice(0, 8)}Z`;
}
