import type { Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { planRepair, type RepairPlan } from '../repair-for/plan-repair.ts';
import type { RepairForRequest } from '../repair-for/repair-request.ts';
import { ChangeBuilder } from './change-builder.ts';
import type { EditOutcome } from './edit-outcome.ts';
import { commitEdit } from './edit-work.ts';

/** Why a repair for clients is not made. */
export const NOT_FOR_CLIENTS =
  'No program reads this file for its cookies: export it as a Netscape file instead.';

/** Makes a document readable by the chosen clients as one step; every line that needs no edit stays byte for byte. */
export function* repairFor(
  document: CookieDocument,
  request: RepairForRequest,
): Generator<Progress, EditOutcome> {
  const plan = yield* planRepair(document, request);
  return plan === undefined ? { refused: NOT_FOR_CLIENTS } : yield* carryOut(document, plan, request);
}

/** Makes a repair that was worked out for the document as it is now. */
export function* carryOut(
  document: CookieDocument,
  plan: RepairPlan,
  request: RepairForRequest,
): Generator<Progress, EditOutcome> {
  const label = `Make readable by ${namesOf(request)}`;
  return yield* commitEdit(document, carriedOver(document, plan), {
    label,
    event: 'fix.rule',
    now: request.now,
  });
}

/** "curl, wget and yt-dlp". */
function namesOf({ clients }: Pick<RepairForRequest, 'clients'>): string {
  const titles = clients.map(({ client }) => client.title);
  const last = titles.pop() ?? '';
  return titles.length === 0 ? last : `${titles.join(', ')} and ${last}`;
}

/** What was tried in the copy, as a change of the document itself. */
function carriedOver(document: CookieDocument, { mended }: RepairPlan): ChangeBuilder {
  const builder = new ChangeBuilder(document);
  const { rows, inserted, properties } = mended.sinceSaved();
  const ids = document.lines.ids().slice();
  const anchors = new Map(Array.from(inserted?.ids ?? [], (id, at) => [id, inserted?.anchors[at] ?? ABSENT]));
  const added = new Map<number, number>();
  const own = (id: number): number => (id === ABSENT ? ABSENT : (added.get(id) ?? ids[id] ?? ABSENT));
  for (const [at, id] of rows.ids.entries()) {
    const after = rows.after[at] ?? ABSENT;
    const row = after === ABSENT ? ABSENT : document.table.appendLine(mended.table.rowBytes(after).slice());
    const anchor = anchors.get(id);
    if (anchor === undefined) builder.replace(own(id), row);
    else if (row !== ABSENT) added.set(id, builder.insert(own(anchor), row));
  }
  if (properties !== undefined) {
    builder.setProperties({ ...document.properties, encoding: properties.after.encoding });
  }
  return builder;
}
