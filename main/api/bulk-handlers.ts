import { AppError } from '#shared/api/app-error.ts';
import type { Params } from '#shared/api/api.ts';
import { bulkEdit } from '#shared/document/bulk/commit-bulk.ts';
import { describeBulk, describeCollisions } from '#shared/document/bulk/describe-bulk.ts';
import type { BulkRequest } from '#shared/document/bulk/bulk-plan.ts';
import { planBulk } from '#shared/document/bulk/plan-bulk.ts';
import { refuseOverruled } from '../documents/fixing.ts';
import { targetIds } from '../documents/targets.ts';
import { resultOf } from './edit-handlers.ts';
import type { Asked, HandlersOf } from './handler.ts';

/** Enough to see what an operation does; all of it stands among the changes afterwards. */
const MOST_SHOWN = 200;
const MOST_COLLISIONS = 20;

/** Work on many entries at once. */
export const bulkHandlers: HandlersOf<'bulk'> = {
  'bulk.preview': async (asked, params) => {
    const open = asked.service.get(params.document);
    const request = await requestOf(asked, params);
    return open.run({ label: 'Trying the edit' }, async (task) => {
      const plan = await task.slices(planBulk(open.cookies, request));
      if ('refused' in plan) throw new AppError('edit-refused', { message: plan.refused });
      const most = Math.min(params.most, MOST_SHOWN);
      return {
        counts: plan.counts,
        rows: describeBulk(open.cookies, plan, { ...request, most }),
        collisions: describeCollisions(open.cookies, plan, MOST_COLLISIONS).map(({ lines }) => ({ lines })),
        collisionCount: plan.collisions.length,
      };
    });
  },
  'bulk.apply': async (asked, params) => {
    const open = asked.service.get(params.document);
    const request = await requestOf(asked, params);
    let spared = 0;
    const done = await open.edit('Editing', function* (cookies) {
      const outcome = yield* bulkEdit(cookies, request);
      if (outcome.refused === undefined) ({ spared } = outcome);
      return outcome;
    });
    return { ...resultOf(open, done), spared };
  },
  'bulk.protect': async ({ service }, { document, target, on }) => {
    const open = service.get(document);
    const ids = await targetIds(service, open, target);
    open.cookies.protection.mark(ids, on);
    if (open.link !== undefined) await service.protectedEntries?.keep(open.link.path, open.cookies);
    open.changed();
    return { protected: open.cookies.protection.size };
  },
};

async function requestOf(
  { service }: Asked,
  { document, target, operation, onCollision }: Params<'bulk.apply'>,
): Promise<BulkRequest> {
  const open = service.get(document);
  if (operation.do === 'fix') refuseOverruled(open, [operation.rule]);
  const ids = await targetIds(service, open, target);
  return { ids, operation, onCollision, now: service.now };
}
