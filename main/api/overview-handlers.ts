import { overviewOf, partiesOf } from '#shared/document/overview/overview.ts';
import type { HandlersOf } from './handler.ts';

/** Documents in figures. */
export const overviewHandlers: HandlersOf<'overview'> = {
  'overview.get': ({ service }, { document }) => {
    const open = service.get(document);
    return open.run({ label: 'Counting' }, (task) => task.slices(overviewOf(open.cookies)));
  },
  'overview.parties': async ({ service }, { document, site }) => {
    const open = service.get(document);
    const parties = await open.run({ label: 'Counting' }, (task) =>
      task.slices(partiesOf(open.cookies, site)),
    );
    return parties === undefined ? {} : { parties };
  },
};
