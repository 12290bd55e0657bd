import { bytesOf } from '#shared/cookie/byte-string.ts';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { commitMerge } from '#shared/document/merge/commit-merge.ts';
import type { MergeChoices } from '#shared/document/merge/merge-choices.ts';
import type { MergePlan } from '#shared/document/merge/merge-plan.ts';
import { planCompare, planMerge } from '#shared/document/merge/plan-merge.ts';
import { commitContent, planReload } from '#shared/document/reload.ts';
import { finish } from '#shared/table/progress.ts';
import { NOW, open, written } from '../open-for-test.ts';

export const AUTO: MergeChoices = { lines: new Map() };
export const MINE: MergeChoices = { ...AUTO, conflicts: 'mine' };
export const THEIRS: MergeChoices = { ...AUTO, conflicts: 'theirs' };

const STEP = { label: 'Merge with the file on disk', event: 'reload.disk' } as const;

/** A document that was read as `base` and edited until it is `mine`. */
export function edited(base: ByteString, mine: ByteString, as = 'netscape'): CookieDocument {
  const document = open(base, as);
  const plan = finish(planReload(document, { bytes: bytesOf(mine), keepEdits: false, now: NOW }));
  if (plan.refused !== undefined) throw new Error(plan.code);
  finish(commitContent(document, plan, 'Edit'));
  if (written(document) !== mine) throw new Error('the edited document is not what it should be');
  return document;
}

export function planned(document: CookieDocument, theirs: ByteString): MergePlan {
  const plan = finish(planMerge(document, { bytes: bytesOf(theirs), now: NOW }));
  if (plan.refused !== undefined) throw new Error(plan.code);
  return plan;
}

export function compared(document: CookieDocument, other: CookieDocument): MergePlan {
  return finish(planCompare(document, other, NOW));
}

export function commit(document: CookieDocument, plan: MergePlan, choices: MergeChoices): void {
  finish(commitMerge(document, plan, choices, STEP));
}

/** The document that is `mine`, merged with what is on disk now. */
export function merged(
  sides: {
    readonly base: ByteString;
    readonly mine: ByteString;
    readonly theirs: ByteString;
    readonly as?: string;
  },
  choices: MergeChoices,
): CookieDocument {
  const document = edited(sides.base, sides.mine, sides.as);
  commit(document, planned(document, sides.theirs), choices);
  return document;
}
