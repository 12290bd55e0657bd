import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { Reason } from '../../clients/reason.ts';
import type { ChosenClient } from '../../clients/registry.ts';

/**
 * What is given up only when a person says so. `http-only`: the marks that some programs take for comments are taken off.
 * `lines`: lines that no fix mends and at which a program gives up the whole file are taken out.
 */
export const CONCESSIONS = ['http-only', 'lines'] as const;
export type Concession = (typeof CONCESSIONS)[number];

/** For whom a document is to be made readable. */
export interface RepairForRequest {
  readonly clients: readonly ChosenClient[];
  readonly allow: readonly Concession[];
  readonly now: EpochSeconds;
}

/** What stands between a client and a line, or the whole file. */
export interface Trouble {
  /** Its place among the chosen clients. */
  readonly client: number;
  /** The line; absent where the file as a whole is at fault. */
  readonly id?: number;
  readonly reason: Reason;
  /** `stops`: the client gives up the file there. `lost`: the line is not loaded. `misread`: loaded otherwise than it is meant. */
  readonly kind: 'stops' | 'lost' | 'misread';
}

/** How good an outcome is to the client: refused files have none. */
export interface Standing {
  readonly refused: boolean;
  /** By line id: 0 not loaded, 1 changed, 2 kept. */
  readonly ranks: ReadonlyMap<number, number> | Uint8Array;
}
