import type { ByteString } from '../../cookie/byte-string.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Minutes to add for Greenwich, of the zones that headers still name. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ...['gmt', 'ut', 'utc', 'wet', 'z'].map((zone) => [zone, 0] as const),
  ...['cet', 'met', 'bst', 'fwt', 'a'].map((zone) => [zone, -60] as const),
  ...['est', 'cdt', 'r'].map((zone) => [zone, 300] as const),
  ...['cst', 'mdt', 's'].map((zone) => [zone, 360] as const),
  ...['mst', 'pdt', 't'].map((zone) => [zone, 420] as const),
  ...['pst', 'u'].map((zone) => [zone, 480] as const),
  ...['edt', 'ast', 'q'].map((zone) => [zone, 240] as const),
  ['eet', -120],
  ['jst', -540],
]);
const MAX_PARTS = 6;

interface Parts {
  weekday?: true;
  month?: number;
  day?: number;
  year?: number;
  seconds?: number;
  /** Seconds to add. */
  zone?: number;
  /** The next number is a day unless one was taken for none. */
  wantsYear: boolean;
}

/** The moment that a date in `Expires` names, as curl's own parser reads it; nothing where it gives up. */
export function curlDate(text: ByteString): EpochSeconds | undefined {
  const parts: Parts = { wantsYear: false };
  const token = /[a-z]+|\d{1,2}:\d{1,2}(?::\d{1,2})?|\d+/gi;
  for (let count = 0; count < MAX_PARTS; count++) {
    const found = token.exec(text);
    if (found === null) break;
    const [word] = found;
    if (/^[a-z]/i.test(word) ? !takeWord(parts, word.toLowerCase()) : !takeNumber(parts, found)) {
      return undefined;
    }
  }
  return momentOf(parts);
}

function takeWord(parts: Parts, word: string): boolean {
  if (parts.weekday === undefined && isWeekday(word)) {
    parts.weekday = true;
    return true;
  }
  const month = word.length === 3 ? MONTHS.indexOf(word) : -1;
  if (parts.month === undefined && month >= 0) {
    parts.month = month;
    return true;
  }
  const zone = ZONES.get(word);
  if (parts.zone !== undefined || zone === undefined) return false;
  parts.zone = zone * 60;
  return true;
}

function isWeekday(word: string): boolean {
  return word.length === 3 ? WEEKDAYS.some((day) => day.startsWith(word)) : WEEKDAYS.includes(word);
}

function takeNumber(parts: Parts, { 0: word, index, input }: RegExpExecArray): boolean {
  if (word.includes(':')) {
    if (parts.seconds !== undefined) return false;
    const [hour = 0, minute = 0, second = 0] = word.split(':').map(Number);
    if (hour > 23 || minute > 59 || second > 60) return false;
    parts.seconds = (hour * 60 + minute) * 60 + second;
    return true;
  }
  const value = Number(word);
  if (value > 2_147_483_647) return false;
  const before = input.charAt(index - 1);
  if (parts.zone === undefined && word.length === 4 && value <= 1400 && /[-+]/.test(before)) {
    const offset = (Math.trunc(value / 100) * 60 + (value % 100)) * 60;
    parts.zone = before === '+' ? -offset : offset;
    return true;
  }
  return takeDayOrYear(parts, value, word.length);
}

function takeDayOrYear(parts: Parts, value: number, digits: number): boolean {
  const { year, month, day } = parts;
  if (digits === 8 && year === undefined && month === undefined && day === undefined) {
    parts.year = Math.trunc(value / 10_000);
    parts.month = Math.trunc((value % 10_000) / 100) - 1;
    parts.day = value % 100;
    return true;
  }
  if (!parts.wantsYear && day === undefined) {
    parts.wantsYear = true;
    if (value > 0 && value < 32) {
      parts.day = value;
      return true;
    }
  }
  if (!parts.wantsYear || year !== undefined) return false;
  parts.year = value < 100 ? value + (value > 70 ? 1900 : 2000) : value;
  if (parts.day === undefined) parts.wantsYear = false;
  return true;
}

function momentOf({ year, month, day, seconds = 0, zone = 0 }: Parts): EpochSeconds | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < 1583 || month < 0 || month > 11 || day > 31) return undefined;
  return Date.UTC(year, month, day) / 1000 + seconds + zone;
}
