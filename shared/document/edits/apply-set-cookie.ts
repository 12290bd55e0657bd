import type { Progress } from '../../table/progress.ts';
import type { ChosenReceiver } from '../../clients/receivers.ts';
import type { Cookie } from '../../cookie/cookie.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { MOST_HEADERS, receiveHeaders, type SetCookieQuestion } from '../set-cookie/receive-headers.ts';
import { differences } from '../set-cookie/written-cookie.ts';
import { newRow } from './add-entry.ts';
import { ChangeBuilder } from './change-builder.ts';
import type { EditOutcome } from './edit-outcome.ts';
import { commitEdit } from './edit-work.ts';
import { LINE_ENDS } from './write-row.ts';

/**
 * Does to a document what headers do to a browser's store, as one step: new cookies are put behind the last line,
 * replaced ones where the old one was, in canonical form; those that stay the same keep their bytes. Where several
 * lines are one cookie, the last is replaced, and all are removed.
 */
export function* applySetCookie(
  document: CookieDocument,
  question: SetCookieQuestion,
  chosen: ChosenReceiver,
): Generator<Progress, EditOutcome> {
  const received = yield* receiveHeaders(document, question, chosen);
  if ('refused' in received) return { refused: 'No cookies come from this address.' };
  if ('tooMany' in received)
    return { refused: `These are more than ${MOST_HEADERS.toLocaleString('en')} headers at once.` };
  if (received.headers.length === 0) return { refused: 'There is no Set-Cookie header in the text.' };
  const builder = new ChangeBuilder(document);
  for (const id of received.removed) builder.remove(id);
  for (const { cookie, ids } of received.held) {
    const id = ids.at(-1);
    if (id === undefined) builder.insert(document.lines.lastAnchor, newRow(document, cookie));
    else if (isOther(document, id, cookie)) builder.replace(id, replacingRow(document, id, cookie));
  }
  const count = builder.size;
  const label = `Apply Set-Cookie to ${count.toLocaleString('en')} ${count === 1 ? 'cookie' : 'cookies'}`;
  return yield* commitEdit(document, builder, { label, event: 'import', now: question.now });
}

function isOther({ table, lines, format }: CookieDocument, id: number, cookie: Cookie): boolean {
  return differences(table.cookie(lines.row(id)), cookie, format).length > 0;
}

/** A row with another cookie in the place of a line's own, with the line end that is there. */
export function replacingRow(document: CookieDocument, id: number, cookie: Cookie): number {
  const { table, lines, format } = document;
  const row = newRow(document, cookie);
  const end = table.lineEnd(lines.row(id));
  if (format.kind === 'source' || table.lineEnd(row) === end) return row;
  return table.appendLine(table.line(row).replace(/\r?\n$/, '') + LINE_ENDS[end]);
}
