import { encodeUtf8 } from '../../cookie/byte-string.ts';
import type { ByteString } from '../../cookie/byte-string.ts';
import type { Attribute, EpochSeconds, SameSite } from '../../cookie/cookie.ts';
import { MASK } from '../../cookie/mask.ts';
import type { EditableField } from './editable-fields.ts';
import { readTime, type HumanTime } from '../human-time.ts';

/** What a person typed into a field, read. */
export type FieldValue =
  | { readonly field: 'name' | 'value' | 'path'; readonly bytes: ByteString }
  /** `dotted`: written with a leading full stop, so that it goes to subdomains too. */
  | { readonly field: 'domain'; readonly bytes: ByteString; readonly dotted: boolean }
  | { readonly field: 'hostOnly' | 'secureOnly' | 'httpOnly'; readonly on: boolean }
  /** Without a time: a session cookie. `unit`: the time was typed in it. */
  | { readonly field: 'expires'; readonly time?: EpochSeconds; readonly unit?: HumanTime['unit'] }
  | { readonly field: 'sameSite'; readonly sameSite?: SameSite };

/** Where a text is to be written, as far as that decides whether it can be. */
export interface FieldContext {
  readonly now: EpochSeconds;
  /** Lines end fields at a TAB and entries at a line end; other formats quote them. */
  readonly inLine: boolean;
  /** What a file of the format can hold. */
  readonly carries: readonly Attribute[];
  /** The text has bytes that are not UTF-8, shown as `\xE9`: read them back as bytes. */
  readonly escapedBytes?: boolean;
}

const MOST_BEFORE_VALUE = 16_384;
const MOST_IN_VALUE = 1_000_000;

/** Reads what a person typed into a field, or says in one sentence why it cannot be written there. Never quotes a value. */
export function readField(
  field: EditableField,
  text: string,
  context: FieldContext,
): FieldValue | { readonly refused: string } {
  if (text.includes(MASK))
    return { refused: 'The dots stand for text that is hidden: reveal it before you change it.' };
  switch (field) {
    case 'name':
    case 'value':
    case 'path':
      return readText(field, text, context);
    case 'domain':
      return readDomain(text.trim(), context);
    case 'hostOnly':
    case 'secureOnly':
    case 'httpOnly': {
      const on = readBoolean(text);
      if (on === undefined) return { refused: 'Write yes or no.' };
      if (!on || context.carries.includes(field)) return { field, on };
      return cannotHold(field === 'httpOnly' ? 'the HttpOnly mark' : 'that mark');
    }
    case 'expires': {
      const value = readExpires(text.trim(), context.now);
      const isLost = 'time' in value && !context.carries.includes('expiryTime');
      return isLost ? cannotHold('an expiry') : value;
    }
    case 'sameSite':
      return readSameSite(text.trim().toLowerCase(), context);
  }
}

function cannotHold(what: string): { readonly refused: string } {
  return { refused: `This file format cannot hold ${what}.` };
}

function readText(
  field: 'name' | 'value' | 'path',
  text: string,
  context: FieldContext,
): FieldValue | { readonly refused: string } {
  const bytes = context.escapedBytes === true ? unescaped(text) : encodeUtf8(text);
  const refused = unfit(field, bytes, context);
  return refused === undefined ? { field, bytes } : { refused };
}

function unfit(field: string, bytes: ByteString, { inLine }: FieldContext): string | undefined {
  const found = inLine ? /[\t\r\n\0]/.exec(bytes)?.[0] : undefined;
  if (found !== undefined) {
    const name = { '\t': 'TAB', '\r': 'line break', '\n': 'line break', '\0': 'NUL byte' }[found] ?? 'byte';
    return `A ${name} in the ${field} would break the line.`;
  }
  const most = field === 'value' ? MOST_IN_VALUE : MOST_BEFORE_VALUE;
  return bytes.length > most ? `The ${field} is longer than ${most.toLocaleString('en')} bytes.` : undefined;
}

function readDomain(text: string, context: FieldContext): FieldValue | { readonly refused: string } {
  const dotted = text.startsWith('.');
  const bytes = encodeUtf8(dotted ? text.slice(1) : text);
  if (bytes === '') return { refused: 'An entry needs a domain.' };
  if (/^[#\s]/.test(bytes))
    return { refused: 'A domain that begins with # or a blank would make the line a comment.' };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(bytes))
    return { refused: 'Write the host alone, without http:// and path.' };
  const refused = unfit('domain', bytes, context);
  return refused === undefined ? { field: 'domain', bytes, dotted } : { refused };
}

function readBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (['true', 'yes', 'on', '1'].includes(word)) return true;
  return ['false', 'no', 'off', '0'].includes(word) ? false : undefined;
}

/** The last second of the year 9999: what calendars and clients still hold. */
export const LAST_SECOND = 253_402_300_799;

function readExpires(text: string, now: EpochSeconds): FieldValue | { readonly refused: string } {
  if (text === '' || text === '0' || text.toLowerCase() === 'session') return { field: 'expires' };
  const { time, ...unit } = readTime(text, now) ?? {};
  if (time === undefined || time < 1) {
    return {
      refused:
        'Write a date such as 1 March 2027 or 2027-03-01, a time from now such as 30d, seconds since 1970, or session.',
    };
  }
  return time > LAST_SECOND
    ? { refused: 'The time lies past the year 9999.' }
    : { field: 'expires', time, ...unit };
}

function readSameSite(word: string, context: FieldContext): FieldValue | { readonly refused: string } {
  if (!context.carries.includes('sameSite')) return cannotHold('SameSite');
  if (word === '' || word === 'unset') return { field: 'sameSite' };
  if (word === 'strict' || word === 'lax' || word === 'none') return { field: 'sameSite', sameSite: word };
  return { refused: 'Write strict, lax, none or unset.' };
}

function unescaped(text: string): ByteString {
  return text
    .split(/(\\x[0-9A-F]{2})/)
    .map((part) =>
      /^\\x[0-9A-F]{2}$/.test(part)
        ? String.fromCharCode(Number.parseInt(part.slice(2), 16))
        : encodeUtf8(part),
    )
    .join('');
}
