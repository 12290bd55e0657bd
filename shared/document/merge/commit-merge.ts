import type { Progress } from '../../table/progress.ts';
import { ABSENT, isNothing } from '../change.ts';
import type { Change } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { sameProperties } from '../properties.ts';
import type { Properties } from '../properties.ts';
import { sameRow } from '../reload/compare-rows.ts';
import { difference } from '../reload/merge-reload.ts';
import type { UserEvent } from '../transaction.ts';
import { decide } from './merge-choices.ts';
import type { Decision, MergeChoices } from './merge-choices.ts';
import { Outcome } from './merge-plan.ts';
import type { MergePlan } from './merge-plan.ts';
import { mergedRow } from './merged-row.ts';
import { placeMerged } from './place-lines.ts';
import { takenLines } from './taken-lines.ts';

const ROWS_A_SLICE = 2048;

/** What a merge is called in the history. */
export interface MergeStep {
  readonly label: string;
  readonly event: UserEvent;
}

/**
 * Makes the document what a plan and its choices say, as one step that can be undone. Of a merge, what is on disk counts
 * as saved afterwards; of a comparison, nothing but the document changes. A conflict that is still open is a bug and throws.
 */
export function* commitMerge(
  document: CookieDocument,
  plan: MergePlan,
  choices: MergeChoices,
  step: MergeStep,
): Generator<Progress, void> {
  if (plan.revision !== document.revision) throw new Error('a merge was planned for another state');
  const first = document.table.count;
  if (plan.kind === 'compare') {
    const change = yield* takenLines(document, plan, (id) => decide(document, plan, id, choices));
    if (!isNothing(change)) yield* document.commit({ ...step, time: plan.time, change });
    return;
  }
  const { change, sinceDisk } = yield* mergedChange(document, plan, choices);
  document.markExternal(first, document.table.count);
  // Lines that only the disk has must be known, though none of them is taken.
  if (!isNothing(change) || change.inserted !== undefined) {
    yield* document.commit({ ...step, time: plan.time, change });
  }
  document.markSavedBefore(sinceDisk);
}

function* mergedChange(
  document: CookieDocument,
  plan: MergePlan,
  choices: MergeChoices,
): Generator<Progress, { readonly change: Change; readonly sinceDisk: Change }> {
  const { table } = document;
  const total = plan.base.length;
  const theirs = new Uint32Array(total).fill(ABSENT);
  const merged = new Uint32Array(total).fill(ABSENT);
  for (let id = 0; id < total; id++) {
    if (id % ROWS_A_SLICE === 0) yield { done: id, total };
    const mine = plan.mine[id] ?? ABSENT;
    theirs[id] = theirRow(document, plan, id);
    merged[id] = mine;
    if (plan.outcome[id] === Outcome.same) continue;
    const decision = decide(document, plan, id, choices);
    merged[id] = decidedRow(document, plan, id, { decision, theirs: theirs[id] ?? ABSENT });
  }
  yield { done: total, total };
  const placed = placeMerged(document, plan, choices.conflicts === 'theirs');
  yield { done: total, total };
  const onDisk = diskProperties(plan, theirs);
  const properties = mergedProperties(document, onDisk, choices);
  for (let id = 0; id < total; id++) {
    // Scenario: a line was made anew and says exactly what the disk does.
    const [is = ABSENT, disk = ABSENT] = [merged[id], theirs[id]];
    if (
      is !== disk &&
      is !== ABSENT &&
      disk !== ABSENT &&
      sameRow({ table, row: is }, { table, row: disk })
    ) {
      merged[id] = disk;
    }
  }
  yield { done: total, total };
  return {
    change: {
      rows: difference(plan.mine, merged),
      ...placed.change,
      ...(!sameProperties(document.properties, properties) && {
        properties: { before: document.properties, after: properties },
      }),
    },
    sinceDisk: {
      rows: difference(theirs, merged),
      ...placed.sinceDisk,
      ...(!sameProperties(onDisk, properties) && { properties: { before: onDisk, after: properties } }),
    },
  };
}

/** Their row in the document's table: one that it has already where the bytes are the same. */
function theirRow(document: CookieDocument, plan: MergePlan, id: number): number {
  const { table } = document;
  const row = plan.theirs[id] ?? ABSENT;
  if (row === ABSENT) return ABSENT;
  for (const known of [plan.base[id] ?? ABSENT, plan.mine[id] ?? ABSENT]) {
    if (known !== ABSENT && sameRow({ table, row: known }, { table: plan.disk.table, row })) return known;
  }
  return table.appendRow(plan.disk.table, row);
}

function decidedRow(
  document: CookieDocument,
  plan: MergePlan,
  id: number,
  { decision, theirs }: { readonly decision: Decision; readonly theirs: number },
): number {
  const mine = plan.mine[id] ?? ABSENT;
  const base = plan.base[id] ?? ABSENT;
  switch (decision.take) {
    case 'mine':
      return mine;
    case 'theirs':
      return theirs;
    case 'fields':
      return mergedRow(document, {
        base: base === ABSENT ? undefined : base,
        mine,
        theirs,
        fields: decision.fields,
      });
    case 'open':
      throw new Error('a merge has a conflict that nobody decided');
  }
}

/** What the disk has beside its lines. */
function diskProperties(plan: MergePlan, theirs: Uint32Array): Properties {
  const { encoding, source, table } = plan.disk;
  if (source === undefined) return { encoding };
  const origins = new Uint32Array(theirs.length).fill(ABSENT);
  for (let row = 0; row < table.count; row++) origins[plan.idOf[row] ?? 0] = source.origins[row] ?? ABSENT;
  return { encoding, source: { document: source.document, origins, rows: theirs } };
}

/** An encoding that one side changed is kept; where both did, mine is unless conflicts take theirs. */
function mergedProperties(document: CookieDocument, onDisk: Properties, choices: MergeChoices): Properties {
  const mine = document.properties;
  const base = document.sinceSaved().properties?.before ?? mine;
  const changedHere = !sameEncoding(base, mine);
  const theirs = !changedHere || (choices.conflicts === 'theirs' && !sameEncoding(base, onDisk));
  const { encoding } = theirs ? onDisk : mine;
  return { ...onDisk, encoding };
}

function sameEncoding(one: Properties, other: Properties): boolean {
  return sameProperties({ encoding: one.encoding }, { encoding: other.encoding });
}
