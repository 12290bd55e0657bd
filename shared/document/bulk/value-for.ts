import { decodeUtf8, encodeUtf8 } from '../../cookie/byte-string.ts';
import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { EpochSeconds } from '../../cookie/cookie.ts';
import { Flag } from '../../table/columns.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { LAST_SECOND, readField } from '../edits/field-value.ts';
import type { FieldValue } from '../edits/field-value.ts';
import { fieldContext } from '../edits/set-field.ts';
import { parseDuration } from '../moment.ts';
import type { BulkOperation } from './operation.ts';
import { replacerOf } from './replace-text.ts';

/** Why an operation cannot be done, in one plain sentence. */
export interface Refused {
  readonly refused: string;
}

/** What an operation makes of a row's field; nothing where it does not concern the entry. */
export type ValueFor = (row: number) => FieldValue | Refused | undefined;

/** Makes an operation ready for the entries of a document, or says why it cannot be done at all. */
export function valueFor(
  document: CookieDocument,
  operation: Exclude<BulkOperation, { do: 'fix' }>,
  now: EpochSeconds,
): ValueFor | Refused {
  const { table } = document;
  switch (operation.do) {
    case 'set': {
      const value = readField(operation.field, operation.text, fieldContext(document, now));
      return 'refused' in value ? value : () => value;
    }
    case 'toggle': {
      const { field } = operation;
      const bit = { secureOnly: Flag.secure, httpOnly: Flag.httpOnly, hostOnly: Flag.subdomains }[field];
      const wasSet = field === 'hostOnly';
      return (row) => ({ field, on: (((table.columns.flags[row] ?? 0) & bit) !== 0) === wasSet });
    }
    case 'shift-expiry': {
      const by = signedSpan(operation.by);
      if (by === undefined) return NO_SPAN;
      return (row) => shifted(table.columns.expiry[row] ?? NaN, by);
    }
    case 'cap-expiry': {
      const within = parseDuration(operation.within);
      if (within === undefined) return NO_SPAN;
      const last = Math.floor(now) + within;
      return (row) =>
        (table.columns.expiry[row] ?? NaN) > last ? { field: 'expires', time: last } : undefined;
    }
    case 'lower-case':
      return onText(document, { field: operation.field, now, change: lowerCaseAscii });
    case 'replace': {
      if (operation.find === '') return { refused: 'Write what to look for.' };
      const replaced = replacerOf(operation);
      if ('refused' in replaced) return replaced;
      return onText(document, { field: operation.field, now, change: inUtf8(replaced) });
    }
  }
}

const NO_SPAN: Refused = { refused: 'Write a length of time such as 30d, 2 weeks, 6mo or 1y.' };

/** "30d", "+30 days" or "-2w" in seconds. */
function signedSpan(text: string): number | undefined {
  const [, sign, length = ''] = /^\s*([+-]?)(.*)$/.exec(text) ?? [];
  const seconds = parseDuration(length);
  return seconds === undefined || sign !== '-' ? seconds : -seconds;
}

function shifted(expiry: number, by: number): FieldValue | Refused {
  if (Number.isNaN(expiry)) return { refused: 'The expiry cannot be read.' };
  if (expiry === 0) return { refused: 'A session cookie has no expiry to shift.' };
  const time = Math.trunc(expiry) + by;
  if (time < 1) return { refused: 'The time would lie before 1970.' };
  return time > LAST_SECOND
    ? { refused: 'The time would lie past the year 9999.' }
    : { field: 'expires', time };
}

/** A change of text, of bytes that are text. */
function inUtf8(change: (text: string) => string): (bytes: ByteString) => ByteString | undefined {
  return (bytes) => {
    const text = decodeUtf8(bytes);
    return text === undefined ? undefined : encodeUtf8(change(text));
  };
}

/** Changes the bytes of a text field; what comes out must be fit for it, as if it were typed. */
function onText(
  document: CookieDocument,
  {
    field,
    now,
    change,
  }: {
    readonly field: 'name' | 'value' | 'domain' | 'path';
    readonly now: EpochSeconds;
    readonly change: (bytes: ByteString) => ByteString | undefined;
  },
): ValueFor {
  const { table } = document;
  const context = fieldContext(document, now);
  return (row) => {
    const before = field === 'domain' ? table.cookie(row).domain : table.field(row, field);
    const after = change(before);
    if (after === undefined) return { refused: `The ${field} is not UTF-8.` };
    if (after === before) return undefined;
    const text = decodeUtf8(after);
    // Bytes that are no text are what they were but for their case: they fit where they stood.
    return text === undefined && field !== 'domain'
      ? { field, bytes: after }
      : readField(field, text ?? '', context);
  };
}
