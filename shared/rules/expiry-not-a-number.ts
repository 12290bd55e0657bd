import { parseCookieDate } from '../cookie/parse-cookie-date.ts';
import { MASK } from '../cookie/mask.ts';
import { Trait } from '../table/columns.ts';
import { unusualNumber } from './reading/expiry-field.ts';
import { quoted, word } from './reading/words.ts';
import type { RowRule } from './rule.ts';

const ISO =
  /^"?([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?)?Z?"?$/;

export const expiryNotANumber: RowRule = {
  id: 'expiry-not-a-number',
  scope: 'row',
  severity: 'error',
  field: 'expiry',
  traits: Trait.expiryOdd,
  title: 'Expiry is not a number',
  rationale:
    'The column holds seconds since 1970, and over anything else curl, wget and aria2 drop the line and Python refuses the file.',
  source: 'F72; curl 7.88.1 to 8.21.0, wget 1.21.3, aria2 1.36, Python 3.11',
  linesOnly: true,
  check: (entry, row) => {
    const text = entry.field(row, 'expiry');
    return text !== '' && !/^-?[0-9]+(?:\.[0-9]*)?$/.test(text) && unusualNumber(text) === undefined;
  },
  explain: (entry, row) => {
    const expiry = quoted(entry, row, 'expiry');
    return expiry === MASK ? {} : { expiry };
  },
  message: (data) =>
    `The expiry is ${data['expiry'] === undefined ? 'no number' : `"${word(data, 'expiry')}"`}: curl, wget and aria2 drop this line, Python refuses the file.`,
  fix: (entry) => {
    if (/^(?:session|never|none|null|n\/a|undefined|nan)$/i.test(entry.expiry)) return { expiry: '0' };
    const seconds = isoSeconds(entry.expiry) ?? parseCookieDate(entry.expiry);
    return seconds === undefined || seconds <= 0 ? undefined : { expiry: String(seconds) };
  },
  fixNeedsChoice: true,
  examples: {
    pass: ['.example.com→TRUE→/→FALSE→1820000000→a→1', '.example.com→TRUE→/→FALSE→1.82e9→a→1'],
    fail: [
      '.example.com→TRUE→/→FALSE→Session→a→1',
      '.example.com→TRUE→/→FALSE→2027-09-03T23:33:20Z→a→1',
      '.example.com→TRUE→/→FALSE→Fri, 03 Sep 2027 23:33:20 GMT→a→1',
      '.example.com→TRUE→/→FALSE→soon→a→1',
    ],
  },
};

/** An ISO 8601 date, read as UTC. */
function isoSeconds(text: string): number | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const time = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0) / 1000;
  return Number.isFinite(time) ? time : undefined;
}
