import { Kind, KIND_MASK } from '../../table/columns.ts';
import type { Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { Change } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { ChangeBuilder } from '../edits/change-builder.ts';
import { statedCookie } from '../stated-cookie.ts';
import type { Decision } from './merge-choices.ts';
import type { MergePlan } from './merge-plan.ts';
import { mergedRow } from './merged-row.ts';

/** The change that takes lines of another document over; lines that only it has go behind the line that they follow there. */
export function* takenLines(
  document: CookieDocument,
  plan: MergePlan,
  decided: (id: number) => Decision,
): Generator<Progress, Change> {
  const { idCount } = document.lines;
  const builder = new ChangeBuilder(document);
  const wanted = new Map<number, Decision>();
  for (let at = 0; at < plan.differing.length; at++) {
    const id = plan.differing[at] ?? 0;
    const decision = decided(id);
    if (decision.take !== 'mine') wanted.set(id, decision);
    if (at % 2048 === 0) yield { done: at, total: plan.differing.length };
  }
  const opening = openingEnd(document);
  let anchor = ABSENT;
  for (const id of plan.idOf) {
    const decision = wanted.get(id);
    if (id < idCount) anchor = id;
    else if (decision !== undefined) {
      const row = takenRow(document, plan, id);
      const behind = anchor === ABSENT && isEntry(document, row) ? opening : anchor;
      builder.insert(behind, row);
    }
  }
  for (const [id, decision] of wanted) {
    if (id >= idCount) continue;
    const theirs = takenRow(document, plan, id);
    builder.replace(
      id,
      decision.take === 'fields' && theirs !== ABSENT
        ? fieldsRow(document, plan, { id, theirs, decision })
        : theirs,
    );
  }
  return builder.build();
}

/** The last of the comments that a document begins with: no entry goes in front of them. */
function openingEnd({ table, lines }: CookieDocument): number {
  let last = ABSENT;
  for (const id of lines.ids()) {
    if (((table.columns.flags[lines.row(id)] ?? 0) & KIND_MASK) !== Kind.comment) break;
    last = id;
  }
  return last;
}

function isEntry({ table }: CookieDocument, row: number): boolean {
  return ((table.columns.flags[row] ?? 0) & KIND_MASK) === Kind.entry;
}

function fieldsRow(
  document: CookieDocument,
  plan: MergePlan,
  line: { readonly id: number; readonly theirs: number; readonly decision: Decision & { take: 'fields' } },
): number {
  const { id, theirs, decision } = line;
  const mine = plan.mine[id] ?? ABSENT;
  return mergedRow(document, { base: mine, mine, theirs, fields: decision.fields });
}

/** A row of the other document as this one writes it. */
function takenRow(document: CookieDocument, plan: MergePlan, id: number): number {
  const { table } = document;
  const { disk, foreign } = plan;
  const row = plan.theirs[id] ?? ABSENT;
  if (row === ABSENT) return ABSENT;
  return foreign ? table.appendEntry(statedCookie(disk.table, row)) : table.appendRow(disk.table, row);
}
