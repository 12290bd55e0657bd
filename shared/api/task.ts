import * as v from 'valibot';
import { method } from './method.ts';

export const taskMethods = {
  /** Stops the long work that a `progressed` event named; its call fails with `cancelled`. Fine when it is over already. */
  'task.cancel': method(v.strictObject({ task: v.string() }), v.strictObject({})),
};
