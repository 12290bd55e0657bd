import * as v from 'valibot';
import { Kind, KIND_MASK } from '../../../table/columns.ts';
import type { Progress } from '../../../table/progress.ts';
import type { CookieDocument } from '../../cookie-document.ts';
import type { EditOutcome } from '../../edits/edit-outcome.ts';
import { eachLine } from '../../edits/edit-work.ts';
import { NO_CHANGE } from '../../change.ts';
import { sortLines } from '../../sort-rows.ts';
import { stepKind } from '../step-kind.ts';

/**
 * Columns that are the same in all lines for one cookie: by these, lines for one cookie keep their order, and so the
 * last of them, which clients keep, stays the last.
 */
const COLUMNS = ['domain', 'path', 'name'] as const;
type Column = (typeof COLUMNS)[number];

/** Puts entries in order. Comments and what could not be read stay where they are. */
export const sort = stepKind({
  id: 'sort',
  schema: v.strictObject({
    do: v.literal('sort'),
    by: v.pipe(
      v.array(v.picklist(COLUMNS, `is none of ${COLUMNS.join(', ')}.`)),
      v.minLength(1, 'needs at least one column.'),
    ),
  }),
  title: 'Sort',
  field: { name: 'by', label: 'By', list: true, hint: COLUMNS.join(', ') },
  describe: ({ by }) => `Sort by ${by.join(', then ')}`,
  run: (document, { by }, { now }) => sorted(document, by, now),
});

function* sorted(
  document: CookieDocument,
  by: readonly Column[],
  now: number,
): Generator<Progress, EditOutcome> {
  const { lines, table } = document;
  const all = lines.ids();
  const entries: number[] = [];
  yield* eachLine(all, (id) => {
    if (((table.columns.flags[lines.row(id)] ?? Kind.blank) & KIND_MASK) === Kind.entry) entries.push(id);
  });
  const keys = by.map((column) => ({ column, descending: false }));
  const inOrder = yield* sortLines(document, Uint32Array.from(entries), keys);
  const moved = inOrder.filter((id, at) => id !== entries[at]).length;
  const label = `Sort ${entries.length.toLocaleString('en')} cookies`;
  if (moved === 0) return { label, changed: 0, added: [] };
  const isEntry = new Set(entries);
  const before = lines.order();
  let at = 0;
  const after = before.map((id) => (isEntry.has(id) ? (inOrder[at++] ?? id) : id));
  const change = { ...NO_CHANGE, move: { before, after } };
  yield* document.commit({ label, event: 'edit.move', time: now, change });
  return { label, changed: moved, added: [] };
}
