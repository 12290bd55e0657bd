import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { RowOf } from '../reload/compare-rows.ts';

export type Side = 'mine' | 'theirs';

/** What is merged one by one. A domain goes with the flag that says what it means; `extras` is what only some formats carry. */
export const MERGE_FIELDS = [
  'name',
  'value',
  'domain',
  'path',
  'secureOnly',
  'httpOnly',
  'expires',
  'extras',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** Who changed a field: nobody, one side, both to the same, or both to something else. */
export type FieldOutcome = 'same' | Side | 'both' | 'conflict';

/** An entry in its three states; no `base` where both sides added it. */
export interface EntrySides {
  readonly base?: RowOf;
  readonly mine: RowOf;
  readonly theirs: RowOf;
}

interface FieldState {
  readonly raw: string;
  /** What the bytes say: two spellings of one thing have one meaning. */
  readonly meaning: string;
}

/** Who changed each field of an entry. Bytes decide; where both sides changed them, what they mean does. */
export function mergeFields({ base, mine, theirs }: EntrySides): Record<MergeField, FieldOutcome> {
  const one = statesOf(mine);
  const other = statesOf(theirs);
  const was = base && statesOf(base);
  const outcome = (field: MergeField): FieldOutcome =>
    was === undefined
      ? withoutBase(one[field], other[field])
      : withBase(was[field], one[field], other[field]);
  return ofFields(outcome);
}

/** One result a field. */
export function ofFields<Result>(of: (field: MergeField) => Result): Record<MergeField, Result> {
  return {
    name: of('name'),
    value: of('value'),
    domain: of('domain'),
    path: of('path'),
    secureOnly: of('secureOnly'),
    httpOnly: of('httpOnly'),
    expires: of('expires'),
    extras: of('extras'),
  };
}

function withBase(base: FieldState, mine: FieldState, theirs: FieldState): FieldOutcome {
  const kept = mine.raw === base.raw;
  if (theirs.raw === base.raw) return kept ? 'same' : 'mine';
  if (kept) return 'theirs';
  if (mine.meaning === theirs.meaning) return 'both';
  // A spelling gives way to a change of meaning.
  if (mine.meaning === base.meaning) return 'theirs';
  return theirs.meaning === base.meaning ? 'mine' : 'conflict';
}

function withoutBase(mine: FieldState, theirs: FieldState): FieldOutcome {
  if (mine.raw === theirs.raw) return 'same';
  return mine.meaning === theirs.meaning ? 'both' : 'conflict';
}

function statesOf({ table, row }: RowOf): Record<MergeField, FieldState> {
  const raw = table.rawEntry(row);
  const cookie = table.cookie(row);
  const plain = (text: string): FieldState => ({ raw: text, meaning: text });
  const expiry = table.columns.expiry[row] ?? NaN;
  return {
    name: plain(raw.name),
    value: plain(raw.value),
    domain: {
      raw: `${raw.domain}\t${raw.flag}`,
      meaning: `${lowerCaseAscii(cookie.domain)}\t${cookie.hostOnly}`,
    },
    path: plain(raw.path),
    secureOnly: { raw: raw.secure, meaning: String(cookie.secureOnly) },
    httpOnly: plain(String(raw.httpOnly)),
    expires: { raw: raw.expiry, meaning: Number.isNaN(expiry) ? raw.expiry : String(expiry) },
    extras: plain(JSON.stringify(table.extras(row) ?? {})),
  };
}
