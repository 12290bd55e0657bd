import * as v from 'valibot';
import { handle } from './common.ts';
import { method } from './method.ts';

/** A browser's cookie store: whose it is and where. Nothing was read of it. */
const browserStore = v.object({
  handle,
  browser: v.string(),
  /** Empty for a browser that has no profiles. */
  profile: v.string(),
  /** For people; what opens it is the handle. */
  path: v.string(),
});
export type BrowserStore = v.InferOutput<typeof browserStore>;

export const profilesMethods = {
  /** Looks for the cookie stores of the browsers on this machine, where they usually are. */
  'profiles.list': method(v.strictObject({}), v.object({ stores: v.array(browserStore) })),
};
