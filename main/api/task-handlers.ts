import type { HandlersOf } from './handler.ts';

/** Stopping long work. */
export const taskHandlers: HandlersOf<'task'> = {
  'task.cancel': ({ service }, { task }) => {
    service.tasks.cancel(task);
    return {};
  },
};
