import type { EpochSeconds } from '../../cookie/cookie.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { dominantEnd } from '../document-facts.ts';
import { ChangeBuilder } from './change-builder.ts';
import type { EditDone, EditOutcome } from './edit-outcome.ts';
import { commitEdit, countText, eachLine, linesOf } from './edit-work.ts';
import type { EditTarget } from './edit-work.ts';
import { sparedText, withoutProtected } from './spare-protected.ts';
import { LINE_ENDS, rowWithField } from './write-row.ts';

/** Puts a copy of each line right behind it. */
export function* duplicateLines(
  document: CookieDocument,
  target: EditTarget,
): Generator<Progress, EditOutcome> {
  const { table, lines } = document;
  const ids = yield* linesOf(document, target.ids, false);
  const builder = new ChangeBuilder(document);
  const end = LINE_ENDS[dominantEnd(document.counts())];
  yield* eachLine(ids, (id) => {
    const row = lines.row(id);
    const open = document.format.kind === 'lines' && table.lineEnd(row) === 'none';
    builder.insert(id, open ? table.appendLine(table.line(row) + end) : table.appendRow(table, row));
  });
  const label = `Duplicate ${countText(document, ids)}`;
  return yield* commitEdit(document, builder, { label, event: 'edit.duplicate', now: target.now });
}

/** Removes lines. */
export function* removeLines(document: CookieDocument, target: EditTarget): Generator<Progress, EditOutcome> {
  const { ids, spared } = withoutProtected(document, yield* linesOf(document, target.ids, false));
  const label = `Delete ${countText(document, ids)}${sparedText(spared)}`;
  return yield* remove(document, ids, { label, now: target.now });
}

/** Writes the expiry 1 (1970), never 0: in most clients 0 means a session cookie. */
export function* expireEntries(
  document: CookieDocument,
  target: EditTarget,
): Generator<Progress, EditOutcome> {
  const entries = yield* linesOf(document, target.ids, true);
  if (entries.length === 0) return { refused: 'Only entries can expire.' };
  const { ids, spared } = withoutProtected(document, entries);
  const builder = new ChangeBuilder(document);
  yield* eachLine(ids, (id) => {
    const row = document.lines.row(id);
    const expired = rowWithField(document, row, { field: 'expires', time: 1 });
    if (expired !== row) builder.replace(id, expired);
  });
  const label = `Expire ${countText(document, ids)}${sparedText(spared)}`;
  return yield* commitEdit(document, builder, { label, event: 'edit.expire', now: target.now });
}

/** Removes every entry that is expired by the document's clock, protected ones apart; `now` is the time of the step. */
export function* removeExpired(
  document: CookieDocument,
  now: EpochSeconds,
): Generator<Progress, EditOutcome> {
  const { lines, table } = document;
  const { expiry, flags } = table.columns;
  const all = lines.ids();
  const found = new Uint32Array(all.length);
  let length = 0;
  let spared = 0;
  yield* eachLine(all, (id) => {
    const row = lines.row(id);
    const at = expiry[row] ?? 0;
    const isEntry = ((flags[row] ?? Kind.blank) & KIND_MASK) === Kind.entry;
    if (!isEntry || at === 0 || !(at <= document.now)) return;
    if (!document.protection.has(id)) found[length++] = id;
    else {
      document.protection.spares(id);
      spared++;
    }
  });
  const ids = found.subarray(0, length);
  const count = `${ids.length.toLocaleString('en')} expired cookie${ids.length === 1 ? '' : 's'}`;
  return yield* remove(document, ids, { label: `Delete ${count}${sparedText(spared)}`, now });
}

function* remove(
  document: CookieDocument,
  ids: Uint32Array,
  step: { readonly label: string; readonly now: EpochSeconds },
): Generator<Progress, EditDone> {
  const builder = new ChangeBuilder(document);
  yield* eachLine(ids, (id) => builder.remove(id));
  return yield* commitEdit(document, builder, { ...step, event: 'edit.delete' });
}
