import { countChanges, discardChanges, listChanges } from '#shared/document/pending-changes.ts';
import type { HandlersOf } from './handler.ts';
import { checkedWindow } from './window-limit.ts';

/** What would be written that is not on disk yet. */
export const changesHandlers: HandlersOf<'changes'> = {
  'changes.list': ({ service }, { document, from, to, reveal = false }) => {
    checkedWindow(from, to);
    const { cookies } = service.get(document);
    return { ...countChanges(cookies), changes: listChanges(cookies, { from, to, reveal }) };
  },
  'changes.discard': async ({ service }, { document, ids }) => {
    const open = service.get(document);
    await open.run({ label: 'Discarding', fixed: true }, async (task) => {
      const transaction = discardChanges(open.cookies, ids, service.now);
      if (transaction === undefined) return;
      await task.slices(open.cookies.commit(transaction));
      open.changed();
    });
    return open.info;
  },
};
