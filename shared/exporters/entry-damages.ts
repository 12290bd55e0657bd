import type { ByteString } from '../cookie/byte-string.ts';
import { isBooleanWord, meantBoolean } from '../rules/reading/booleans.ts';
import { bareHost, isLocalHost } from '../rules/reading/domain-field.ts';
import { columnsByTabs } from '../rules/reading/kept-line.ts';
import { Trait } from '../table/columns.ts';
import type { RawEntry } from '../table/entry-reader.ts';
import type { EntryDamage, LineDamage } from './exporter.ts';

/** The flag that the leading full stop asks for: it came from the browser, the flag was made by the exporter. */
function flagOfDot({ domain }: Pick<RawEntry, 'domain'>): ByteString {
  return domain.startsWith('.') && !isLocalHost(bareHost(domain)) ? 'TRUE' : 'FALSE';
}

const flagByDot = (entry: RawEntry): Partial<RawEntry> | undefined => {
  const flag = flagOfDot(entry);
  // A word that is no boolean says nothing, so it is not contradicted: the rule for it mends it.
  const written = meantBoolean(entry.flag);
  return written === undefined || written === (flag === 'TRUE') ? undefined : { flag };
};

/** Their fixes go by the flag. */
const FLAG_RULES = ['domain-flag-mismatch', 'flag-not-true-or-false'];

/** The exporter writes the host-only flag where its opposite belongs. */
export const flagInverted: EntryDamage = {
  id: 'flag-inverted',
  scope: 'entry',
  title: 'Subdomain flag inverted',
  explanation:
    'The exporter writes the host-only flag where its opposite belongs: curl and wget send cookies to the wrong hosts, Python and yt-dlp refuse the file.',
  certainty: 'certain',
  cure: 'repair',
  traits: Trait.flagContradictsDot,
  overrules: FLAG_RULES,
  patch: flagByDot,
};

/** The exporter writes TRUE whatever the cookie is. */
export const flagAlwaysTrue: EntryDamage = {
  id: 'flag-always-true',
  scope: 'entry',
  title: 'Subdomain flag TRUE for every cookie',
  explanation:
    'The exporter writes TRUE for cookies of one host too: curl and wget send them to subdomains, Python and yt-dlp refuse the file.',
  certainty: 'likely',
  cure: 'repair',
  traits: Trait.flagContradictsDot,
  overrules: FLAG_RULES,
  patch: flagByDot,
};

/** The exporter is no better at the flag than its neighbours, only not always. */
export const flagWrong: EntryDamage = {
  ...flagAlwaysTrue,
  id: 'flag-wrong',
  title: 'Subdomain flag wrong',
  explanation:
    'Old releases write a subdomain flag that the domain contradicts; the domain comes from the browser and is right.',
};

/** The exporter drops the full stop of domains that are meant for subdomains. */
export const dotDropped: EntryDamage = {
  id: 'dot-dropped',
  scope: 'entry',
  title: 'Leading full stop missing',
  explanation:
    'The program writes domains for subdomains with TRUE but without the full stop: Python and yt-dlp refuse the file, Perl does not send to subdomains.',
  certainty: 'certain',
  cure: 'repair',
  traits: Trait.flagContradictsDot,
  patch: (entry) =>
    entry.flag === 'TRUE' && !entry.domain.startsWith('.') && !isLocalHost(entry.domain)
      ? { domain: `.${entry.domain}` }
      : undefined,
};

/** The exporter puts a full stop before hosts that stand for themselves alone. */
export const dotAdded: EntryDamage = {
  id: 'dot-added',
  scope: 'entry',
  title: 'Leading full stop before a single host',
  explanation:
    'The program writes cookies of one host with a leading full stop and FALSE: Python and yt-dlp refuse the file, Perl sends them to subdomains.',
  certainty: 'certain',
  cure: 'repair',
  traits: Trait.flagContradictsDot,
  patch: (entry) =>
    entry.flag === 'FALSE' && entry.domain.startsWith('.') ? { domain: bareHost(entry.domain) } : undefined,
};

const upper = (text: ByteString): ByteString | undefined =>
  /^(?:true|false)$/i.test(text) && text !== text.toUpperCase() ? text.toUpperCase() : undefined;

/** The exporter writes `true` and `false`. */
export const lowerCaseBooleans: EntryDamage = {
  id: 'lower-case-booleans',
  scope: 'entry',
  title: 'Lower-case true and false',
  explanation:
    'wget, aria2 and Python take only TRUE in capitals for true: they send secure cookies over plain HTTP and take every cookie for host-only.',
  certainty: 'certain',
  cure: 'repair',
  traits: Trait.flagOdd | Trait.secureOdd,
  patch: (entry) => {
    const flag = upper(entry.flag);
    const secure = upper(entry.secure);
    if (flag === undefined && secure === undefined) return undefined;
    return { ...(flag !== undefined && { flag }), ...(secure !== undefined && { secure }) };
  },
};

/** The exporter copies the browser's fractions of seconds. */
export const expiryFractions: EntryDamage = {
  id: 'expiry-fractions',
  scope: 'entry',
  title: 'Fractions of seconds in the expiry',
  explanation:
    'The exporter copies the fraction that the browser gives: curl 8.12.0 and 8.12.1 drop such a line, other clients cut the fraction off.',
  certainty: 'certain',
  cure: 'repair',
  traits: Trait.expiryOdd,
  patch: ({ expiry }) =>
    /^[0-9]+\.[0-9]*$/.test(expiry) ? { expiry: expiry.slice(0, expiry.indexOf('.')) } : undefined,
};

/** The exporter leaves the expiry of session cookies empty. */
export const sessionEmpty: EntryDamage = {
  id: 'session-empty',
  scope: 'entry',
  title: 'Session cookies without an expiry',
  explanation:
    'The program leaves the expiry of session cookies empty, and curl, wget and aria2 drop a line without one; 0 is what they read as a session.',
  certainty: 'certain',
  cure: 'repair',
  traits: Trait.expiryOdd,
  patch: ({ expiry }) => (expiry === '' ? { expiry: '0' } : undefined),
};

/** The exporter puts the size of the cookie behind its value, and leaves the expiry of session cookies empty. */
export const sizeColumnAdded: LineDamage = {
  id: 'size-column',
  scope: 'line',
  title: 'An eighth column with the size',
  explanation:
    'Behind the value stands its size: curl and yt-dlp drop the line, wget sends the number with the value, Python refuses the file.',
  certainty: 'certain',
  cure: 'repair',
  mend: (line) => {
    const fields = line.split('\t');
    const [domain = '', flag = '', path = '', secure = '', expiry = '', name = '', value = '', size] = fields;
    if (fields.length !== 8 || size !== String(name.length + value.length)) return undefined;
    if (domain === '' || !isBooleanWord(flag) || !isBooleanWord(secure) || !/^[0-9]*$/.test(expiry))
      return undefined;
    return [domain, flag, path, secure, expiry === '' ? '0' : expiry, name, value].join('\t');
  },
};

/** Some builds put blanks between the columns. */
export const blanksForTabs: LineDamage = {
  id: 'blanks-for-tabs',
  scope: 'line',
  title: 'Blanks between the columns',
  explanation:
    'The columns stand apart by blanks instead of TABs: curl, wget and aria2 drop the line, Python refuses the file.',
  certainty: 'certain',
  cure: 'repair',
  mend: (line) => (line.includes('\t') ? undefined : columnsByTabs(line)),
};
