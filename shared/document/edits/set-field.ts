import { displayText, decodeUtf8 } from '../../cookie/byte-string.ts';
import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import type { Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { ChangeBuilder } from './change-builder.ts';
import type { EditOutcome } from './edit-outcome.ts';
import { commitEdit, countText, eachLine, linesOf } from './edit-work.ts';
import type { EditTarget } from './edit-work.ts';
import { readField } from './field-value.ts';
import type { EditableField } from './editable-fields.ts';
import type { FieldContext } from './field-value.ts';
import { fieldWarnings } from './field-warnings.ts';
import { sparedText, withoutProtected } from './spare-protected.ts';
import { cookieWithField, rowWithField } from './write-row.ts';

/** How the fields are called in a sentence. */
export const FIELD_WORDS: Readonly<Record<EditableField, string>> = {
  name: 'name',
  value: 'value',
  domain: 'domain',
  hostOnly: 'host-only mark',
  path: 'path',
  secureOnly: 'Secure mark',
  httpOnly: 'HttpOnly mark',
  expires: 'expiry',
  sameSite: 'SameSite',
};

/** What decides whether a text can be written into this document. */
export function fieldContext(document: CookieDocument, now: EpochSeconds): FieldContext {
  const { format } = document;
  return { now, inLine: format.kind === 'lines', carries: format.carries };
}

/** Would this text be taken for this field? `error` says why not; warnings do not stand in the way. */
export function validateField(
  document: CookieDocument,
  request: {
    readonly id?: number;
    readonly field: EditableField;
    readonly text: string;
    readonly now: EpochSeconds;
  },
): { error?: string; warnings: string[] } {
  const { id, field, text, now } = request;
  if (id !== undefined && (document.lines.row(id) === ABSENT || document.kind(id) !== 'entry')) {
    return { error: 'Only entries have fields.', warnings: [] };
  }
  const value = readField(field, text, fieldContext(document, now));
  if ('refused' in value) return { error: value.refused, warnings: [] };
  const row = id === undefined ? ABSENT : document.lines.row(id);
  const after = row === ABSENT ? undefined : cookieWithField(document, row, value);
  const error = after === undefined ? undefined : unwritable(document, document.table.cookie(row), after);
  return {
    ...(error !== undefined && { error }),
    warnings: error === undefined ? fieldWarnings(value, now) : [],
  };
}

/** Sets one field of entries; the other bytes of their lines stay as they are. */
export function* setField(
  document: CookieDocument,
  target: EditTarget & { readonly field: EditableField; readonly text: string },
): Generator<Progress, EditOutcome> {
  const { field, text, now } = target;
  const entries = yield* linesOf(document, target.ids, true);
  if (entries.length === 0) return { refused: 'Only entries have fields.' };
  const { ids, spared } = withoutProtected(document, entries);
  const context = { ...fieldContext(document, now), escapedBytes: showsEscapes(document, ids, field, text) };
  const value = readField(field, text, context);
  if ('refused' in value) return value;
  const builder = new ChangeBuilder(document);
  let refused: string | undefined;
  yield* eachLine(ids, (id) => {
    const row = document.lines.row(id);
    const changed = rowWithField(document, row, value);
    if (changed === row) return;
    refused ??= unwritable(document, document.table.cookie(row), document.table.cookie(changed));
    builder.replace(id, changed);
  });
  if (refused !== undefined) return { refused };
  const label = `Change ${FIELD_WORDS[field]} of ${countText(document, ids)}${sparedText(spared)}`;
  return yield* commitEdit(document, builder, { label, event: 'edit.cell', now });
}

/** Why the format could not hold an entry any more; one that it could not hold before stands in the file all the same. */
function unwritable({ format }: CookieDocument, before: Cookie, after: Cookie): string | undefined {
  if (format.kind === 'lines') return undefined;
  const misfit = format.misfit(after);
  if (misfit?.code !== 'entry-left-out') return undefined;
  return format.misfit(before)?.code === 'entry-left-out' ? undefined : misfit.message;
}

/** True when the entry's own bytes are not UTF-8 and the text was made from how they are shown. */
function showsEscapes(
  document: CookieDocument,
  ids: Uint32Array,
  field: EditableField,
  text: string,
): boolean {
  if (field !== 'name' && field !== 'value' && field !== 'path') return false;
  if (ids.length !== 1 || !/\\x[0-9A-F]{2}/.test(text)) return false;
  const bytes = document.table.field(document.lines.row(ids[0] ?? 0), field);
  return decodeUtf8(bytes) === undefined && displayText(bytes).includes('\\x');
}
