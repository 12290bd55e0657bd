import type { Call } from '#shared/api/api.ts';
import type { Host } from '../client/host.ts';

let current: Host | undefined;

/** Says which host this window runs under; once, before anything else. */
export function setHost(host: Host): void {
  current = host;
}

/** The host of this window. */
export function host(): Host {
  if (current === undefined) throw new Error('no host yet');
  return current;
}

/** Calls the engine. */
export const call: Call = (name, params) => host().call(name, params);
