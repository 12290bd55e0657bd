import type { EpochSeconds } from '../cookie/cookie.ts';
import type { Progress } from '../table/progress.ts';
import { ABSENT, isNothing } from './change.ts';
import type { CookieDocument } from './cookie-document.ts';
import type { OpenRefusal } from './open-document.ts';
import { sameContent, sameRow } from './reload/compare-rows.ts';
import { readDisk } from './reload/disk-rows.ts';
import type { DiskRows } from './reload/disk-rows.ts';
import { isReordered, matchLines } from './reload/match-lines.ts';
import type { LineMatch } from './reload/match-lines.ts';
import { mergeReload } from './reload/merge-reload.ts';
import { reloadWords, tallyReload } from './reload/reload-words.ts';
import { savedLines } from './reload/saved-lines.ts';
import type { SavedLines } from './reload/saved-lines.ts';

/** What another program made of the file, ready to be taken over. Good for the state it was planned in only. */
export interface ReloadPlan {
  readonly refused?: undefined;
  /** What the other program did, in words: "2 values rotated". Empty when it changed nothing. */
  readonly summary: readonly string[];
  /** How many lines it changed, added or removed. */
  readonly changed: number;
  /** How many pending edits stand on lines that it changed too; they give way. */
  readonly overruled: number;
  readonly keepEdits: boolean;
  readonly time: EpochSeconds;
  readonly revision: number;
  readonly saved: SavedLines;
  readonly disk: DiskRows;
  readonly match: LineMatch;
}

/**
 * Compares the bytes that are on disk now with what was read or saved last. `keepEdits`: pending edits of lines that
 * the other program did not touch stay pending; without it the document becomes the file (a revert).
 */
export function* planReload(
  document: CookieDocument,
  request: {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly size?: number;
    readonly keepEdits: boolean;
    readonly now: EpochSeconds;
  },
): Generator<Progress, ReloadPlan | OpenRefusal> {
  const { keepEdits, now } = request;
  const disk = yield* readDisk(document, request);
  if ('refused' in disk) return disk;
  const saved = savedLines(document);
  const mine = document.table;
  yield { done: 0, total: saved.rows.length };
  const match = yield* matchLines(mine, saved.rows, disk.table);
  const tally = yield* tallyReload({ mine, saved: saved.rows, disk, match });
  yield { done: saved.rows.length, total: saved.rows.length };
  const was = document.sinceSaved().properties?.before ?? document.properties;
  const summary = reloadWords(tally, { reordered: isReordered(match), was: was.encoding, is: disk.encoding });
  return {
    summary,
    changed: tally.changed,
    overruled: countOverruled(document, { saved, disk, match }),
    keepEdits,
    time: now,
    revision: document.revision,
    saved,
    disk,
    match,
  };
}

/** Takes a plan over as one step that can be undone, and counts what is on disk as saved. */
export function* commitReload(document: CookieDocument, plan: ReloadPlan): Generator<Progress, void> {
  if (plan.revision !== document.revision) throw new Error('a reload was planned for another state');
  const first = document.table.count;
  const { change, sinceDisk } = yield* mergeReload(document, plan);
  document.markExternal(first, document.table.count);
  if (!isNothing(change)) {
    const label = plan.keepEdits ? 'Reload from disk' : 'Revert to the file on disk';
    const event = plan.keepEdits ? 'reload.disk' : 'revert';
    yield* document.commit({ label, event, time: plan.time, change });
  }
  document.markSavedBefore(sinceDisk);
}

/** Makes the document what a plan read, as one step that can be undone; what is on disk stays what it was believed to be. */
export function* commitContent(
  document: CookieDocument,
  plan: ReloadPlan,
  label: string,
): Generator<Progress, void> {
  if (plan.revision !== document.revision) throw new Error('content was planned for another state');
  const { change } = yield* mergeReload(document, plan);
  if (!isNothing(change)) yield* document.commit({ label, event: 'restore', time: plan.time, change });
}

/** Pending edits of lines that the other program changed or removed, unless both made the same of them. */
function countOverruled(
  document: CookieDocument,
  { saved, disk, match }: Pick<ReloadPlan, 'saved' | 'disk' | 'match'>,
): number {
  const { table, lines } = document;
  let overruled = 0;
  for (let place = 0; place < saved.ids.length; place++) {
    const was = saved.rows[place] ?? 0;
    const now = lines.row(saved.ids[place] ?? 0);
    if (now === was) continue;
    const row = match.rowAt[place] ?? ABSENT;
    if (row === ABSENT) {
      if (now !== ABSENT) overruled++;
      continue;
    }
    const theirs = { table: disk.table, row };
    if (sameRow({ table, row: was }, theirs)) continue;
    if (now === ABSENT || !sameContent({ table, row: now }, theirs)) overruled++;
  }
  return overruled;
}
