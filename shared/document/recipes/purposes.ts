import * as v from 'valibot';
import { PURPOSE_WORDS } from '../../purposes/purpose.ts';
import type { PurposeWord } from '../../purposes/purpose.ts';
import { purposeOf } from '../../purposes/purpose-of.ts';
import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { eachLine } from '../edits/edit-work.ts';

/** A list of what cookies are probably for. */
export const purposes = v.pipe(
  v.array(v.picklist(PURPOSE_WORDS, `is none of ${PURPOSE_WORDS.join(', ')}.`)),
  v.minLength(1, 'needs at least one purpose.'),
);

/** What a step says of its list of purposes. */
export const PURPOSES_FIELD = {
  name: 'purposes',
  label: 'Purposes',
  list: true,
  hint: 'analytics, advertising',
} as const;

/** The entries whose names are known for some purposes, or with `others` all the rest. */
export function* entriesByPurpose(
  { table, lines }: CookieDocument,
  wanted: readonly PurposeWord[],
  others = false,
): Generator<Progress, readonly number[]> {
  const ids: number[] = [];
  yield* eachLine(lines.ids(), (id) => {
    const row = lines.row(id);
    if (((table.columns.flags[row] ?? Kind.blank) & KIND_MASK) !== Kind.entry) return;
    const known = purposeOf(table.field(row, 'name'), table.field(row, 'domain'));
    if (wanted.includes(known?.category ?? 'unknown') !== others) ids.push(id);
  });
  return ids;
}
