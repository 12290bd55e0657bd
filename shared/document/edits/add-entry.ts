import type { Cookie, EpochSeconds } from '../../cookie/cookie.ts';
import { isIpAddress } from '../../cookie/ip-address.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { dominantEnd } from '../document-facts.ts';
import { ChangeBuilder } from './change-builder.ts';
import type { EditOutcome } from './edit-outcome.ts';
import { commitEdit } from './edit-work.ts';
import { EDITABLE_FIELDS } from './editable-fields.ts';
import { readField } from './field-value.ts';
import type { EditableField } from './editable-fields.ts';
import type { FieldValue } from './field-value.ts';
import { fieldContext } from './set-field.ts';
import { LINE_ENDS } from './write-row.ts';
import { MASK } from '../../cookie/mask.ts';
import { shownName } from '../../cookie/shown-text.ts';

/**
 * Adds an entry as the last line, in canonical form. It needs a domain; a domain without a leading full stop is
 * host-only unless `hostOnly` says otherwise; the path is `/` and the cookie lasts for a session unless said.
 */
export function* addEntry(
  document: CookieDocument,
  request: { readonly fields: Partial<Record<EditableField, string>>; readonly now: EpochSeconds },
): Generator<Progress, EditOutcome> {
  const { fields, now } = request;
  const context = fieldContext(document, now);
  const values = new Map<EditableField, FieldValue>();
  for (const field of EDITABLE_FIELDS) {
    const text = fields[field] ?? (field === 'domain' ? '' : undefined);
    if (text === undefined || (field === 'sameSite' && text === '')) continue;
    const value = readField(field, text, context);
    if ('refused' in value) return value;
    values.set(field, value);
  }
  const cookie = cookieOf(values);
  const misfit = document.format.kind === 'lines' ? undefined : document.format.misfit(cookie);
  if (misfit?.code === 'entry-left-out') return { refused: misfit.message };
  const builder = new ChangeBuilder(document);
  builder.insert(document.lines.lastAnchor, newRow(document, cookie));
  const name = shownName(cookie.name, { value: cookie.value, doubtful: false });
  const label = `Add ${name === '' || name.length > 40 || name.includes(MASK) ? 'a cookie' : name}`;
  return yield* commitEdit(document, builder, { label, event: 'edit.add', now });
}

function cookieOf(values: ReadonlyMap<EditableField, FieldValue>): Cookie {
  const text = (field: 'name' | 'value' | 'path', otherwise: string): string => {
    const value = values.get(field);
    return value !== undefined && 'bytes' in value && value.bytes !== '' ? value.bytes : otherwise;
  };
  const on = (field: 'hostOnly' | 'secureOnly' | 'httpOnly', otherwise: boolean): boolean => {
    const value = values.get(field);
    return value !== undefined && 'on' in value ? value.on : otherwise;
  };
  const domain = values.get('domain');
  const { bytes = '', dotted = false } = domain?.field === 'domain' ? domain : {};
  const expires = values.get('expires');
  const time = expires?.field === 'expires' ? expires.time : undefined;
  const sameSite = values.get('sameSite');
  const site = sameSite?.field === 'sameSite' ? sameSite.sameSite : undefined;
  return {
    name: text('name', ''),
    value: text('value', ''),
    domain: bytes,
    hostOnly: isIpAddress(bytes) || on('hostOnly', !dotted),
    path: text('path', '/'),
    secureOnly: on('secureOnly', false),
    httpOnly: on('httpOnly', false),
    ...(time !== undefined && { expiryTime: time }),
    ...(site !== undefined && { extras: { sameSite: site } }),
  };
}

/** A row for a cookie that is new: as typed, in seven columns, with the line end that most lines have. */
export function newRow(document: CookieDocument, cookie: Cookie): number {
  const { table } = document;
  if (document.format.kind === 'source') return table.appendEntry(cookie);
  const { domain, hostOnly, path, secureOnly, httpOnly, expiryTime, name, value } = cookie;
  const truth = (on: boolean): string => (on ? 'TRUE' : 'FALSE');
  const columns = [
    `${httpOnly ? '#HttpOnly_' : ''}${hostOnly ? '' : '.'}${domain}`,
    truth(!hostOnly),
    path,
    truth(secureOnly),
    expiryTime === undefined ? '0' : String(expiryTime),
    name,
    value,
  ];
  return table.appendLine(columns.join('\t') + LINE_ENDS[dominantEnd(document.counts())]);
}
