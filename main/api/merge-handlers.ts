import { describeMerge } from '#shared/document/merge/describe-merge.ts';
import { Outcome } from '#shared/document/merge/merge-plan.ts';
import { applyMerge, closeMerge, mergeInfo, mergeOf, openMerge, previewOf } from '../documents/merges.ts';
import type { HandlersOf } from './handler.ts';
import { checkedWindow } from './window-limit.ts';

/** A document beside what is on disk, another file or an earlier version. */
export const mergeHandlers: HandlersOf<'merge'> = {
  'merge.open': async ({ service }, { document, with: beside }) =>
    mergeInfo(await openMerge(service, service.get(document), beside)),
  'merge.rows': ({ service }, { merge, from, to, conflictsOnly = false, reveal = [] }) => {
    checkedWindow(from, to);
    const { document, plan } = mergeOf(service, merge);
    const revealed = new Set(reveal);
    const ids = conflictsOnly
      ? plan.differing.filter((id) => plan.outcome[id] === Outcome.conflict)
      : plan.differing;
    const rows = Array.from(ids.subarray(from, to), (id) =>
      describeMerge(document.cookies, plan, id, revealed.has(id)),
    );
    return { total: ids.length, rows };
  },
  'merge.preview': async ({ service }, { merge, choices }) => ({
    ...(await previewOf(mergeOf(service, merge), choices)),
  }),
  'merge.apply': async ({ service }, { merge, choices }) => {
    const open = mergeOf(service, merge);
    await applyMerge(service, open, choices);
    return open.document.info;
  },
  'merge.close': ({ service }, { merge }) => {
    closeMerge(service, merge);
    return {};
  },
};
