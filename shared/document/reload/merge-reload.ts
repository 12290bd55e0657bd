import type { Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { Change, RowChange } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { sameProperties } from '../properties.ts';
import type { Properties } from '../properties.ts';
import type { ReloadPlan } from '../reload.ts';
import { sameRow } from './compare-rows.ts';
import { reordered } from './reordered.ts';

const ROWS_A_SLICE = 2048;

/** The step that takes over what is on disk, and what then still differs from the disk. */
export interface MergedReload {
  readonly change: Change;
  readonly sinceDisk: Change;
}

/** Rows by line id: as they are on disk, and as the document is to have them. */
interface Sides {
  readonly theirs: Uint32Array;
  readonly merged: Uint32Array;
  /** The ids of the rows on disk, in their order. */
  readonly sequence: Uint32Array;
}

/** Brings the rows on disk that differ into the document's table and works out the step. Pending edits stay where the plan says so. */
export function* mergeReload(document: CookieDocument, plan: ReloadPlan): Generator<Progress, MergedReload> {
  const { lines } = document;
  const sides = yield* mergeRows(document, plan);
  const ids = sides.merged.length;
  const now = new Uint32Array(ids).fill(ABSENT);
  for (let id = 0; id < lines.idCount; id++) now[id] = lines.row(id);
  const { theirs, mine } = mergeProperties(document, plan, sides);
  yield { done: 0, total: ids };
  const place = placement(document, sides.sequence);
  yield { done: 0, total: ids };
  const rows = difference(now, sides.merged);
  yield { done: 0, total: ids };
  return {
    change: {
      rows,
      ...place,
      ...(!sameProperties(document.properties, mine) && {
        properties: { before: document.properties, after: mine },
      }),
    },
    sinceDisk: {
      rows: difference(sides.theirs, sides.merged),
      ...(!sameProperties(theirs, mine) && { properties: { before: theirs, after: mine } }),
    },
  };
}

function* mergeRows(document: CookieDocument, plan: ReloadPlan): Generator<Progress, Sides> {
  const { saved, disk, match, keepEdits } = plan;
  const { table, lines } = document;
  const fresh = match.placeOf.reduce((count, place) => (place === ABSENT ? count + 1 : count), 0);
  const theirs = new Uint32Array(lines.idCount + fresh).fill(ABSENT);
  const merged = new Uint32Array(lines.idCount + fresh).fill(ABSENT);
  const sequence = new Uint32Array(disk.table.count);
  if (keepEdits) keepAdded(document, saved.rowOf, merged);
  let next = lines.idCount;
  for (let row = 0; row < disk.table.count; row++) {
    const place = match.placeOf[row] ?? ABSENT;
    const id = place === ABSENT ? next++ : (saved.ids[place] ?? 0);
    const was = place === ABSENT ? ABSENT : (saved.rows[place] ?? ABSENT);
    const untouched = was !== ABSENT && sameRow({ table, row: was }, { table: disk.table, row });
    const theirRow = untouched ? was : table.appendRow(disk.table, row);
    sequence[row] = id;
    theirs[id] = theirRow;
    merged[id] = untouched && keepEdits ? lines.row(id) : theirRow;
    if (row % ROWS_A_SLICE === 0) yield { done: row, total: disk.table.count };
  }
  return { theirs, merged, sequence };
}

/** Lines that are not on disk yet stay pending. */
function keepAdded(document: CookieDocument, savedRowOf: Uint32Array, merged: Uint32Array): void {
  const { lines } = document;
  for (let id = 0; id < lines.idCount; id++) if (savedRowOf[id] === ABSENT) merged[id] = lines.row(id);
}

/** The lines whose rows differ, as a change. */
export function difference(before: Uint32Array, after: Uint32Array): RowChange {
  const ids: number[] = [];
  for (let id = 0; id < after.length; id++) if (before[id] !== after[id]) ids.push(id);
  const changed = Uint32Array.from(ids);
  return {
    ids: changed,
    before: changed.map((id) => before[id] ?? ABSENT),
    after: changed.map((id) => after[id] ?? ABSENT),
  };
}

/** Where new lines go; where the lines on disk stand in another order than here, the whole order. */
function placement(document: CookieDocument, sequence: Uint32Array): Pick<Change, 'inserted' | 'move'> {
  const { lines } = document;
  const order = lines.order();
  const positions = new Uint32Array(lines.idCount);
  for (let at = 0; at < order.length; at++) positions[order[at] ?? 0] = at;
  const ids: number[] = [];
  const anchors: number[] = [];
  let anchor = ABSENT;
  let inOrder = true;
  for (const id of sequence) {
    if (id >= lines.idCount) {
      ids.push(id);
      anchors.push(anchor);
      continue;
    }
    if (anchor !== ABSENT && (positions[id] ?? 0) < (positions[anchor] ?? 0)) inOrder = false;
    anchor = id;
  }
  if (!inOrder) return { move: reordered(order, sequence, lines.idCount + ids.length) };
  if (ids.length === 0) return {};
  return { inserted: { ids: Uint32Array.from(ids), anchors: Uint32Array.from(anchors) } };
}

/** The properties on disk, and those the document is to have: a pending change stays where the disk did not change. */
function mergeProperties(
  document: CookieDocument,
  plan: ReloadPlan,
  sides: Sides,
): { readonly theirs: Properties; readonly mine: Properties } {
  const { disk, keepEdits, match } = plan;
  const pending = document.sinceSaved().properties;
  const was = pending?.before.encoding ?? document.properties.encoding;
  const same = JSON.stringify(was) === JSON.stringify(disk.encoding);
  const encoding = keepEdits && same ? document.properties.encoding : disk.encoding;
  if (disk.source === undefined) return { theirs: { encoding: disk.encoding }, mine: { encoding } };
  const origins = new Uint32Array(sides.merged.length).fill(ABSENT);
  for (let row = 0; row < match.placeOf.length; row++) {
    origins[sides.sequence[row] ?? 0] = disk.source.origins[row] ?? ABSENT;
  }
  const source = { document: disk.source.document, origins, rows: sides.theirs };
  return { theirs: { encoding: disk.encoding, source }, mine: { encoding, source } };
}
