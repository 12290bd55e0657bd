import { storesHere } from '../profiles/this-machine.ts';
import type { HandlersOf } from './handler.ts';

/** The cookie stores of the browsers on this machine. */
export const profilesHandlers: HandlersOf<'profiles'> = {
  'profiles.list': async ({ service }) => {
    const stores = await storesHere();
    return { stores: stores.map((store) => ({ ...store, handle: service.handles.grant(store.path) })) };
  },
};
