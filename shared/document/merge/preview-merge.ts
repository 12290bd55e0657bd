import type { Progress } from '../../table/progress.ts';
import { ABSENT } from '../change.ts';
import type { CookieDocument } from '../cookie-document.ts';
import { decide } from './merge-choices.ts';
import type { MergeChoices } from './merge-choices.ts';
import type { MergePlan } from './merge-plan.ts';

/** What a merge would do to the document's lines, and how many conflicts nobody has decided yet. */
export interface MergePreview {
  readonly open: number;
  readonly added: number;
  readonly edited: number;
  readonly removed: number;
}

/** Counts what a merge would do with these choices; nothing is changed. */
export function* previewMerge(
  document: CookieDocument,
  plan: MergePlan,
  choices: MergeChoices,
): Generator<Progress, MergePreview> {
  const counts = { open: 0, added: 0, edited: 0, removed: 0 };
  for (let at = 0; at < plan.differing.length; at++) {
    if (at % 1024 === 0) yield { done: at, total: plan.differing.length };
    const id = plan.differing[at] ?? 0;
    const decision = decide(document, plan, id, choices);
    if (decision.take === 'open') counts.open++;
    else if (decision.take === 'theirs') counts[effectOf(plan, id)]++;
    else if (decision.take === 'fields' && Object.values(decision.fields).includes('theirs')) counts.edited++;
  }
  return counts;
}

function effectOf({ mine, theirs }: MergePlan, id: number): 'added' | 'edited' | 'removed' {
  if (mine[id] === ABSENT) return 'added';
  return theirs[id] === ABSENT ? 'removed' : 'edited';
}
